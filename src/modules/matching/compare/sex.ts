// Sex as recorded: a slip of the pen is rare, so a difference speaks strongly against, yet never decides alone.
import { type AspectResult, atLevel, unknown } from '../aspect.ts';
import type { Prepared } from '../prepare.ts';
import { sex as weights } from '../weights.ts';

export function compareSex(missing: Prepared, found: Prepared): AspectResult {
  const [one, other] = [missing.description.sex, found.description.sex];
  if (one === null || other === null) return unknown('sex');
  const facts = { missing: one, found: other };
  if (one === other) return atLevel('sex', weights.same, 'same', facts);
  const either = one === 'third' || other === 'third';
  return atLevel('sex', either ? weights.thirdAndOther : weights.different, either ? 'third' : 'different', facts);
}
