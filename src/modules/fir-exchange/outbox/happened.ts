// Which entries of a missing child's diary the police node is told, under which code: the bare happening, never what was written about it.
import type { DiaryFact, Happening } from '../../../kernel/happenings.ts';
import type { PortalHappening } from '../messages/index.ts';

type Coded = { [H in Happening]?: (facts: Extract<DiaryFact, { happening: H }>['facts']) => PortalHappening | null };

const codes: Coded = {
  'missing.reported': () => 'record-opened',
  'missing.alertAcknowledged': () => 'alert-acknowledged',
  'match.judged': ({ verdict }) => (verdict === 'same' ? 'judged-same' : null),
  'match.judgementReversed': () => 'judgement-reversed',
  'identity.confirmed': () => 'identity-confirmed',
  'identity.refused': () => 'identity-refused',
  'found.produced': () => 'produced',
  'found.restored': () => 'restored',
  'missing.closed': () => 'closed',
  'missing.reopened': () => 'reopened',
  'missing.policeReportDenied': () => 'entry-disputed',
  'missing.searchGoesOn': () => 'search-goes-on',
};

/** News after which there may be something to tell, of the child's record or of one beside it. An FIR's number, or another station's, makes the node known that was not before. */
export const heard: readonly Happening[] = [
  ...(Object.keys(codes) as Happening[]),
  'sighting.answered',
  'missing.firRegistered',
  'missing.movedToStation',
  'missing.transferredToAntiTrafficking',
];

/** Null: nothing the police node is told. */
export function toldAs(entry: DiaryFact): PortalHappening | null {
  const code = codes[entry.happening] as ((facts: unknown) => PortalHappening | null) | undefined;
  return code?.(entry.facts) ?? null;
}

export type Told = { entry: DiaryFact; what: PortalHappening };

/** What happened to another record and may concern this child: a found child of that pair was produced; the child of a notice of this one was seen. */
export type Beside = { entry: DiaryFact; candidate: string | null };

/** An officer, who went to see, says that it was the child on the notice. Of all other sightings nobody is told. */
export function acceptsSighting(entry: DiaryFact): boolean {
  return entry.happening === 'sighting.answered' && entry.facts.childOfNotice === true;
}

/**
 * In the order they were recorded. What takes back is told only where what it takes back was. A production of a found child is told where that child
 * was held to be this one before it; else once the Committee confirms it, behind the confirmation.
 */
export function happeningsTold(diary: readonly DiaryFact[], beside: readonly Beside[] = []): Told[] {
  const line = [...diary.map((entry) => ({ entry, other: null })), ...beside.map((other) => ({ entry: other.entry, other }))];
  const ownProductions = new Set(diary.filter(({ happening }) => happening === 'found.produced').map(({ happenedAt }) => happenedAt));
  const [judged, held] = [new Set<string>(), new Set<string>()];
  const waiting: Beside[] = [];
  return line
    .toSorted((one, next) => (one.entry.recordedAt < next.entry.recordedAt ? -1 : one.entry.recordedAt > next.entry.recordedAt ? 1 : 0))
    .flatMap(({ entry, other }): Told[] => {
      if (other) {
        if (other.candidate === null) return acceptsSighting(entry) ? [{ entry, what: 'sighting' }] : [];
        if (entry.happening !== 'found.produced' || ownProductions.has(entry.happenedAt)) return []; // the Committee wrote it in both diaries
        if (held.has(other.candidate)) return [{ entry, what: 'produced' }];
        waiting.push(other);
        return [];
      }
      const what = toldAs(entry);
      if (what === null) return [];
      if (entry.happening === 'match.judgementReversed' || entry.happening === 'identity.refused') held.delete(entry.facts.candidate);
      if (entry.happening === 'match.judgementReversed' && !judged.has(entry.facts.candidate)) return [];
      if (entry.happening === 'match.judged') judged.add(entry.facts.candidate);
      if (entry.happening === 'match.judged' || entry.happening === 'identity.confirmed') held.add(entry.facts.candidate);
      if (entry.happening !== 'identity.confirmed') return [{ entry, what }];
      const late = waiting.filter(({ candidate }) => candidate === entry.facts.candidate);
      for (const one of late) waiting.splice(waiting.indexOf(one), 1);
      return [{ entry, what }, ...late.map((one): Told => ({ entry: one.entry, what: 'produced' }))];
    });
}
