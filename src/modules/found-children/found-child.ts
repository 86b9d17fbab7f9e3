// A found child: in hand, family not yet known (JJ Act s.2(14), s.31, s.32; Form 17). Never shown to the public.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { RecordStatus } from '../children/index.ts';
import { lastOf } from '../diary/index.ts';

export const broughtByKinds = ['police', 'railway-police', 'childline', 'citizen', 'hospital', 'labour-inspector', 'ngo', 'self'] as const;
export type BroughtBy = (typeof broughtByKinds)[number];

export type FoundChild = {
  recordId: RecordId;
  foundPlace: string | null;
  foundWith: string | null;
  circumstances: string | null;
  condition: string | null;
  belongings: string | null;
  broughtBy: BroughtBy | null;
  broughtByName: string | null;
  allegationOfOffence: boolean | null;
  policeInformed: boolean | null;
  treatment: string | null;
  effortsToTrace: string | null;
  /** Why the record was closed, in the office's own words. */
  closingReasons: string | null;
};

function judgedSame(diary: readonly DiaryFact[]): boolean {
  const standing = new Map<string, boolean>();
  for (const entry of diary) {
    if (entry.happening === 'match.judged') standing.set(entry.facts.candidate, entry.facts.verdict === 'same');
    if (entry.happening === 'match.judgementReversed' || entry.happening === 'identity.refused') standing.set(entry.facts.candidate, false);
  }
  return [...standing.values()].includes(true);
}

/** The candidates whose identity with this child the Committee confirmed, and has neither refused nor taken back since. */
export function confirmedCandidates(diary: readonly DiaryFact[]): string[] {
  const confirmed = new Set<string>();
  for (const entry of diary) {
    if (entry.happening === 'identity.confirmed') confirmed.add(entry.facts.candidate);
    if (entry.happening === 'identity.refused' || entry.happening === 'match.judgementReversed') confirmed.delete(entry.facts.candidate);
  }
  return [...confirmed];
}

/**
 * Status by domain §3.10: found and unidentified → match proposed → identity confirmed → restored or in care → closed. The last ending
 * counts: a child in care whose family is found later is restored from there.
 */
export function foundStatus(diary: readonly DiaryFact[]): { status: RecordStatus; closedAt: Instant | null } {
  const end = lastOf(diary, 'found.closed', 'found.restored');
  if (end?.happening === 'found.restored') return { status: 'restored', closedAt: end.recordedAt };
  if (end) return { status: end.facts.outcome === 'in-care' ? 'in-care' : 'closed', closedAt: end.recordedAt };
  if (confirmedCandidates(diary).length > 0) return { status: 'identity-confirmed', closedAt: null };
  return { status: judgedSame(diary) ? 'match-proposed' : 'unidentified', closedAt: null };
}

/** Which office kind the intake counts as, for the clocks of JJ Act s.32(2). */
export function intakePlace(officeKind: string): 'police' | 'cci' | 'railway' | 'dcpu' | 'cwc' {
  const places = { 'children-home': 'cci', 'railway-post': 'railway', dcpu: 'dcpu', cwc: 'cwc' } as const;
  return places[officeKind as keyof typeof places] ?? 'police';
}
