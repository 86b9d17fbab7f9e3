// What timeliness does at a time: adds up the figures of States and districts for the pages of the nation and of a State.
import { addHours, addMonths } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { monthOf, monthsOffered } from './month.ts';
import { countPlaces, countedAt } from './store.ts';

/** Late entries of older months come a few a day. */
const OLD_MONTHS_HOURS = 12;

/** Adds up one month that is due: of the running month and the one before each time, of the others those not added up for half a day. `taken`: months of this round. */
export async function countOneMonth(context: Context, taken: Set<string>): Promise<boolean> {
  const recent = addMonths(monthOf(context.now), -1);
  for (const month of monthsOffered(context.now).filter((each) => !taken.has(each))) {
    taken.add(month);
    const last = await countedAt(context, month);
    if (month < recent && last !== null && last > addHours(context.now, -OLD_MONTHS_HOURS)) continue;
    return countPlaces(context, month);
  }
  return false;
}
