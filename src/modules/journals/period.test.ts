// Periods by name: which are over on a day. Every expectation was written by hand from a calendar.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/time.ts';
import { periodOf, periodsEnded, spanOf } from './period.ts';

const ended = (after: string, upTo: string) =>
  periodsEnded(after as Day, upTo as Day).map(({ length, period, over }) => `${over} ${length} ${period}`);

test.each([
  ['nothing ends inside a month', '2026-11-01', '2026-11-30', []],
  ['a month', '2026-11-30', '2026-12-01', ['2026-12-01 month 2026-11']],
  ['exactly once: what was over already is not over again', '2026-12-01', '2026-12-31', []],
  [
    '31 March: a month and a quarter, the quarter January to March',
    '2027-03-31',
    '2027-04-01',
    ['2027-04-01 month 2027-03', '2027-04-01 quarter 2027-Q1'],
  ],
  [
    'new year: month, quarter and half-year',
    '2026-12-31',
    '2027-01-01',
    ['2027-01-01 month 2026-12', '2027-01-01 quarter 2026-Q4', '2027-01-01 half-year 2026-H2'],
  ],
  ['caught up over two months, and a leap February', '2028-01-15', '2028-03-02', ['2028-02-01 month 2028-01', '2028-03-01 month 2028-02']],
  ['the other way round, none', '2027-01-01', '2026-01-01', []],
])('%s', (_, after, upTo, expected) => {
  expect(ended(after, upTo)).toEqual(expected);
});

describe('a name', () => {
  test.each([
    ['2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2028-02', '2028-02-01', '2028-02-29'],
  ])('%s', (period, from, to) => {
    expect(spanOf(period)).toEqual({ from, to });
    const length = period.includes('Q') ? 'quarter' : period.includes('H') ? 'half-year' : 'month';
    expect([periodOf(length, from as Day), periodOf(length, to as Day)]).toEqual([period, period]);
  });

  test.each(['2026-Q5', '2026-13', '2026', '2026-Q0', '2026-H3', 'Q3', "2026-Q3'"])('%s names none', (period) => {
    expect(spanOf(period)).toBeNull();
  });
});
