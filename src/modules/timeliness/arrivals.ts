// How long what another system wrote down took to reach here: the carrying that offices do not answer for, by place, the slowest first.
import { type LagCounts, bucketOf, entriesIn, percentileBorder } from './lag.ts';

export type ArrivalCount = { place: string; bucket: number; entries: number };

export type Arrivals = {
  entries: number;
  /** In per cent, whole, rounded down so that only all is 100. */
  withinHour: number;
  inHour: number;
  /** Upper borders in hours. */
  p50: number | null;
  p90: number | null;
  p95: number | null;
};
export type ArrivalRow = Arrivals & { place: string };

function arrivalsOf(counts: LagCounts): Arrivals {
  const entries = entriesIn(counts);
  const inHour = entriesIn(counts.filter(({ bucket }) => bucket <= bucketOf(1)));
  const [p50, p90, p95] = [0.5, 0.9, 0.95].map((share) => percentileBorder(counts, share)) as [number | null, number | null, number | null];
  return { entries, inHour, withinHour: Math.floor((100 * inHour) / entries), p50, p90, p95 };
}

/** Null where no other system told anything. */
export function arrivalsByPlace(counts: readonly ArrivalCount[]): { all: Arrivals; places: ArrivalRow[] } | null {
  if (counts.length === 0) return null;
  const places = [...Map.groupBy(counts, ({ place }) => place)].map(([place, own]) => ({ place, ...arrivalsOf(own) }));
  const slowestFirst = (one: ArrivalRow, other: ArrivalRow): number =>
    one.withinHour - other.withinHour || (other.p90 ?? 0) - (one.p90 ?? 0) || other.entries - one.entries;
  return { all: arrivalsOf(counts), places: places.toSorted(slowestFirst) };
}
