// Which days are working days: what is closed in the whole country, and of a State what its orders and its yearly list close. A State of which nothing is
// known is open on every other day, so that a period counted without its list can only end earlier than the law allows, never later.
import { addDays, daysBetween, type Day } from '../kernel/time.ts';
import type { Confidence, Rule } from './rule.ts';

/** What one State closes, as far as it is known. */
export type Calendar = {
  /** Gazetted holidays. A restricted holiday closes no office and is not among them. */
  readonly holidays: ReadonlySet<Day>;
  /** Which Saturdays of a month (the first to the fifth) are closed, from a day on; in any order, at most one of a day. */
  readonly saturdays: readonly { readonly from: Day; readonly closed: readonly number[] }[];
};

/** Of a State that brought neither list nor order. */
const unknownCalendar: Calendar = { holidays: new Set(), saturdays: [] };

/** `monthDay`: MM-DD, of every year. */
type NationalHoliday = { readonly monthDay: string; readonly name: string; readonly citation: string; readonly confidence: Confidence };

const everyYear = {
  citation: 'A public holiday in every State in every year; the notifications under the Negotiable Instruments Act 1881 s.25 to be checked',
  confidence: 'M',
} as const satisfies Partial<NationalHoliday>;

/** What is certain without any year's list. Every other holiday is notified year by year, and comes by import. */
export const nationalHolidays: readonly NationalHoliday[] = [
  { monthDay: '01-26', name: 'republicDay', ...everyYear },
  { monthDay: '08-15', name: 'independenceDay', ...everyYear },
  { monthDay: '10-02', name: 'gandhiJayanti', ...everyYear },
];

export const closures = ['sunday', 'national', 'saturday', 'holiday'] as const;
export type Closure = (typeof closures)[number];

/** Why offices of the State are closed on that day; null where, as far as is known, they are open. Sundays: Negotiable Instruments Act 1881 s.25, Explanation [M]. */
export function closureOf(on: Day, calendar: Calendar): Closure | null {
  const ofWeek = weekday(on);
  if (nationalHolidays.some(({ monthDay }) => on.endsWith(monthDay))) return 'national';
  if (calendar.holidays.has(on)) return 'holiday';
  if (ofWeek === 6) return 'sunday';
  return ofWeek === 5 && closedSaturdays(on, calendar).includes(Math.ceil(Number(on.slice(8)) / 7)) ? 'saturday' : null;
}

/** By the latest order in force on that day. */
function closedSaturdays(on: Day, { saturdays }: Calendar): readonly number[] {
  const inForce = saturdays.filter(({ from }) => from <= on).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return inForce[0]?.closed ?? [];
}

/** `count` working days after `on`, which is not counted itself. */
export function addWorkingDays(on: Day, count: number, calendar: Calendar = unknownCalendar): Day {
  let day = on;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (closureOf(day, calendar) === null) left -= 1;
  }
  return day;
}

/** True where some period of the rule is counted in working days: a change of calendar moves its dates. */
export function countsWorkingDays({ due, dueBy = [], stateOverrides }: Pick<Rule, 'due' | 'dueBy' | 'stateOverrides'>): boolean {
  return [due, ...dueBy.map((by) => by.due), ...stateOverrides.map((by) => by.due)].some(
    (one) => one !== undefined && 'workingDays' in one,
  );
}

const A_MONDAY = '2024-01-01' as Day;

/** 0 on Monday to 6 on Sunday. */
export function weekday(on: Day): number {
  return ((daysBetween(A_MONDAY, on) % 7) + 7) % 7;
}
