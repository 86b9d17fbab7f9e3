// The Gregorian calendar between ISO 8601 text and numbers, as `Date` has it and several times as quick: a nation's deadlines are millions.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MOST_DAYS = 100_000_000; // either side of 1970, as `Date`

const two = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
/** Wall clocks on the whole minute, which is what people write down. */
const minutes = Array.from({ length: 1440 }, (_, at) => `T${two[Math.floor(at / 60)]}:${two[at % 60]}:00.000Z`);
/** Days of 1970 to 2069 as text, each made when first asked for. */
const dayTexts: (string | undefined)[] = Array.from({ length: 36_525 });

/** Days from 1970-01-01 to the first of March of the year: counted from March, a leap day is the last of its year. */
function daysToMarch(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) - 719_468;
}

/** Days from 1970-01-01 to that date; `month` 1 to 12. */
export function daysOf(year: number, month: number, date: number): number {
  const fromMarch = (month + 9) % 12;
  return daysToMarch(month < 3 ? year - 1 : year) + Math.floor((153 * fromMarch + 2) / 5) + date - 1;
}

/** How many days the month has; `month` 1 to 12. */
export function lengthOf(year: number, month: number): number {
  return month === 12 ? 31 : daysOf(year, month + 1, 1) - daysOf(year, month, 1);
}

function yearText(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}

function writeDay(days: number): string {
  if (!(Math.abs(days) <= MOST_DAYS)) throw new RangeError('no such day');
  let year = Math.floor((days + 719_468) / 365.2425);
  while (daysToMarch(year) > days) year--;
  while (daysToMarch(year + 1) <= days) year++;
  const fromMarch = Math.floor((5 * (days - daysToMarch(year)) + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  const own = month < 3 ? year + 1 : year;
  return `${yearText(own)}-${two[month]}-${two[days - daysOf(own, month, 1) + 1]}`;
}

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
export function textOfDays(days: number): string {
  const known = dayTexts[days];
  if (known !== undefined) return known;
  const text = writeDay(days);
  if (days >= 0 && days < dayTexts.length) dayTexts[days] = text;
  return text;
}

const number = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** Days from 1970-01-01 of `YYYY-MM-DD`, which it must be. */
export function daysOfText(text: string): number {
  if (text.length !== 10) return Math.floor(Date.parse(text) / DAY);
  return daysOf(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8));
}

/** `YYYY-MM-DDTHH:MM:SS.mmmZ`. Throws RangeError for what is no number. */
export function toText(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const rest = Math.trunc(milliseconds - days * DAY);
  const minute = Math.floor(rest / MINUTE);
  const whole = textOfDays(days) + minutes[minute]!;
  if (rest === minute * MINUTE) return whole;
  const within = rest - minute * MINUTE;
  return `${whole.slice(0, -7)}${two[Math.floor(within / 1000)]}.${String(within % 1000).padStart(3, '0')}Z`;
}

/** Milliseconds since 1970 of ISO 8601 text; NaN if it is none. */
export function fromText(text: string): number {
  if (text.length !== 24 || text.charCodeAt(23) !== 90 || text.charCodeAt(4) !== 45) return Date.parse(text);
  const days = daysOf(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8));
  const seconds = (number(text, 11) * 60 + number(text, 14)) * 60 + number(text, 17);
  return days * DAY + seconds * 1000 + text.charCodeAt(20) * 100 + number(text, 21) - 4800;
}
