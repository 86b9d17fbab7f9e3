// How long FIRs were on their way, in fixed steps, so that a nation's figures are sums of small tables.

/** Upper borders of the steps, in seconds; exactly at a border belongs to its step. The same as `exchange_lag_step` in migrations/0014. */
export const borders = [
  1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 259_200, 604_800, 2_592_000, 31_536_000, Number.POSITIVE_INFINITY,
] as const; // prettier-ignore

/** From one of the four moments to the next, and the whole way: registered, sent, received, visible to an officer. */
export const ways = ['sent', 'received', 'visible', 'whole'] as const;
export type Way = (typeof ways)[number];

export function stepOf(seconds: number): number {
  return borders.findIndex((border) => seconds <= border);
}

/** Entries of each step that has any, as many numbers as steps. */
export type LagCounts = { buckets: readonly number[]; entries: readonly number[] };

/** The step that holds this share of the entries counted from the quickest; null of none. The true percentile is at most its border and more than the one before. */
export function percentileStep({ buckets, entries }: LagCounts, share: number): number | null {
  const wanted = share * entries.reduce((sum, some) => sum + some, 0);
  if (wanted === 0) return null;
  let reached = 0;
  const inOrder = buckets.map((bucket, at) => [bucket, entries[at]!] as const).toSorted(([one], [other]) => one - other);
  for (const [bucket, some] of inOrder) {
    reached += some;
    if (reached >= wanted) return bucket;
  }
  return null;
}

export function added(counts: readonly LagCounts[]): LagCounts {
  return { buckets: counts.flatMap(({ buckets }) => buckets), entries: counts.flatMap(({ entries }) => entries) };
}
