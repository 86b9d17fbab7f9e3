// The name of father, mother or guardian: a second name is worth more than a better ear for the first.
import type { AspectResult } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { comparePerson } from './person.ts';

export function compareParent(
  bearer: 'father' | 'mother' | 'guardian',
  missing: Prepared,
  found: Prepared,
  context: ScoreContext,
): AspectResult {
  return comparePerson(bearer, bearer, missing, found, context);
}
