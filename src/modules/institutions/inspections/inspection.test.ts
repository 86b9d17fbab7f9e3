// When a home is to be visited and what is late, by the calendar's quarters.
import { expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { isLate, quarterOf, visitState } from './inspection.ts';

test.each([
  ['2026-11-24', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2028-02-29', '2028-Q1', '2028-01-01', '2028-03-31'],
  ['2026-09-30', '2026-Q3', '2026-07-01', '2026-09-30'],
])('%s lies in %s', (on, name, from, to) => {
  expect(quarterOf(on as Day)).toEqual({ name, from, to });
});

test.each([
  [null, 'overdue'],
  ['2026-06-30', 'overdue'],
  ['2026-07-01', 'due'],
  ['2026-09-30', 'due'],
  ['2026-10-01', 'visited'],
] as const)('visited last on %s, on 24 November the visit is %s', (last, expected) => {
  expect(visitState(last as Day | null, '2026-11-24' as Day)).toBe(expected);
});

test.each([
  ['2026-11-23', null, true],
  ['2026-11-24', null, false],
  ['2026-11-01', '2026-11-20', false],
] as const)('to be mended by %s, mended on %s: late is %s', (mendBy, mendedOn, expected) => {
  expect(isLate({ mendBy: mendBy as Day, mendedOn: mendedOn as Day | null }, '2026-11-24' as Day)).toBe(expected);
});
