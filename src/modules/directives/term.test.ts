// When a point is due: the ends of months, midnight in India, periods that come again, and how a duty stands.
import { describe, expect, test } from 'vitest';
import { type Day, type Instant, endOfDay, fromMilliseconds, instantAt, milliseconds } from '../../kernel/time.ts';
import { type Term, lastEnded, lateAfter, periodOf, periodsBetween, stateOf } from './term.ts';

const day = (text: string) => text as Day;
const none: Term = { dueKind: 'none', dueOn: null, dueCount: null, dueFrom: null, dueBasis: null, repeats: 'once' };
const term = (more: Partial<Term>): Term => ({ ...none, dueBasis: 'source', ...more });
const from = (dated: string, reachedAt = '2026-11-10T06:00:00.000Z', period = dated) => ({
  dated: day(dated),
  reachedAt: reachedAt as Instant,
  period: day(period),
});
const dueDay = (end: Instant | null): string | null => end && isoDay(end);
/** The day in India whose very last moment this is; throws if it is another moment. */
function isoDay(end: Instant): string {
  const on = fromMilliseconds(milliseconds(end) + 330 * 60_000).slice(0, 10);
  expect(end).toBe(endOfDay(day(on)));
  return on;
}

describe('the last day', () => {
  test.each<[string, Partial<Term>, ReturnType<typeof from>, string]>([
    ['a day', { dueKind: 'day', dueOn: day('2026-06-19') }, from('2026-05-22'), '2026-06-19'],
    ['four weeks from the date', { dueKind: 'days', dueCount: 28, dueFrom: 'date' }, from('2026-05-22'), '2026-06-19'],
    ['days from receipt', { dueKind: 'days', dueCount: 7, dueFrom: 'receipt' }, from('2026-05-22'), '2026-11-17'],
    ['a month from the 31st', { dueKind: 'months', dueCount: 1, dueFrom: 'date' }, from('2026-01-31'), '2026-02-28'],
    ['a month from the 31st in a leap year', { dueKind: 'months', dueCount: 1, dueFrom: 'date' }, from('2028-01-31'), '2028-02-29'],
    ['six months in one step', { dueKind: 'months', dueCount: 6, dueFrom: 'date' }, from('2026-10-31'), '2027-04-30'],
    ['working days over a Sunday, a Saturday nobody closed among them', { dueKind: 'working-days', dueCount: 3, dueFrom: 'date' }, from('2026-11-20'), '2026-11-24'],
    ['received a second before midnight in India', { dueKind: 'days', dueCount: 1, dueFrom: 'receipt' }, from('2026-11-01', '2026-11-10T18:29:59.000Z'), '2026-11-11'],
    ['received at midnight in India', { dueKind: 'days', dueCount: 1, dueFrom: 'receipt' }, from('2026-11-01', '2026-11-10T18:30:00.000Z'), '2026-11-12'],
    ['after the end of February', { dueKind: 'days', dueCount: 7, dueFrom: 'period', repeats: 'monthly' }, from('2026-01-05', undefined, '2026-02-01'), '2026-03-07'],
    ['after the end of a quarter', { dueKind: 'days', dueCount: 15, dueFrom: 'period', repeats: 'quarterly' }, from('2026-01-05', undefined, '2026-10-01'), '2027-01-15'],
  ])('%s', (_, more, counted, expected) => expect(dueDay(lateAfter(term(more), counted))).toBe(expected)); // prettier-ignore

  test('none is set where the directive sets none', () => expect(lateAfter(none, from('2026-05-22'))).toBeNull());
});

describe('periods', () => {
  test.each([
    ['monthly', '2026-11-30', '2026-11-01'],
    ['quarterly', '2026-12-31', '2026-10-01'],
    ['quarterly', '2027-01-01', '2027-01-01'],
    ['quarterly', '2026-09-30', '2026-07-01'],
  ] as const)('%s, %s lies in the one of %s', (repeats, on, period) => expect(periodOf(repeats, day(on))).toBe(period));

  test('run on over the year’s end, both ends included', () => {
    expect(periodsBetween('monthly', day('2026-11-30'), day('2027-01-01'))).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(periodsBetween('quarterly', day('2026-11-30'), day('2026-12-31'))).toEqual(['2026-10-01']);
  });

  test('figures are of the last that ended, or of the running one if none has', () => {
    expect(lastEnded('monthly', day('2026-01-07'), day('2026-11-24'))).toBe('2026-10-01');
    expect(lastEnded('monthly', day('2026-11-02'), day('2026-11-24'))).toBe('2026-11-01');
  });
});

describe('how a point stands', () => {
  const end = endOfDay(day('2026-11-20'));
  const at = (text: string) => instantAt(day(text), '12:00');
  const open = { answer: null, doneOn: null, lateAfter: end } as const;

  test.each([
    ['running until a week before', { ...open }, at('2026-11-12'), 'running'],
    ['nearly late from a week before', { ...open }, at('2026-11-13'), 'nearly-late'],
    ['not late at its very end', { ...open }, end, 'nearly-late'],
    ['late after it', { ...open }, fromMilliseconds(milliseconds(end) + 1), 'late'],
    ['late though “not yet” was said', { ...open, answer: 'not-yet' }, at('2026-11-21'), 'late'],
    ['met on its day, entered later', { ...open, answer: 'done', doneOn: day('2026-11-20') }, at('2026-12-24'), 'met'],
    ['met late a day after', { ...open, answer: 'done', doneOn: day('2026-11-21') }, at('2026-12-24'), 'met-late'],
    ['not applicable, whenever', { ...open, answer: 'not-applicable' }, at('2026-12-24'), 'not-applicable'],
    ['without a day never late', { ...open, lateAfter: null }, at('2036-12-24'), 'running'],
  ] as const)('%s', (_, duty, now, expected) => expect(stateOf(duty, now)).toBe(expected));
});
