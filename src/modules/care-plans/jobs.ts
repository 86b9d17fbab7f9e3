// What the worker does for care plans: three months after the first plan progress is reported monthly (Form 7 part B).
import { type Instant, addMonths, dayOf, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { auditWrites } from '../children/index.ts';
import { writeDiaries } from '../diary/index.ts';
import { takeFirstMonthsOver } from './plan-store.ts';

const MONTHS = 3;
const AT_ONCE = 100;

/** The moment three months ago, to the day in India. */
function monthsAgo(now: Instant): Instant {
  return instantAt(addMonths(dayOf(now), -MONTHS), '23:59');
}

/** Answers how many there were. */
export async function endFirstMonths(context: Context): Promise<number> {
  const over = await takeFirstMonthsOver(context, monthsAgo(context.now), AT_ONCE);
  await auditWrites(context, over);
  await writeDiaries(context, over.map((recordId) => ({ recordId, entry: { happening: 'care.firstMonthsOver', facts: {} } }))); // prettier-ignore
  return over.length;
}
