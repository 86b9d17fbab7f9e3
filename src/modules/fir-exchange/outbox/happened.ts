// Which entries of a missing child's diary the police node is told, under which code: the bare happening, never what was written about it.
import type { DiaryFact, Happening } from '../../../kernel/happenings.ts';
import type { PortalHappening } from '../messages/index.ts';

/** `isSighting`: whether the other record of a pair is of a child somebody saw. */
type Coded = { [H in Happening]?: (facts: Extract<DiaryFact, { happening: H }>['facts'], about: AboutPairs) => PortalHappening | null };
export type AboutPairs = { isSighting(candidateId: string): boolean };

const codes: Coded = {
  'missing.reported': () => 'record-opened',
  'missing.alertAcknowledged': () => 'alert-acknowledged',
  'match.judged': ({ verdict, candidate }, { isSighting }) =>
    verdict !== 'same' ? null : isSighting(candidate) ? 'sighting' : 'judged-same',
  'match.judgementReversed': () => 'judgement-reversed',
  'identity.confirmed': () => 'identity-confirmed',
  'identity.refused': () => 'identity-refused',
  'found.produced': () => 'produced',
  'found.restored': () => 'restored',
  'missing.closed': () => 'closed',
  'missing.reopened': () => 'reopened',
  'missing.policeReportDenied': () => 'entry-disputed',
};

/** News after which there may be something to tell. An FIR's number, or another station's, makes the node known that was not before. */
export const heard: readonly Happening[] = [
  ...(Object.keys(codes) as Happening[]),
  'missing.firRegistered',
  'missing.movedToStation',
  'missing.transferredToAntiTrafficking',
];

/** Null: nothing the police node is told. */
export function toldAs(entry: DiaryFact, about: AboutPairs): PortalHappening | null {
  const code = codes[entry.happening] as ((facts: unknown, about: AboutPairs) => PortalHappening | null) | undefined;
  return code?.(entry.facts, about) ?? null;
}

export type Told = { entry: DiaryFact; what: PortalHappening };

/** In the order they were recorded. What takes back is told only where what it takes back was. */
export function happeningsTold(diary: readonly DiaryFact[], about: AboutPairs): Told[] {
  const told = diary.flatMap((entry): Told[] => {
    const what = toldAs(entry, about);
    return what === null ? [] : [{ entry, what }];
  });
  const judged = new Set<string>();
  return told.filter(({ entry }) => {
    if (entry.happening === 'match.judged') judged.add(entry.facts.candidate);
    return entry.happening !== 'match.judgementReversed' || judged.has(entry.facts.candidate);
  });
}
