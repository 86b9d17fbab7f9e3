// Where a child who boards a train may come to: the next stops down each line through a district and the ends of the line. Pure.

/** Stops of one line, in order. */
export type RailLine = { line: string; districts: readonly string[] };
/** `why`: next stop down the line, its end, or a neighbour of a district no line passes. */
export type LikelyDestination = { districtCode: string; why: 'next-stop' | 'line-end' | 'adjoining'; line: string | null };

/** Every further office told is a further office that may look: a handful helps a look-out, fifty would be a broadcast. */
export const MOST_DESTINATIONS = 4;

/** Next stops first, both ways on each line, then ends of lines; at most four. */
export function destinationsAlong(lines: readonly RailLine[], districtCode: string): LikelyDestination[] {
  const through = lines.filter(({ districts }) => districts.includes(districtCode));
  const nextStops = through.flatMap(({ line, districts }) => {
    const at = districts.indexOf(districtCode);
    return [districts[at - 1], districts[at + 1]].flatMap((code) =>
      code ? [{ districtCode: code, why: 'next-stop' as const, line }] : [],
    );
  });
  const ends = through.flatMap(({ line, districts }) =>
    [districts.at(-1)!, districts[0]!].map((code) => ({ districtCode: code, why: 'line-end' as const, line })),
  );
  const seen = new Set([districtCode]);
  const once = [...nextStops, ...ends].filter((one) => !seen.has(one.districtCode) && seen.add(one.districtCode));
  return once.slice(0, MOST_DESTINATIONS);
}

type Point = { code: string; latitude: number; longitude: number };
const NEIGHBOURS = 2;
/** About 110 km: farther is no neighbour. */
const NEAR_DEGREES = 1;

/** Where no line passes, the nearest districts: by degrees, which is enough to rank neighbours. */
export function neighboursOf(districts: readonly Point[], districtCode: string): LikelyDestination[] {
  const from = districts.find(({ code }) => code === districtCode);
  if (!from) return [];
  const shrink = Math.cos((from.latitude * Math.PI) / 180);
  const away = ({ latitude, longitude }: Point): number => (latitude - from.latitude) ** 2 + ((longitude - from.longitude) * shrink) ** 2;
  return districts
    .filter((one) => one.code !== districtCode && away(one) <= NEAR_DEGREES ** 2)
    .toSorted((one, other) => away(one) - away(other))
    .slice(0, NEIGHBOURS)
    .map(({ code }) => ({ districtCode: code, why: 'adjoining', line: null }));
}
