// Instants and days. The only file that knows Asia/Kolkata and the only one that asks the machine what time it is.
import { daysOf, daysOfText, fromText, lengthOf, textOfDays, toText } from './calendar.ts';

declare const instant: unique symbol;
declare const day: unique symbol;
/** A moment, as `2026-11-24T08:02:13.000Z`. Compares as text. */
export type Instant = string & { readonly [instant]: true };
/** A calendar day without a time zone, as `2026-11-24`. Birth dates are days. Compares as text. */
export type Day = string & { readonly [day]: true };
export type Clock = () => Instant;

const INDIA_OFFSET = 330 * 60_000; // no daylight saving since 1945
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const systemClock: Clock = () => fromMilliseconds(Date.now());

export function fromMilliseconds(milliseconds: number): Instant {
  return toText(milliseconds) as Instant;
}

export function milliseconds(at: Instant): number {
  return fromText(at);
}

/** Reads what PostgreSQL prints for timestamptz or an ISO string. Throws RangeError on nonsense. */
export function instantFrom(text: string): Instant {
  const iso = text.includes('T') ? text : text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return fromMilliseconds(Date.parse(iso));
}

/** True for a real calendar day written YYYY-MM-DD (31 February is not one, nor is any of a year 0, which the database has not). */
export function isDay(text: string): text is Day {
  return (
    !text.startsWith('0000') &&
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

/** The day it is in India at that moment. */
export function dayOf(at: Instant): Day {
  return textOfDays(Math.floor((milliseconds(at) + INDIA_OFFSET) / DAY)) as Day;
}

/** The wall clock in India at that moment, `HH:MM`. */
export function timeOfDay(at: Instant): string {
  return fromMilliseconds(milliseconds(at) + INDIA_OFFSET).slice(11, 16);
}

/** The moment a wall clock in India shows `time` (`HH:MM`) on `on`. */
export function instantAt(on: Day, time = '00:00'): Instant {
  return fromMilliseconds(fromText(`${on}T${time}:00.000Z`) - INDIA_OFFSET);
}

export function addHours(at: Instant, hours: number): Instant {
  return fromMilliseconds(milliseconds(at) + hours * HOUR);
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return fromMilliseconds(milliseconds(at) + minutes * 60_000);
}

export function addDays(on: Day, days: number): Day {
  return textOfDays(daysOfText(on) + days) as Day;
}

/** Calendar months later; a day the month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(on: Day, months: number): Day {
  const first = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const year = Math.floor(first / 12);
  const month = (first % 12) + 1;
  return textOfDays(daysOf(year, month, Math.min(Number(on.slice(8)), lengthOf(year, month)))) as Day;
}

/** The last moment of a day in India: a period of days or months ends with its last day. */
export function endOfDay(on: Day): Instant {
  return fromMilliseconds(milliseconds(instantAt(addDays(on, 1))) - 1);
}

export function minutesBetween(from: Instant, to: Instant): number {
  return Math.round((milliseconds(to) - milliseconds(from)) / 60_000);
}

export function daysBetween(from: Day, to: Day): number {
  return daysOfText(to) - daysOfText(from);
}

/** Whole and part months, for carrying ages: mean Gregorian month. */
export function monthsBetween(from: Day, to: Day): number {
  return daysBetween(from, to) / 30.436875;
}

export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}
