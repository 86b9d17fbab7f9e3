// How the places of an area stand, and the area as a whole: sums of what the worker counted.
import type { Context } from '../../../platform/context.ts';
import type { Area } from '../../officers/index.ts';
import { type Period, type PlaceRow, counted, readLags, readPlaces } from './figures-store.ts';
import { type LagCounts, type Way, added, percentileStep, ways } from './lag-steps.ts';

export type Lags = Record<Way, { p50: number | null; p95: number | null }>;
export type Standing = PlaceRow & { lags: Lags };
export type Standings = { places: Standing[]; whole: Standing | null };

function lagsOf(counts: readonly (LagCounts & { step: Way })[]): Lags {
  const each = (way: Way) => {
    const all = added(counts.filter(({ step }) => step === way));
    return { p50: percentileStep(all, 0.5), p95: percentileStep(all, 0.95) };
  };
  return Object.fromEntries(ways.map((way) => [way, each(way)])) as Lags;
}

const latest = <T extends string>(moments: readonly (T | null)[]): T | null => moments.reduce((best, one) => (one !== null && (best === null || one > best) ? one : best), null); // prettier-ignore
const earliest = <T extends string>(moments: readonly (T | null)[]): T | null => moments.reduce((best, one) => (one !== null && (best === null || one < best) ? one : best), null); // prettier-ignore

/** Complete up to the moment of its least complete place; a place compared and not whole makes the sum not proved. */
export function together(places: readonly PlaceRow[]): PlaceRow | null {
  const [first] = places;
  if (!first) return null;
  const sum = (read: (place: PlaceRow) => number) => places.reduce((all, place) => all + read(place), 0);
  const [stations, stationsWhole] = [sum((place) => place.stations), sum((place) => place.stationsWhole)];
  return {
    ...first,
    place: '',
    ...(Object.fromEntries(counted.map((name) => [name, sum((place) => place[name])])) as Record<(typeof counted)[number], number>),
    mismatches: Object.fromEntries(
      Object.keys(first.mismatches).map((list) => [list, sum(({ mismatches }) => mismatches[list as keyof typeof mismatches])]),
    ) as PlaceRow['mismatches'],
    lastHeard: latest(places.map(({ lastHeard }) => lastHeard)),
    oldestOpen: earliest(places.map(({ oldestOpen }) => oldestOpen)),
    stations,
    stationsWhole,
    completeUpTo: stations > 0 && stations === stationsWhole ? earliest(places.map(({ completeUpTo }) => completeUpTo)) : null,
    countedAt: earliest(places.map(({ countedAt }) => countedAt))!,
  };
}

/** That a node was heard is told of its State: without a message of no known district there is no such row. */
const isSomewhere = ({ place, received, mismatches }: PlaceRow): boolean =>
  place !== '' || received > 0 || Object.values(mismatches).some((open) => open > 0);

export async function standingsOf(context: Context, area: Area, period: Period): Promise<Standings> {
  const rows = await readPlaces(context, area, period);
  const lags = await readLags(context, area, period);
  const byPlace = Map.groupBy(lags, ({ place }) => place);
  const whole = together(rows);
  return {
    places: rows.filter(isSomewhere).map((row) => ({ ...row, lags: lagsOf(byPlace.get(row.place) ?? []) })),
    whole: whole && { ...whole, lags: lagsOf(lags) },
  };
}
