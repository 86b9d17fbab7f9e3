// When a duty falls due: which period applies on that day in that State, and the arithmetic of hours, days and months in India.
// A period of days or months leaves out its first day and ends with its last (General Clauses Act 1897 s.9).
import { addDays, addHours, addMinutes, addMonths, dayOf, daysBetween, endOfDay, type Day, type Instant } from '../kernel/time.ts';
import type { Due, Rule } from './rule.ts';

export function isInForce(rule: Pick<Rule, 'inForce'>, on: Day): boolean {
  return rule.inForce.from <= on && (rule.inForce.to === null || on <= rule.inForce.to);
}

/** The rule's own period, or the State's latest one already in force on that day. */
export function periodOf(rule: Pick<Rule, 'due' | 'stateOverrides'>, stateCode: string, on: Day): Due {
  const overrides = rule.stateOverrides.filter((override) => override.stateCode === stateCode && override.from <= on);
  return overrides.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]?.due ?? rule.due;
}

/** The due moment. `journeyMinutes` is added to periods that exclude the journey and ignored by the others. */
export function dueMoment(startedAt: Instant, due: Due, journeyMinutes: number): Instant {
  if ('atOnce' in due) return startedAt;
  if ('hours' in due) return addMinutes(addHours(startedAt, due.hours), due.excludingJourney ? journeyMinutes : 0);
  const first = dayOf(startedAt);
  if ('days' in due) return endOfDay(addDays(first, due.days));
  if ('months' in due) return endOfDay(addMonths(first, due.months));
  return endOfDay(addWorkingDays(first, due.workingDays));
}

/** Late once this moment is past: the due moment itself, or for "at once" the end of the administrative grace. */
export function lateMoment(dueAt: Instant, due: Due): Instant {
  return 'atOnce' in due ? addMinutes(dueAt, due.graceMinutes) : dueAt;
}

const A_MONDAY = '2024-01-01' as Day;

/** Monday to Friday. Gazetted holidays are not known here, so the day given is the earliest it can be. */
export function addWorkingDays(on: Day, count: number): Day {
  let day = on;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (weekday(day) < 5) left -= 1;
  }
  return day;
}

/** 0 on Monday to 6 on Sunday. */
function weekday(on: Day): number {
  return ((daysBetween(A_MONDAY, on) % 7) + 7) % 7;
}
