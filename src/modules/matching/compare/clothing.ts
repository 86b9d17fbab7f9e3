// Clothes, only while the gap is days: after that they have been changed and say nothing.
import { type AspectResult, atLevel, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { clothing as weights } from '../weights.ts';
import { isColour } from './clothing-words.ts';

/** Facts: how many colours and garments both name. */
export function compareClothing(missing: Prepared, found: Prepared): AspectResult {
  const days = found.day - missing.day;
  if (missing.clothing.size === 0 || found.clothing.size === 0 || days < -1 || days > weights.days) return unknown('clothing');
  const both = [...missing.clothing].filter((word) => found.clothing.has(word));
  const facts = { shared: both.length };
  if (both.some(isColour) && both.some((word) => !isColour(word))) return atLevel('clothing', weights.both, 'same', facts);
  return both.length > 0 ? atLevel('clothing', weights.one, 'partly', facts) : atLevel('clothing', weights.none, 'different', facts);
}
