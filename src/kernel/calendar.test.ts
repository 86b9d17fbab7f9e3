// The quick calendar against `Date`: every day of four centuries, random moments, the edges.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfText, fromText, lengthOf, textOfDays, toText } from './calendar.ts';
import { type Day, addMonths, dayOf, type Instant, isDay } from './time.ts';

const DAY = 86_400_000;
const INDIA = 330 * 60_000;
const dateText = (milliseconds: number): string => Reflect.construct(Date, [milliseconds]).toISOString();

test('every day from 1800 to 2200 is written and read as Date does', () => {
  const wrong: number[] = [];
  for (let days = -62_091; days < 84_006; days++) {
    const text = dateText(days * DAY).slice(0, 10);
    if (textOfDays(days) !== text || daysOfText(text) !== days) wrong.push(days);
  }
  expect(wrong).toEqual([]);
});

test('any moment is written and read as Date does, and falls on the day that India has then', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_167_000_000_000, max: 253_402_000_000_000 }), (moment) => {
      const text = dateText(moment);
      expect(toText(moment)).toBe(text);
      expect(fromText(text)).toBe(moment);
      expect(dayOf(text as Instant)).toBe(dateText(moment + INDIA).slice(0, 10));
    }),
    { numRuns: 5_000 },
  );
});

test('years beyond four digits, fractions of milliseconds and nonsense are as with Date', () => {
  for (const moment of [-62_167_219_200_001, 253_402_300_800_000, 8_640_000_000_000_000, 0, 59_999.7, 1.5])
    expect(toText(moment)).toBe(dateText(moment));
  expect(() => toText(Number.NaN)).toThrow(RangeError);
  expect(fromText('2026-11-24 08:00:00+05:30')).toBe(Date.parse('2026-11-24 08:00:00+05:30'));
  expect(fromText('next Tuesday at ten, sir')).toBeNaN();
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-24', 2, '2027-01-24'],
  ['2026-01-15', -13, '2024-12-15'],
])('%s and %d months is %s', (from, months, to) => {
  expect(addMonths(from as Day, months)).toBe(to);
});

test('the century is a leap year only every fourth time', () => {
  expect([1900, 2000, 2024, 2100].map((year) => lengthOf(year, 2))).toEqual([28, 29, 29, 28]);
});

test('a day of the year 0 is none: the database has no such year, and a form that took it would end in a fault', () => {
  expect(['0000-01-01', '0000-12-31', '0001-01-01', '2024-02-29', '2026-02-29'].filter(isDay)).toEqual(['0001-01-01', '2024-02-29']);
});
