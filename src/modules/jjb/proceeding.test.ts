// The pure rules of a case’s time: how old it counts, when its records may go, and what a quarter of a Board adds up to.
import { describe, expect, test } from 'vitest';
import { type Day, instantAt } from '../../kernel/time.ts';
import { type Dated, figuresOf, quarterOf } from './figures.ts';
import { type Proceeding, ageOn, destroyedOn, endOf, mayBeOrdered } from './proceeding.ts';

const at = (on: string) => instantAt(on as Day, '11:00');

describe('age', () => {
  test.each([
    ['2026-07-24', '2026-11-24', 'under-4'], // on its last day it is not older yet
    ['2026-07-23', '2026-11-24', '4-6'],
    ['2026-05-24', '2026-11-24', '4-6'],
    ['2026-05-23', '2026-11-24', '6-12'],
    ['2025-11-24', '2026-11-24', '6-12'],
    ['2025-11-23', '2026-11-24', 'over-12'],
    ['2026-11-24', '2026-11-24', 'under-4'],
  ])('produced on %s, on %s: %s', (produced, on, age) => expect(ageOn(at(produced), on as Day)).toBe(age));
});

describe('destroyed', () => {
  const over = { appealOverAt: at('2019-11-13'), gravity: 'serious', sixteenAtOffence: true, destroyedAt: null } as Proceeding;
  test('seven years after the period for appeal, to the day; never heinous at sixteen or older; not while no day is known', () => {
    expect(destroyedOn(over)).toBe('2026-11-13');
    expect(destroyedOn({ ...over, gravity: 'heinous' })).toBeNull();
    expect(destroyedOn({ ...over, gravity: 'heinous', sixteenAtOffence: false })).toBe('2026-11-13');
    expect(destroyedOn({ ...over, appealOverAt: null })).toBeNull();
    expect(destroyedOn({ ...over, appealOverAt: at('2020-02-29') })).toBe('2027-02-28');
  });
  test('ordered at most three months before, and once', () => {
    expect(mayBeOrdered(over, at('2026-08-12'))).toBe(false);
    expect(mayBeOrdered(over, at('2026-08-13'))).toBe(true);
    expect(mayBeOrdered({ ...over, destroyedAt: at('2026-11-13') }, at('2026-11-20'))).toBe(false);
  });
});

test('each end is said of the diary as the law’s clocks need it', () => {
  expect([endOf('advice'), endOf('time-over'), endOf('childrens-court'), endOf('to-committee')]).toEqual([
    'final-order',
    'termination',
    'transfer',
    'transfer',
  ]);
});

describe('a quarter', () => {
  const one = (gravity: Dated['gravity'], produced: string | null, ended: string | null = null): Dated => ({
    gravity,
    producedAt: produced === null ? null : at(produced),
    endedAt: ended === null ? null : at(ended),
    endedBy: ended === null ? null : 'advice',
  });
  const cases = [
    one('serious', '2026-01-05'),
    one('petty', '2026-06-30', '2026-07-01'),
    one('petty', '2026-07-01', '2026-09-30'),
    one('heinous', '2026-09-30'),
    one('petty', '2026-10-01'),
    one('petty', '2026-02-01', '2026-06-30'),
    one(null, null),
  ];
  test('opening and new less ended is closing; what was never produced counts nowhere', () => {
    const { opening, produced, ended, closing, pending } = quarterOf(cases, { from: '2026-07-01' as Day, to: '2026-09-30' as Day });
    expect([opening, produced, ended, closing]).toEqual([2, 2, [{ how: 'advice', count: 2 }], 2]);
    expect(pending['6-12']).toEqual({ petty: 0, serious: 1, heinous: 0 });
    expect(pending['under-4']).toEqual({ petty: 0, serious: 0, heinous: 1 });
  });
  test('a case ended later was pending then', () => {
    expect(figuresOf(cases, '2026-06-30' as Day)['under-4']).toEqual({ petty: 1, serious: 0, heinous: 0 });
  });
});
