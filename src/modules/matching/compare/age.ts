// Age, carried to the day the child was found: the error widens with age and with how weakly it is known.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';

const rarest = 0.002;

/** Share of children younger than `years`, by straight lines within a year. */
function shareBelow(ages: readonly number[], years: number): number {
  let sum = 0;
  for (let year = 0; year < ages.length && year < years; year++) sum += ages[year]! * Math.min(1, years - year);
  return sum;
}

/** How often another child's age lies between `from` and `to` deviations away on either side. */
function chanceOf(ages: readonly number[], middle: number, deviation: number, from: number, to: number): number {
  const within = (times: number): number => shareBelow(ages, middle + times * deviation) - shareBelow(ages, middle - times * deviation);
  return Math.max(rarest, within(to) - within(from));
}

/** Facts: completed years of both on the day found. Levels: one, two, three deviations of what both ages may err, or more, to either side. */
export function compareAge(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  if (missing.age === null || found.age === null) return unknown('age');
  const drift = (found.day - missing.day) / 365.2425;
  const low = Math.max(0, missing.age.low + drift);
  const high = Math.max(low, missing.age.high + drift);
  const spread = ((high - low) ** 2 + (found.age.high - found.age.low) ** 2) / 12; // variance of the two ranges themselves
  const deviation = Math.sqrt(missing.age.deviation ** 2 + found.age.deviation ** 2 + spread);
  const middle = (found.age.low + found.age.high) / 2;
  const difference = (low + high) / 2 - middle;
  const away = Math.abs(difference) / deviation;
  const facts = {
    missingLow: Math.floor(low),
    missingHigh: Math.floor(Math.max(low, high - 0.01)),
    foundLow: Math.floor(found.age.low),
    foundHigh: Math.floor(Math.max(found.age.low, found.age.high - 0.01)),
  };
  if (away > 3) return inWords(weigh(weights, 'age', { level: difference > 0 ? 'younger' : 'older', facts }), difference);
  const band = Math.max(1, Math.ceil(away));
  const chance = chanceOf(weights.ages, middle, deviation, band - 1, band);
  return inWords(weigh(weights, 'age', { level: `within${band}`, chance, facts }), difference);
}

/** What speaks against is said with its direction. `difference`: years the missing child would be older than the found one. */
function inWords(result: AspectResult, difference: number): AspectResult {
  const code = result.outcome === 'agree' ? 'near' : difference > 0 ? 'foundYounger' : 'foundOlder';
  return { ...result, sentence: { ...result.sentence, code: `matching.age.${code}` } };
}
