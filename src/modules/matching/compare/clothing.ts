// Clothes, only while the gap is days: after that they have been changed and say nothing.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { clothingDays } from '../weighing/weights.ts';
import { isColour } from './clothing-words.ts';

/** Facts: how many colours and garments both name. */
export function compareClothing(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const days = found.day - missing.day;
  if (missing.clothing.size === 0 || found.clothing.size === 0 || days < -1 || days > clothingDays) return unknown('clothing');
  const both = [...missing.clothing].filter((word) => found.clothing.has(word));
  const facts = { shared: both.length };
  const colourAndGarment = both.some(isColour) && both.some((word) => !isColour(word));
  return weigh(weights, 'clothing', { level: colourAndGarment ? 'same' : both.length > 0 ? 'partly' : 'different', facts });
}
