// Counts of children for whoever may not see the children themselves: a few of a place could be told apart by who knows the place. Pure.
import type { OfficerActor } from '../../platform/context.ts';
import { type Area, contains } from '../officers/index.ts';

/** `few`: at least one, and fewer than FEW. */
export type Cell = number | 'few';
export const FEW = 5;

/**
 * None, a few, or the next lower multiple of five. Exact counts beside a withheld one would give it away: the whole less its other parts, or a State's row
 * less its districts' on the next page.
 */
export function coarse(count: number): Cell {
  if (count === 0) return 0;
  return count < FEW ? 'few' : count - (count % FEW);
}

/** Whether the officer's own reach opens every record of the area. */
export function seesChildrenOf({ reach, stateCode, districtCode }: OfficerActor, area: Area): boolean {
  if (reach === 'nation') return true;
  if (reach === 'state' && stateCode) return contains({ level: 'state', code: stateCode }, area);
  return (
    reach === 'district' &&
    stateCode !== null &&
    districtCode !== null &&
    contains({ level: 'district', code: districtCode, stateCode }, area)
  );
}
