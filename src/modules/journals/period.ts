// Months, quarters and half-years of the calendar in India, by name: which are over on a day, and which days they hold.
import { type Day, addDays, addMonths, isDay } from '../../kernel/time.ts';

const lengths = ['month', 'quarter', 'half-year'] as const;
export type PeriodLength = (typeof lengths)[number];
/** `over`: the first day after it. */
export type EndedPeriod = { length: PeriodLength; period: string; over: Day };

const months: Record<PeriodLength, number> = { month: 1, quarter: 3, 'half-year': 6 };

/** `2026-11`, `2026-Q3` (July to September) or `2026-H2`: the period of that length a day lies in. */
export function periodOf(length: PeriodLength, on: Day): string {
  const year = on.slice(0, 4);
  const month = Number(on.slice(5, 7));
  if (length === 'month') return on.slice(0, 7);
  return length === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-H${month <= 6 ? 1 : 2}`;
}

/** Its first and last day; null for what names no period. */
export function spanOf(period: string): { from: Day; to: Day } | null {
  const read = /^(\d{4})-(?:Q([1-4])|H([12])|(\d\d))$/.exec(period);
  if (!read) return null;
  const [, year, quarter, half, month] = read;
  const [first, many] = quarter ? [Number(quarter) * 3 - 2, 3] : half ? [Number(half) * 6 - 5, 6] : [Number(month), 1];
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return isDay(from) ? { from, to: addDays(addMonths(from, many), -1) } : null;
}

/** The periods that were over by `upTo` and not yet on `after`, the earliest first; of one day the shorter first. */
export function periodsEnded(after: Day, upTo: Day): EndedPeriod[] {
  const ended: EndedPeriod[] = [];
  for (let over = addMonths(`${after.slice(0, 7)}-01` as Day, 1); over <= upTo; over = addMonths(over, 1)) {
    const firstMonth = Number(over.slice(5, 7)) - 1;
    for (const length of lengths)
      if (firstMonth % months[length] === 0) ended.push({ length, period: periodOf(length, addDays(over, -1)), over });
  }
  return ended;
}
