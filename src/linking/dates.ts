// Dates of birth and ages as people write them: many orders, any script's digits, parts missing. Nothing here knows today.

/** Digits of any script as 0–9. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    if (code < 0x80) return digit;
    // Every script's ten digits stand in a row that starts where no digit stands before it.
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const two = (value: number | string): string => String(value).padStart(2, '0');

function yearOf(text: string): string {
  if (text.length === 4) return text;
  return Number(text) < 30 ? `20${two(text)}` : `19${two(text)}`;
}

const plausibleYear = (text: string): boolean => /^(1[3-9]|20)\d\d$/.test(text);

/**
 * A date as eight digits, yyyymmdd, unknown parts 00; impossible months and days are kept as written (a slip in one digit is evidence too).
 * `monthFirst`: what 03/04/2010 means. Null when nothing can be read.
 */
export function parseDate(text: string, monthFirst: boolean): string | null {
  const clean = plainDigits(text)
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  let match = /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  if (match) {
    const reversed = `${clean.slice(4)}${clean.slice(2, 4)}${clean.slice(0, 2)}`;
    return !plausibleYear(match[1]!) && plausibleYear(clean.slice(4)) ? reversed : clean;
  }
  match = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(clean);
  if (match) return `${match[1]}${two(match[2]!)}${two(match[3] ?? 0)}`;
  match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(clean);
  if (match) {
    const [day, month] = monthFirst ? [match[2]!, match[1]!] : [match[1]!, match[2]!];
    return `${yearOf(match[3]!)}${two(month)}${two(day)}`;
  }
  match = /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})$/i.exec(clean);
  if (match && monthOf(match[2]!)) return `${yearOf(match[3]!)}${two(monthOf(match[2]!))}${two(match[1]!)}`;
  match = /^([a-z]{3,9})[-/., ]*(?:(\d{1,2})(?:st|nd|rd|th)?[-/., ]+)?(\d{4})$/i.exec(clean);
  if (match && monthOf(match[1]!)) return `${match[3]}${two(monthOf(match[1]!))}${two(match[2] ?? 0)}`;
  return plausibleYear(clean) ? `${clean}0000` : null;
}

/** Whether a column writes the month before the day: only then can its second number pass twelve. */
export function monthComesFirst(values: Iterable<string>): boolean {
  let first = 0;
  let second = 0;
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(plainDigits(value));
    if (!match) continue;
    if (Number(match[1]) > 12) first++;
    if (Number(match[2]) > 12) second++;
  }
  return second > first;
}

/** Years of age, or null. "8 months" is 0.67; "12-14" is 13. */
export function parseAge(text: string): number | null {
  const clean = plainDigits(text).toLowerCase();
  const match = /(\d+(?:\.\d+)?)\s*(?:(?:-|to|–)\s*(\d+(?:\.\d+)?))?/.exec(clean);
  if (!match) return null;
  const [low, high] = [Number(match[1]), Number(match[2] ?? match[1])];
  const years = (low + Math.max(low, high)) / 2;
  const inMonths = /month|mth|\bmo\b|माह|महीन/.test(clean) && !/year|yr|वर्ष|साल/.test(clean);
  const age = inMonths ? years / 12 : years;
  return age <= 120 ? age : null;
}

/** The year with its fraction a date stands for; the middle of what is unknown. */
export function yearsOf(date: string): number {
  const month = Number(date.slice(4, 6));
  const day = Number(date.slice(6, 8));
  const inYear = month === 0 ? 0.5 : Math.min(11, month - 1) / 12 + (day === 0 ? 0.5 : Math.min(30, day - 1) / 31) / 12;
  return Number(date.slice(0, 4)) + inYear;
}
