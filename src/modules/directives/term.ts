// When a point of a directive is due: by a day, so long after the directive's date or its receipt, or so long after the end of each period. Pure.
// Days, working days and months are counted as the law's are (law/due.ts): the first day is left out, and the last counts to its end in India.
import { type Day, type Instant, addDays, addMonths, dayOf, endOfDay, instantAt } from '../../kernel/time.ts';
import { type Due, type ObligationState, dueMoment } from '../../law/index.ts';

export const dueKinds = ['none', 'day', 'days', 'working-days', 'months'] as const;
export const dueOrigins = ['date', 'receipt', 'period'] as const;
export const repeatings = ['once', 'monthly', 'quarterly'] as const;
export type Repeating = (typeof repeatings)[number];
/** `source`: the directive itself sets it. `portal`: it sets none, and the period is administrative. */
export const dueBases = ['source', 'portal'] as const;

export type Term = {
  dueKind: (typeof dueKinds)[number];
  dueOn: Day | null;
  dueCount: number | null;
  dueFrom: (typeof dueOrigins)[number] | null;
  dueBasis: (typeof dueBases)[number] | null;
  repeats: Repeating;
};

const monthsIn = { monthly: 1, quarterly: 3 } as const;

/** The first day of the month or quarter a day lies in. */
export function periodOf(repeats: Exclude<Repeating, 'once'>, on: Day): Day {
  const month = Number(on.slice(5, 7)) - 1;
  const first = month - (month % monthsIn[repeats]) + 1;
  return `${on.slice(0, 5)}${String(first).padStart(2, '0')}-01` as Day;
}

export function periodAfter(repeats: Exclude<Repeating, 'once'>, period: Day): Day {
  return addMonths(period, monthsIn[repeats]);
}

/** Every period from the one of `from` to the one of `to`, both included. */
export function periodsBetween(repeats: Exclude<Repeating, 'once'>, from: Day, to: Day): Day[] {
  const periods: Day[] = [];
  for (let period = periodOf(repeats, from); period <= to; period = periodAfter(repeats, period)) periods.push(period);
  return periods;
}

/** The period that figures are of unless another is asked for: the last that has ended, or the running one if none has since `from`. */
export function lastEnded(repeats: Exclude<Repeating, 'once'>, from: Day, on: Day): Day {
  const all = periodsBetween(repeats, from, on);
  return all.at(-2) ?? all.at(-1) ?? periodOf(repeats, on);
}

function dueOf({ dueKind, dueCount }: Term): Due | null {
  if (dueCount === null) return null;
  if (dueKind === 'days') return { days: dueCount, basis: 'source' };
  if (dueKind === 'working-days') return { workingDays: dueCount, basis: 'source' };
  return dueKind === 'months' ? { months: dueCount, basis: 'source' } : null;
}

export type Counted = { dated: Day; reachedAt: Instant; period: Day };

/** Past this moment it is late; null where no day is set. `period` is read only of what repeats. */
export function lateAfter(term: Term, { dated, reachedAt, period }: Counted): Instant | null {
  if (term.dueKind === 'day') return term.dueOn && endOfDay(term.dueOn);
  const due = dueOf(term);
  if (!due) return null;
  if (term.repeats !== 'once') return dueMoment(instantAt(addDays(periodAfter(term.repeats, period), -1)), due);
  return dueMoment(term.dueFrom === 'receipt' ? reachedAt : instantAt(dated), due);
}

export const answers = ['done', 'not-applicable', 'not-yet'] as const;
export type AnswerKind = (typeof answers)[number];
/** In the words of duties; and `not-applicable`, which a duty of the law is not. */
export type DutyState = Extract<ObligationState, 'running' | 'nearly-late' | 'late' | 'met' | 'met-late'> | 'not-applicable';

/** Administrative: so many days before its end a point is called nearly late. */
const NEARLY_LATE_DAYS = 7;

/** Met on its day is met, whenever it is entered; "not yet" leaves it open. Exactly at the end it is not late. */
export function stateOf(duty: { answer: AnswerKind | null; doneOn: Day | null; lateAfter: Instant | null }, now: Instant): DutyState {
  const { answer, doneOn, lateAfter: end } = duty;
  if (answer === 'not-applicable') return 'not-applicable';
  if (answer === 'done') return end !== null && doneOn !== null && doneOn > dayOf(end) ? 'met-late' : 'met';
  if (end === null) return 'running';
  if (now > end) return 'late';
  return dayOf(now) >= addDays(dayOf(end), -NEARLY_LATE_DAYS) ? 'nearly-late' : 'running';
}
