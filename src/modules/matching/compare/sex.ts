// Sex as recorded: a slip of the pen is rare, so a difference speaks strongly against, yet never decides alone.
import { type AspectResult, unknown, weigh } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';

/** That two girls agree tells less where most of the missing are girls. */
export function compareSex(missing: Prepared, found: Prepared, { weights }: ScoreContext): AspectResult {
  const [one, other] = [missing.description.sex, found.description.sex];
  if (one === null || other === null) return unknown('sex');
  const facts = { missing: one, found: other };
  if (one === other) return weigh(weights, 'sex', { level: 'same', chance: weights.sexes[other], facts });
  if (one === 'third' || other === 'third') return weigh(weights, 'sex', { level: 'third', facts });
  return weigh(weights, 'sex', { level: 'different', chance: 1 - weights.sexes[other], facts });
}
