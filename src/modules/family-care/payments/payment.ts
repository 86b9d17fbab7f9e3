// What is due to a child month by month or quarter by quarter, what was paid, and what is late. Pure.
import { type Paise, times } from '../../../kernel/money.ts';
import { type Day, addDays, addMonths } from '../../../kernel/time.ts';
import type { Pace } from '../placings/placing.ts';

export const holdings = ['no-account', 'returned-by-bank', 'stop-sign', 'no-funds', 'other'] as const;
export type Holding = (typeof holdings)[number];

export type Payment = {
  period: string;
  amount: Paise | null;
  paidOn: Day | null;
  voucher: string | null;
  heldBecause: Holding | null;
  recordedBy: string;
};

export type DueState = 'paid' | 'held' | 'due' | 'overdue';
/** `from`, `to`: the days of the period the child is supported in; due by its end. */
export type Due = { period: string; from: Day; to: Day; months: number; amount: Paise; payment: Payment | null; state: DueState };

export type Supported = { fromOn: Day; toOn: Day | null; endedOn: Day | null; pays: Pace; amount: Paise };

const firstOfMonth = (on: Day): Day => `${on.slice(0, 7)}-01` as Day;
const lastOfMonth = (on: Day): Day => addDays(addMonths(firstOfMonth(on), 1), -1);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

function quarterOf(on: Day): string {
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

function monthsBetween(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Each month begun counts whole; a quarter is its months together. Up to the period that runs on `today`, the oldest first. */
function periodsOf({ fromOn, toOn, endedOn, pays, amount }: Supported, today: Day): Omit<Due, 'payment' | 'state'>[] {
  if (pays === 'nothing') return [];
  const last = [toOn, endedOn].reduce<Day>((until, on) => (on === null ? until : earlier(until, on)), lastOfQuarter(today));
  if (pays === 'once') return fromOn <= today ? [{ period: 'once', from: fromOn, to: lastOfMonth(fromOn), months: 1, amount }] : [];
  const months = monthsBetween(fromOn, last).filter((month) => month <= (pays === 'monthly' ? today : lastOfQuarter(today)));
  const byPeriod = Map.groupBy(months, (month) => (pays === 'monthly' ? month.slice(0, 7) : quarterOf(month)));
  return [...byPeriod].map(([period, own]) => ({
    period,
    from: own[0]! < fromOn ? fromOn : own[0]!,
    to: earlier(lastOfMonth(own.at(-1)!), last),
    months: own.length,
    amount: times(amount, own.length),
  }));
}

function lastOfQuarter(on: Day): Day {
  const month = Math.ceil(Number(on.slice(5, 7)) / 3) * 3;
  return lastOfMonth(`${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day);
}

function dueState(payment: Payment | null, to: Day, today: Day): DueState {
  if (payment?.paidOn) return 'paid';
  if (to < today) return 'overdue';
  return payment ? 'held' : 'due';
}

export function duesOf(supported: Supported, payments: readonly Payment[], today: Day): Due[] {
  return periodsOf(supported, today).map((due) => {
    const payment = payments.find(({ period }) => period === due.period) ?? null;
    return { ...due, payment, state: dueState(payment, due.to, today) };
  });
}
