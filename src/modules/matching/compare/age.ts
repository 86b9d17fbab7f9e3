// Age, carried to the day the child was found: the error widens with age and with how weakly it is known.
import { type AspectResult, between, bitsOfDifference, known, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { age as weights } from '../weights.ts';

/** Facts: completed years of both on the day found. */
export function compareAge(missing: Prepared, found: Prepared): AspectResult {
  if (missing.age === null || found.age === null) return unknown('age');
  const drift = (found.day - missing.day) / 365.2425;
  const low = Math.max(0, missing.age.low + drift);
  const high = Math.max(low, missing.age.high + drift);
  const spread = ((high - low) ** 2 + (found.age.high - found.age.low) ** 2) / 12; // variance of the two ranges themselves
  const deviation = Math.sqrt(missing.age.deviation ** 2 + found.age.deviation ** 2 + spread);
  const difference = (low + high - found.age.low - found.age.high) / 2;
  const bits = between(weights.least, bitsOfDifference(difference, deviation, weights.spanYears), weights.most);
  const code = bits >= 0 ? 'near' : difference > 0 ? 'foundYounger' : 'foundOlder';
  return known('age', bits, code, {
    missingLow: Math.floor(low),
    missingHigh: Math.floor(Math.max(low, high - 0.01)),
    foundLow: Math.floor(found.age.low),
    foundHigh: Math.floor(Math.max(found.age.low, found.age.high - 0.01)),
  });
}
