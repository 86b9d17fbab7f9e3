// Height: the growth between the two days against what a child of that age grows; a child who shrank is hardly the same child.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { height as growing } from '../weighing/weights.ts';

const typicalAge = 10;

/** Centimetres a child is expected to grow in `years` from age `from`. */
export function expectedGrowth(from: number, years: number): number {
  let grown = 0;
  for (let done = 0; done < Math.min(years, 20); done++) {
    const rate = growing.growthByAge[Math.min(Math.floor(from + done), growing.growthByAge.length)] ?? 0;
    grown += rate * Math.min(1, years - done);
  }
  return grown;
}

/** Facts: centimetres when lost, when found. Levels: one, two, three deviations from the growth expected, or more. */
export function compareHeight(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const [before, after] = [missing.description.heightCentimetres, found.description.heightCentimetres];
  if (before === null || after === null) return unknown('height');
  const years = Math.max(0, (found.day - missing.day) / 365.2425);
  const age = missing.age === null ? typicalAge : (missing.age.low + missing.age.high) / 2;
  const [was, is] = [(before.low + before.high) / 2, (after.low + after.high) / 2];
  if (!Number.isFinite(was + is)) return unknown('height');
  const facts = { missing: Math.round(was), found: Math.round(is) };
  if (age >= 2 && after.high < before.low - growing.shrinkSlack) return weigh(weights, 'height', { level: 'shrunk', facts });
  const expected = expectedGrowth(age, years);
  const ranges = ((before.high - before.low) ** 2 + (after.high - after.low) ** 2) / 12;
  const deviation = Math.sqrt(2 * growing.measuring ** 2 + (growing.growthError * expected) ** 2 + ranges);
  const away = Math.abs(is - was - expected) / deviation;
  const level = away > 3 ? 'beyond' : `within${Math.max(1, Math.ceil(away))}`;
  const { m, u } = weights.levels.height[level]!;
  return weigh(weights, 'height', { level, code: m >= u ? 'fits' : 'unlikely', facts });
}
