// Who is on duty at a moment, and until when an officer is not to be woken. By the clock in India; a turn or a quiet time may run over midnight.
import type { OfficerId } from '../../kernel/ids.ts';
import { type Day, type Instant, addDays, dayOf, daysBetween, instantAt, timeOfDay } from '../../kernel/time.ts';

/** From–to by the clock, `HH:MM`; `to` before `from` is on the next day. */
export type Hours = { from: string; to: string };
/** `weekdays`: 1 Monday to 7 Sunday, of the day a turn begins. `fromOn`: the first day it may begin. */
export type Turn = Hours & { officerId: OfficerId; weekdays: readonly number[]; fromOn: Day };

const MONDAY = '2024-01-01' as Day;

export function weekdayOf(on: Day): number {
  return ((((daysBetween(MONDAY, on) % 7) + 7) % 7) + 1) as number;
}

/** The day on which the spell of these hours that holds `now` began; null between spells. */
function begunOn({ from, to }: Hours, now: Instant): Day | null {
  const [on, time] = [dayOf(now), timeOfDay(now)];
  if (from < to) return from <= time && time < to ? on : null;
  if (time >= from) return on;
  return time < to ? addDays(on, -1) : null;
}

export function isOnDuty(turn: Turn, now: Instant): boolean {
  const on = begunOn(turn, now);
  return on !== null && on >= turn.fromOn && turn.weekdays.includes(weekdayOf(on));
}

/** When the quiet time that holds `now` ends; null if none does. */
export function quietUntil(quiet: Hours, now: Instant): Instant | null {
  const on = begunOn(quiet, now);
  if (on === null) return null;
  return instantAt(quiet.from < quiet.to ? on : addDays(on, 1), quiet.to);
}
