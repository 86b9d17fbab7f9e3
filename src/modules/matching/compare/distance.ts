// How far the district of finding lies from the district of losing: children cross the country by train, so far is only mildly against.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { DistrictPoint, ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { distanceBands } from '../weighing/weights.ts';

const EARTH_KILOMETRES = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export function kilometresBetween(one: DistrictPoint, other: DistrictPoint): number {
  const half = (degrees: number): number => Math.sin((degrees * RADIANS) / 2) ** 2;
  const chord =
    half(other.latitude - one.latitude) +
    Math.cos(one.latitude * RADIANS) * Math.cos(other.latitude * RADIANS) * half(other.longitude - one.longitude);
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Facts: kilometres, rounded to ten, and the two district names. */
export function compareDistance(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  const [from, to] = [missing.circumstances.districtCode, found.circumstances.districtCode];
  if (from === null || to === null) return unknown('distance');
  const [one, other] = [context.districts.get(from), context.districts.get(to)];
  if (from === to) {
    const facts = { missing: one?.name ?? from, found: other?.name ?? to, kilometres: 0 };
    return weigh(context.weights, 'distance', { level: 'sameDistrict', facts });
  }
  if (!one || !other) return unknown('distance');
  const kilometres = kilometresBetween(one, other);
  if (!Number.isFinite(kilometres)) return unknown('distance');
  const [level] = Object.entries(distanceBands).find(([, upTo]) => kilometres <= upTo)!;
  const facts = { missing: one.name, found: other.name, kilometres: Math.round(kilometres / 10) * 10 };
  return weigh(context.weights, 'distance', { level, code: 'apart', facts });
}
