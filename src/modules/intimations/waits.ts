// How long nobody may answer before the next channel, the next officer, the next level is told, and how many words of the public an office reads one by
// one. The order asks that dispatch, receipt and acknowledgement be logged and that an alert without an answer go up; it names no minutes: all are the portal's own.
import type { OfficeKind } from '../officers/index.ts';

/** What changes at the next try: how it is sent, to whom, or who is asked. */
export type Climb = 'channel' | 'officer' | 'level';

type Tag = { readonly kind: 'administrative'; readonly citation: string; readonly confidence: 'ours' };

/** Minutes. Domain sheet M08: "unacknowledged -> next level" [C-n], no period [ours]. */
export const waits: Readonly<Record<'alarm' | 'ordinary', Readonly<Record<Climb, number>>>> & Tag = {
  kind: 'administrative',
  citation: 'Guria, Supreme Court 14-10-2025, from the press; M08: no minutes are named, these are the portal’s own',
  confidence: 'ours',
  alarm: { channel: 5, officer: 10, level: 15 },
  ordinary: { channel: 120, officer: 480, level: 1440 },
};

/** Officers told at one level before the next: a house is not woken room by room while a child is on a train. */
export const OFFICERS_A_LEVEL = 2;

/**
 * When words of the public become a flood. Some 270 children are reported missing in all India on a day (domain sheet 2.3): ten reports to one office
 * in ten minutes are far above anything that happened.
 */
export const flood = {
  /** Reports of one telephone in a day that are sent one by one. */
  perTelephoneADay: 3,
  /** More words than this in so many minutes to one office: it is in a flood. */
  words: 10,
  withinMinutes: 10,
  /** In a flood a report waits so long to see whether its telephone goes on reporting: within the two minutes a true one may take. */
  waitSeconds: 60,
  /** The first digest after so many minutes, the next ones at that distance. */
  firstDigestMinutes: 2,
  /** Where a single report is among what is held, the next digest comes so soon: with its wait, still within two minutes. */
  soonSeconds: 30,
  digestMinutes: 10,
} as const;

/** Words of the public sent one by one to an office in an hour, by how many districts it answers for. */
export function wordsAnHour(kind: OfficeKind): number {
  if (kind === 'national-nodal') return 120;
  return kind === 'state-nodal' ? 60 : 30;
}
