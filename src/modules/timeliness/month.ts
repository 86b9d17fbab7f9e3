// Months of India, by their first day: which have begun, which are over, which are offered.
import { type Day, type Instant, addDays, addMonths, dayOf, daysBetween, isDay } from '../../kernel/time.ts';

/** How many months back the figures are offered. */
const MONTHS_BACK = 24;

/** The first day of the month it is in India. */
export function monthOf(at: Instant): Day {
  return `${dayOf(at).slice(0, 7)}-01` as Day;
}

/** The Monday of the week a day lies in. */
export function mondayOf(on: Day): Day {
  return addDays(on, -(daysBetween('1970-01-05' as Day, on) % 7)); // that day was one
}

/** The months offered, the running one first. */
export function monthsOffered(now: Instant): Day[] {
  return Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(monthOf(now), -back));
}

/** `YYYY-MM` of a month that has begun; else the key of what is wrong with it. */
export function readMonth(text: string, now: Instant): { month: Day } | { wrong: string } {
  const month = `${text}-01`;
  if (!/^\d{4}-\d\d$/.test(text) || !isDay(month)) return { wrong: 'timeliness.error.notAMonth' };
  return month > monthOf(now) ? { wrong: 'timeliness.error.future' } : { month };
}
