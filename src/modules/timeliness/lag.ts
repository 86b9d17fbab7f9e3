// Lag: the time between a happening and its entry, or between its entry elsewhere and here, counted in fixed steps, so that a nation's figures are sums of small tables.

/** Upper borders of the steps, in hours; exactly at a border belongs to its step. The same as `lag_bucket` in migrations/0005. */
export const lagBorders = [
  0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1440, 2160, 4320, 8760, Number.POSITIVE_INFINITY,
] as const; // prettier-ignore

/** The step a lag of so many hours falls in. An entry a few minutes ahead of its event (clocks differ) falls in the first. */
export function bucketOf(hours: number): number {
  return lagBorders.findIndex((border) => hours <= border);
}

/** Entries by step; of some office, place or kind, in one month. */
export type LagCounts = readonly { bucket: number; entries: number }[];

export function entriesIn(counts: LagCounts): number {
  return counts.reduce((sum, { entries }) => sum + entries, 0);
}

/**
 * The upper border, in hours, of the step that holds this share of the entries counted from the quickest: "half were entered within 2 hours".
 * Null of none. The true percentile is at most this and more than the border before.
 */
export function percentileBorder(counts: LagCounts, share: number): number | null {
  const wanted = share * entriesIn(counts);
  if (wanted === 0) return null;
  let reached = 0;
  for (const { bucket, entries } of counts.toSorted((one, other) => one.bucket - other.bucket)) {
    reached += entries;
    if (reached >= wanted) return lagBorders[bucket]!;
  }
  return null;
}
