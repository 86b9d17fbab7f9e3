// When what a form records was done: the day and the time on the wall clock in India, or both left out for now. So that how late an entry came is known.
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Day, type Instant, addMinutes, dayOf, instantAt, timeOfDay } from '../kernel/time.ts';
import { day, time } from './fields.ts';

/** Fields of a schema; the page draws `WhenFields`. */
export const whenFields = { doneOn: day().optional(), doneAt: time().optional() } as const;
export type When = { readonly doneOn?: Day | undefined; readonly doneAt?: string | undefined };

/** What the fields begin with. */
export function whenNow(now: Instant): { doneOn: Day; doneAt: string } {
  return { doneOn: dayOf(now), doneAt: timeOfDay(now) };
}

/** The minute given; `now` itself if none was, or if it is the minute that runs. Refused at its field: half an answer, and the future. */
export function momentOf({ doneOn, doneAt }: When, now: Instant): Instant | Refusal {
  if (doneOn === undefined && doneAt === undefined) return now;
  if (doneOn === undefined) return refuse('web.error.doneOn', {}, 'doneOn');
  if (doneAt === undefined) return refuse('web.error.doneAt', {}, 'doneAt');
  const at = instantAt(doneOn, doneAt);
  if (at > now) return refuse('web.error.inFuture', {}, 'doneOn');
  return addMinutes(at, 1) > now ? now : at;
}

/** Null if the minute was over before `limit`; a moment within the minute of the limit counts from the limit on. */
export function notBefore(at: Instant, limit: Instant): Instant | null {
  if (at >= limit) return at;
  return addMinutes(at, 1) > limit ? limit : null;
}
