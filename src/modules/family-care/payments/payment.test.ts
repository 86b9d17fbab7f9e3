// What is due of each month or quarter: each month begun counts whole, nothing is due after the end, and what was not paid by its last day is late.
import { expect, test } from 'vitest';
import { paiseOf } from '../../../kernel/money.ts';
import type { Day } from '../../../kernel/time.ts';
import { type Payment, type Supported, duesOf } from './payment.ts';

const base: Supported = { fromOn: '2026-09-15' as Day, toOn: null, endedOn: null, pays: 'monthly', amount: paiseOf(4000) };
const paid = (period: string): Payment => ({
  period,
  amount: paiseOf(4000),
  paidOn: '2026-10-02' as Day,
  voucher: null,
  heldBecause: null,
  recordedBy: 'x',
});
const held = (period: string): Payment => ({ ...paid(period), amount: null, paidOn: null, heldBecause: 'no-funds' });
const lines = (change: Partial<Supported> = {}, payments: Payment[] = [], today = '2026-11-24') =>
  duesOf({ ...base, ...change }, payments, today as Day).map(({ period, amount, state, to }) => `${period} ${amount / 100} ${state} ${to}`);

test.each<[string, Partial<Supported>, Payment[], string[]]>([
  ['by month', {}, [paid('2026-09')], ['2026-09 4000 paid 2026-09-30', '2026-10 4000 overdue 2026-10-31', '2026-11 4000 due 2026-11-30']],
  ['held back is not late before its last day', {}, [paid('2026-09'), paid('2026-10'), held('2026-11')], ['2026-09 4000 paid 2026-09-30', '2026-10 4000 paid 2026-10-31', '2026-11 4000 held 2026-11-30']],
  ['held back is late after it', { toOn: '2026-09-30' as Day }, [held('2026-09')], ['2026-09 4000 overdue 2026-09-30']],
  ['by quarter, for its months', { pays: 'quarterly' }, [], ['2026-Q3 4000 overdue 2026-09-30', '2026-Q4 12000 due 2026-12-31']],
  ['a quarter that ends within it', { pays: 'quarterly', endedOn: '2026-11-10' as Day }, [], ['2026-Q3 4000 overdue 2026-09-30', '2026-Q4 8000 overdue 2026-11-10']],
  ['once', { pays: 'once', amount: paiseOf(10_000) }, [], ['once 10000 overdue 2026-09-30']],
  ['nothing', { pays: 'nothing' }, [], []],
  ['not begun', { fromOn: '2027-01-01' as Day }, [], []],
  ['begins on the last day of a month', { fromOn: '2026-10-31' as Day }, [], ['2026-10 4000 overdue 2026-10-31', '2026-11 4000 due 2026-11-30']],
  ['over the turn of a year', { fromOn: '2026-12-01' as Day }, [], []],
])('%s', (_, change, payments, expected) => expect(lines(change, payments)).toEqual(expected)); // prettier-ignore

test('on the last day it is due, on the day after late', () => {
  const one = { toOn: '2026-09-30' as Day };
  expect([lines(one, [], '2026-09-30'), lines(one, [], '2026-10-01')]).toEqual([
    ['2026-09 4000 due 2026-09-30'],
    ['2026-09 4000 overdue 2026-09-30'],
  ]);
});
