// A day as people write it in a table of India: never guessed.
import { plainDigits } from '../../kernel/digits.ts';
import { type Day, addDays, isDay } from '../../kernel/time.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthsInHindi = ['जन', 'फर', 'मार्च', 'अप्र', 'मई', 'जून', 'जुल', 'अग', 'सित', 'अक्', 'नव', 'दिस'];
const SERIAL_ONE = '1899-12-30' as Day; // Excel counts days from here, having counted a 29 February 1900 that never was

/** Year, month, day; day.month.year as India writes it; "5 Jan 2026" in English or Hindi; or Excel's count of days. Null for anything else. */
export function readDay(text: string): Day | null {
  const plain = plainDigits(text).trim().toLowerCase();
  if (/^\d{5}(\.\d+)?$/.test(plain)) return addDays(SERIAL_ONE, Math.floor(Number(plain)));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(plain);
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!);
  const indian = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/.exec(plain);
  if (indian) return dayFrom(indian[3]!, indian[2]!, indian[1]!);
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-.,]*([^\d\s\-.,]+)[\s\-.,]*(\d{4})$/.exec(plain);
  return worded && dayInWords(worded[3]!, worded[2]!, worded[1]!);
}

/** The same; and "26 January", "January 26", "Jan 26, 2027", with or without the day of the week in brackets: where no year is written, it is that of the list. */
export function readDayOfYear(text: string, year: number): Day | null {
  const plain = plainDigits(text)
    .toLowerCase()
    .replace(/\(.*\)\s*$/, '')
    .trim();
  const known = readDay(plain);
  if (known) return known;
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-.,]*([^\d\s\-.,]+)\.?$/.exec(plain);
  if (dayFirst) return dayInWords(String(year), dayFirst[2]!, dayFirst[1]!);
  const monthFirst = /^([^\d\s\-.,]+)[\s\-.]+(\d{1,2})(?:st|nd|rd|th)?(?:[\s,]+(\d{4}))?$/.exec(plain);
  return monthFirst && dayInWords(monthFirst[3] ?? String(year), monthFirst[1]!, monthFirst[2]!);
}

function dayInWords(year: string, word: string, day: string): Day | null {
  const month = [months, monthsInHindi]
    .map((names) => names.findIndex((name) => word.replace('फ़', 'फ').startsWith(name)))
    .find((at) => at >= 0);
  return month === undefined ? null : dayFrom(year, String(month + 1), day);
}

function dayFrom(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekdaysInHindi = [['सोम'], ['मंगल'], ['बुध'], ['गुरु', 'गुरू', 'बृहस्पति', 'वीर'], ['शुक्र'], ['शनि'], ['रवि', 'इतवार']];

/** 0 on Monday to 6 on Sunday; null for what is no day of the week. */
export function readWeekday(text: string): number | null {
  const plain = text.normalize('NFC').trim().toLowerCase();
  const english = weekdays.findIndex((name) => plain.startsWith(name));
  if (english >= 0) return english;
  const hindi = weekdaysInHindi.findIndex((names) => names.some((name) => plain.startsWith(name)));
  return hindi >= 0 ? hindi : null;
}
