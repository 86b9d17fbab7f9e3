// Instants and days from milliseconds, with the calendar remembered: a nation's diaries hold millions of them.
import { type Day, type Instant, dayOf, fromMilliseconds, instantAt } from '../../src/kernel/time.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const minuteTexts = Array.from({ length: 1440 }, (_, at) => fromMilliseconds(at * minute).slice(10));
const dayTexts = new Map<number, string>();
const indianDays = new Map<number, Day>();

/** Whole minutes: people do not write down seconds. */
export function instant(milliseconds: number): Instant {
  const days = Math.floor(milliseconds / day);
  let text = dayTexts.get(days);
  if (text === undefined) {
    text = fromMilliseconds(days * day).slice(0, 10);
    dayTexts.set(days, text);
  }
  return (text + minuteTexts[Math.floor((milliseconds - days * day) / minute)]!) as Instant;
}

/** The day it is in India at that moment. */
export function dayAt(milliseconds: number): Day {
  const halfHours = Math.floor(milliseconds / (hour / 2)); // India's midnight falls on a half hour
  let on = indianDays.get(halfHours);
  if (on === undefined) {
    on = dayOf(fromMilliseconds(halfHours * (hour / 2)));
    indianDays.set(halfHours, on);
  }
  return on;
}

/** The nation's present on its day: all that is told lies before it. */
export function presentOf(today: Day): Instant {
  return instantAt(today, '08:00');
}
