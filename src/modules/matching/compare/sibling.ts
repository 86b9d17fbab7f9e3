// Names of brothers, sisters and friends: one shared name speaks for, a different one hardly against, since each side may name another of several.
import type { AspectResult } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { comparePerson } from './person.ts';

/** With several names on both sides a chance agreement is likelier: the bits shrink by the number of pairs tried. */
export function compareSibling(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  const result = comparePerson('sibling', 'sibling', missing, found, context);
  if (result.outcome !== 'agree') return result;
  const tried = missing.names.sibling.length * found.names.sibling.length;
  return { ...result, bits: Math.max(0, result.bits - Math.log2(tried) / 2) };
}
