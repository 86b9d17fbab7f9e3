// What age, sex and place say for and against a record, beside names worth ten. What is missing on either side says nothing.
import { type Particulars, type RankingIndex, bornIn, factsOf, sexIn, sexNumber } from './ranking-index.ts';

/** Months between two estimates of one birth, up to which the points are given; beyond the last it is not the same person. */
const months = [7, 13, 25, 37, 61, 96];
const agePointsUpTo = [2, 1.5, 0.6, -0.5, -2.5, -5];
const sexPoints = { same: 0.8, other: -4 } as const;
const placePoints = { same: 3, sameRegion: 1, other: -0.5 } as const;

export type Plausibility = { age: number | null; sex: number | null; place: number | null };
export type AskedFor = { born: number; sex: number; place: number; region: number };

export function askedFor(query: Particulars): AskedFor {
  return { born: query.born ?? 0, sex: sexNumber(query.sex), place: query.place ?? 0, region: query.region ?? 0 };
}

/** The most points any record can have. */
export function bestPoints(asked: AskedFor): number {
  const place = asked.place > 0 ? placePoints.same : asked.region > 0 ? placePoints.sameRegion : 0;
  return (asked.born > 0 ? agePointsUpTo[0]! : 0) + (asked.sex > 0 ? sexPoints.same : 0) + place;
}

/** By months apart, up to the last that may be the same person. */
const pointsByMonths = Float64Array.from(
  { length: months.at(-1)! + 1 },
  (_, apart) => agePointsUpTo[months.findIndex((most) => apart <= most)]!,
);

/** Points for the ages; null if unknown, minus infinity if it can not be the same person. */
function agePoints(asked: number, born: number): number | null {
  if (asked === 0 || born === 0) return null;
  const apart = Math.abs(asked - born);
  return apart < pointsByMonths.length ? pointsByMonths[apart]! : Number.NEGATIVE_INFINITY;
}

export function plausibility(index: RankingIndex, asked: AskedFor, record: number): Plausibility {
  const facts = factsOf(index, record);
  const sex = sexIn(facts);
  const place = index.place.data[record]!;
  const region = index.region.data[record]!;
  const placed = asked.place > 0 && place > 0;
  const sameRegion = asked.region > 0 && asked.region === region;
  return {
    age: agePoints(asked.born, bornIn(facts)),
    sex: asked.sex === 0 || sex === 0 ? null : asked.sex === sex ? sexPoints.same : sexPoints.other,
    place: placed && asked.place === place ? placePoints.same : sameRegion ? placePoints.sameRegion : placed ? placePoints.other : null,
  };
}

/** The three in one number, without making an object: this is asked of every candidate, whose `facts` are at hand. */
export function plausiblePoints(index: RankingIndex, asked: AskedFor, record: number, facts: number): number {
  const sex = sexIn(facts);
  let points = agePoints(asked.born, bornIn(facts)) ?? 0;
  if (asked.sex !== 0 && sex !== 0) points += asked.sex === sex ? sexPoints.same : sexPoints.other;
  if (asked.place === 0 && asked.region === 0) return points;
  const place = index.place.data[record]!;
  if (asked.place > 0 && asked.place === place) return points + placePoints.same;
  if (asked.region > 0 && asked.region === index.region.data[record]!) return points + placePoints.sameRegion;
  return asked.place > 0 && place > 0 ? points + placePoints.other : points;
}
