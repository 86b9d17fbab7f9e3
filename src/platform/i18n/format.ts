// Dates, spans of time and ages in words: always Indian time, in the reader's language.
import { type Age, ageOn, yearsOf } from '../../kernel/age.ts';
import { type Day, type Instant, dayOf, daysBetween, instantAt, milliseconds, minutesBetween, timeOfDay } from '../../kernel/time.ts';
import type { Locale } from './locales.ts';
import { type Words, tagOf } from './translate.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

const dayFormats = new Map<Locale, Intl.DateTimeFormat>();
const monthFormats = new Map<Locale, Intl.DateTimeFormat>();
const agoFormats = new Map<Locale, Intl.RelativeTimeFormat>();

function kept<Format>(formats: Map<Locale, Format>, locale: Locale, make: () => Format): Format {
  const known = formats.get(locale) ?? make();
  formats.set(locale, known);
  return known;
}

/** "12 Nov 2026" */
export function formatDay(words: Words, on: Day): string {
  const format = kept(
    dayFormats,
    words.locale,
    () => new Intl.DateTimeFormat(tagOf(words.locale), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  return format.format(milliseconds(instantAt(on, '12:00'))); // noon in India is the same calendar day in UTC
}

/** "November 2026" of any day of the month. */
export function formatMonth(words: Words, on: Day): string {
  const format = kept(
    monthFormats,
    words.locale,
    () => new Intl.DateTimeFormat(tagOf(words.locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  );
  return format.format(milliseconds(instantAt(on, '12:00')));
}

/** "12 Nov 2026, 16:05", Indian time. */
export function formatMoment(words: Words, at: Instant): string {
  return `${formatDay(words, dayOf(at))}, ${timeOfDay(at)}`;
}

/** "5 minutes ago", "3 days ago", "in 2 hours". Days are calendar days in India, as people count them. */
export function formatAgo(words: Words, at: Instant, now: Instant): string {
  const format = kept(agoFormats, words.locale, () => new Intl.RelativeTimeFormat(tagOf(words.locale), { numeric: 'auto' }));
  const minutes = minutesBetween(now, at);
  if (Math.abs(minutes) < 1) return words.t('web.time.now');
  if (Math.abs(minutes) < HOUR) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < DAY) return format.format(Math.trunc(minutes / HOUR), 'hour');
  const days = daysBetween(dayOf(now), dayOf(at));
  if (Math.abs(days) < 60) return format.format(days, 'day');
  if (Math.abs(days) < 730) return format.format(Math.trunc(days / 30.44), 'month');
  return format.format(Math.trunc(days / 365.25), 'year');
}

/** "3 days ago · 12 Nov 2026, 16:05" */
export function formatWhen(words: Words, at: Instant, now: Instant): string {
  return `${formatAgo(words, at, now)} · ${formatMoment(words, at)}`;
}

/** A span in its two largest parts: "25 min", "3 h 40 min", "2 d 4 h"; from ten days on, days alone. Never negative. */
export function formatDuration(words: Words, minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const [days, hours, rest] = [Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR), whole % HOUR];
  if (days >= 10) return words.t('web.time.days', { days });
  if (days > 0) return hours > 0 ? words.t('web.time.daysHours', { days, hours }) : words.t('web.time.days', { days });
  if (hours > 0) return rest > 0 ? words.t('web.time.hoursMinutes', { hours, minutes: rest }) : words.t('web.time.hours', { hours });
  return words.t('web.time.minutes', { minutes: rest });
}

/** "3 h 40 min left", or "2 d late" once the deadline has passed. */
export function formatDeadline(words: Words, due: Instant, now: Instant): string {
  const minutes = minutesBetween(now, due);
  const duration = formatDuration(words, minutes);
  return words.t(due < now ? 'web.time.late' : 'web.time.left', { duration });
}

/** "9–11" or "9", in completed years on the day the age is given for; under two years, in months. */
export function formatAge(words: Words, age: Age): string {
  if (age.highMonths < 24) return words.t('web.age.months', { range: range(age.lowMonths, age.highMonths) });
  const { low, high } = yearsOf(age);
  return words.t('web.age.years', { range: range(low, high) });
}

/** "about 9–11 years when seen (told), 10–12 years now"; the second half only if the child has grown into another range since. */
export function formatAgeNow(words: Words, age: Age, today: Day): string {
  const seen = formatAge(words, age);
  const now = formatAge(words, ageOn(age, today));
  const basis = words.t(`web.age.basis.${age.basis}`);
  return seen === now ? words.t('web.age.same', { seen, basis }) : words.t('web.age.grown', { seen, basis, now });
}

function range(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`;
}
