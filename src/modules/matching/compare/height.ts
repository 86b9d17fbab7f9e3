// Height: the growth between the two days against what a child of that age grows; a child who shrank is hardly the same child.
import { type AspectResult, atLevel, between, bitsOfDifference, known, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { height as weights } from '../weights.ts';

const typicalAge = 10;

/** Centimetres a child is expected to grow in `years` from age `from`. */
export function expectedGrowth(from: number, years: number): number {
  let grown = 0;
  for (let done = 0; done < Math.min(years, 20); done++) {
    const rate = weights.growthByAge[Math.min(Math.floor(from + done), weights.growthByAge.length)] ?? 0;
    grown += rate * Math.min(1, years - done);
  }
  return grown;
}

/** Facts: centimetres when lost, when found. */
export function compareHeight(missing: Prepared, found: Prepared): AspectResult {
  const [before, after] = [missing.description.heightCentimetres, found.description.heightCentimetres];
  if (before === null || after === null) return unknown('height');
  const years = Math.max(0, (found.day - missing.day) / 365.2425);
  const age = missing.age === null ? typicalAge : (missing.age.low + missing.age.high) / 2;
  const [was, is] = [(before.low + before.high) / 2, (after.low + after.high) / 2];
  if (!Number.isFinite(was + is)) return unknown('height');
  const facts = { missing: Math.round(was), found: Math.round(is) };
  if (age >= 2 && after.high < before.low - weights.shrinkSlack) return atLevel('height', weights.shrunk, 'shrunk', facts);
  const expected = expectedGrowth(age, years);
  const ranges = ((before.high - before.low) ** 2 + (after.high - after.low) ** 2) / 12;
  const deviation = Math.sqrt(2 * weights.measuring ** 2 + (weights.growthError * expected) ** 2 + ranges);
  const difference = is - was - expected;
  const span = weights.otherSpread * 2.5; // children of like age spread this wide
  const bits = between(weights.least, bitsOfDifference(difference, deviation, span), weights.most);
  return known('height', bits, bits >= 0 ? 'fits' : 'unlikely', facts);
}
