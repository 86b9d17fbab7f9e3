// A certified month: the rows as they were, the text whose digest proves them, and what differs since.
import type { Day } from '../../kernel/time.ts';

export type CertifiedRow = { officeId: string; entries: number; timed: number; inTime: number; reasons: number; nilCode: string | null };

/** One line for the whole and one for each office, in order of their ids: the same figures always make the same text. */
export function canonicalText(districtCode: string, month: Day, rows: readonly CertifiedRow[]): string {
  const lines = rows
    .toSorted((one, other) => (one.officeId < other.officeId ? -1 : 1))
    .map(({ officeId, entries, timed, inTime, reasons, nilCode }) =>
      [officeId, entries, timed, inTime, reasons, nilCode ?? '-'].join('\t'),
    );
  return [`${districtCode}\t${month}`, ...lines].join('\n');
}

export type Difference = { officeId: string; certified: number; now: number };

/** Offices whose entries of the month are another number now. */
export function differencesSince(certified: readonly CertifiedRow[], now: readonly { officeId: string; entries: number }[]): Difference[] {
  const before = new Map(certified.map(({ officeId, entries }) => [officeId, entries]));
  const current = new Map(now.map(({ officeId, entries }) => [officeId, entries]));
  return [...new Set([...before.keys(), ...current.keys()])]
    .map((officeId) => ({ officeId, certified: before.get(officeId) ?? 0, now: current.get(officeId) ?? 0 }))
    .filter((one) => one.certified !== one.now);
}
