// When a duty falls due: which period applies on that day in that State, and the arithmetic of hours, days and months in India.
// A period of days or months leaves out its first day and ends with its last (General Clauses Act 1897 s.9).
import { addDays, addHours, addMinutes, addMonths, dayOf, endOfDay, instantAt, isDay, type Day, type Instant } from '../kernel/time.ts';
import type { CountedDue, Due, Ladder, Rule, StateOverride } from './rule.ts';
import { addWorkingDays, type Calendar } from './working-days.ts';

export function isInForce(rule: Pick<Rule, 'inForce'>, on: Day): boolean {
  return rule.inForce.from <= on && (rule.inForce.to === null || on <= rule.inForce.to);
}

/** What the State's rules change on that day: the latest override already in force that says anything of `part`. */
function overrideOf<P extends 'due' | 'escalation' | 'form'>(
  { stateOverrides }: Pick<Rule, 'stateOverrides'>,
  part: P,
  stateCode: string,
  on: Day,
): StateOverride[P] {
  const overrides = stateOverrides.filter((one) => one.stateCode === stateCode && one.from <= on && one[part] !== undefined);
  return overrides.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]?.[part];
}

/** The rule's own period, that of the kind of case (`variant`: a place in `dueBy`), or the State's in force on that day, which goes before both. */
export function periodOf(
  rule: Pick<Rule, 'due' | 'dueBy' | 'stateOverrides'>,
  stateCode: string,
  on: Day,
  variant: number | null = null,
): Due {
  return overrideOf(rule, 'due', stateCode, on) ?? (variant === null ? undefined : rule.dueBy?.[variant]?.due) ?? rule.due;
}

/** Who is told when it is late, by the rule or by the State. */
export function ladderOf(rule: Pick<Rule, 'escalation' | 'stateOverrides'>, stateCode: string, on: Day): Ladder {
  return overrideOf(rule, 'escalation', stateCode, on) ?? rule.escalation;
}

/** The number the form bears in that State, or undefined where the duty has no form. */
export function formOf(rule: Pick<Rule, 'form' | 'stateOverrides'>, stateCode: string, on: Day): string | undefined {
  return overrideOf(rule, 'form', stateCode, on) ?? rule.form;
}

/**
 * What moves a due moment. `journeyMinutes` counts only where the period excludes the journey. `extendedMonths`: more time given by whoever may.
 * `suspendedMinutes`: held up by order. `extendedTo`: the day up to which an order gave time, if later than the period's end. `stated`: the day or the
 * hour the start itself names, which counts if it is earlier than the period's end. `plannedFor`: the day the start names, from which days are counted back.
 * `calendar`: which days the State's offices are closed, where the period is in working days; without it, what is closed everywhere.
 */
export type Moved = {
  readonly journeyMinutes?: number;
  readonly extendedMonths?: number;
  readonly suspendedMinutes?: number;
  readonly extendedTo?: Day | null;
  readonly stated?: string | undefined;
  readonly plannedFor?: string | undefined;
  readonly calendar?: Calendar | undefined;
};

export function dueMoment(startedAt: Instant, due: Due, moved: Moved = {}): Instant {
  const end = 'atOnce' in due ? startedAt : counted(startedAt, due, moved);
  const resumed = moved.suspendedMinutes ? addMinutes(end, moved.suspendedMinutes) : end;
  const ofDays = !('atOnce' in due) && !('hours' in due);
  const ofPeriod = ofDays && moved.suspendedMinutes ? endOfDay(dayOf(resumed)) : resumed;
  const whole = moved.extendedTo && endOfDay(moved.extendedTo) > ofPeriod ? endOfDay(moved.extendedTo) : ofPeriod;
  const stated = statedMoment(moved.stated ?? '');
  return stated !== null && stated < whole ? stated : whole;
}

/** `2026-11-20` is the end of that day, `2026-11-20 10:30` that hour on the wall clock in India; null for what is neither. */
function statedMoment(text: string): Instant | null {
  const [day = '', time, ...more] = text.split(' ');
  if (!isDay(day) || more.length > 0) return null;
  if (time === undefined) return endOfDay(day);
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantAt(day, time) : null;
}

function counted(startedAt: Instant, due: CountedDue, { journeyMinutes = 0, extendedMonths = 0, plannedFor, calendar }: Moved): Instant {
  const first = dayOf(startedAt);
  if ('daysBefore' in due) {
    const last = plannedFor && isDay(plannedFor) ? addDays(plannedFor, -due.daysBefore) : first;
    return endOfDay(last > first ? last : first);
  }
  // Months are added in one step: 31 October and six months is 30 April, not two months after the end of February.
  if ('months' in due) return endOfDay(addDays(addMonths(first, due.months + extendedMonths), due.andDays ?? 0));
  if ('hours' in due) {
    const end = addMinutes(addHours(startedAt, due.hours), due.excludingJourney ? journeyMinutes : 0);
    return extendedMonths ? endOfDay(addMonths(dayOf(end), extendedMonths)) : end;
  }
  const last = 'days' in due ? addDays(first, due.days) : addWorkingDays(first, due.workingDays, calendar);
  return endOfDay(extendedMonths ? addMonths(last, extendedMonths) : last);
}

/** Late once this moment is past: the due moment itself, or for "at once" the end of the administrative grace. */
export function lateMoment(dueAt: Instant, due: Due): Instant {
  return 'atOnce' in due ? addMinutes(dueAt, due.graceMinutes) : dueAt;
}
