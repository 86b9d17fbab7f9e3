// The posts that must always answer, and on whose word: which kinds of office are watched, and which duty of the law a vacancy breaks.
import { type Rule, ruleById } from '../../law/index.ts';
import type { OfficeKind } from '../officers/index.ts';

/** Nodal posts first, then the units and bodies a missing child's case passes through. Each is headed by one officer (`watched_role` in migrations/0006). */
export const watchedKinds = [
  'national-nodal',
  'state-nodal',
  'district-nodal',
  'anti-trafficking-unit',
  'juvenile-police-unit',
  'cwc',
  'dcpu',
  'legal-services',
] as const satisfies readonly OfficeKind[];
export type WatchedKind = (typeof watchedKinds)[number];

/** The posts the Supreme Court ordered named and published (Guria, 14-10-2025 and 9-12-2025, C-n). */
export const publishedKinds = ['national-nodal', 'state-nodal', 'district-nodal'] as const satisfies readonly WatchedKind[];

/** The standing duty to fill the post (domain sheet M17–M19). The others are watched without a source that calls an empty chair a breach by itself. */
const duties: Partial<Record<WatchedKind, string>> = {
  'national-nodal': 'M19.2',
  'state-nodal': 'M18',
  'district-nodal': 'M18.2',
  'juvenile-police-unit': 'M17.2',
};

export function isWatched(kind: string): kind is WatchedKind {
  return (watchedKinds as readonly string[]).includes(kind);
}

/** Its `actor` is the appointing authority: a vacancy is that authority's breach from the first day the duty was in force. */
export function dutyToFill(kind: string): Rule | undefined {
  const id = isWatched(kind) ? duties[kind] : undefined;
  return id ? ruleById(id) : undefined;
}

/** The kind of post a duty of the law wants filled; undefined for any other duty. */
export function postOfDuty(ruleId: string): WatchedKind | undefined {
  return watchedKinds.find((kind) => duties[kind] === ruleId);
}
