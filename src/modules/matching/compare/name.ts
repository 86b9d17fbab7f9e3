// The child's own name, with every alias and pet name either record gives.
import type { AspectResult } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { comparePerson } from './person.ts';

export function compareName(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult {
  return comparePerson('name', 'child', missing, found, context);
}
