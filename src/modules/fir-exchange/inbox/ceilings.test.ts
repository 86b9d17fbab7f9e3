// What takes effect in a day and what waits.
import { expect, test } from 'vitest';
import { type Instant, addHours } from '../../../kernel/time.ts';
import { type Counted, FEW_PAPERS, MOST_OF_PAPER, isFull, newOfNode, papersLeft } from './ceilings.ts';

const noon = '2026-11-24T06:30:00.000Z' as Instant;

test.each([
  ['a station never heard', { recent: 0, busiest: 0 }, FEW_PAPERS],
  ['one that sent its share', { recent: FEW_PAPERS, busiest: 3 }, 0],
  ['a busy one', { recent: 100, busiest: 40 }, 300],
  ['one far over', { recent: 1000, busiest: 0 }, 0],
])('%s', (_, past, left) => {
  expect(papersLeft(past)).toBe(left);
});

const message = (change: Partial<Counted> = {}): Counted => ({ type: 'MissingPerson.updated', sequence: 1, state: 'received', settledAt: null, fromDesk: false, ...change }); // prettier-ignore

test('a paper is full for a day', () => {
  const many = (count: number, at: Instant) => Array.from({ length: count }, () => message({ state: 'applied', settledAt: at }));
  expect(isFull(many(MOST_OF_PAPER, addHours(noon, -1)), noon)).toBe(true);
  expect(isFull(many(MOST_OF_PAPER - 1, addHours(noon, -1)), noon)).toBe(false);
  expect(isFull(many(MOST_OF_PAPER, addHours(noon, -25)), noon)).toBe(false);
});

test.each([
  ['an officer', { fromDesk: true }],
  ['an operator, as a file', { fromFile: true }],
  ['a station, as a list', { sequence: 0 }],
])('what %s brings is not held, nor is its paper', (_, change) => {
  expect(newOfNode([message(), message(change)])).toEqual([]);
  expect(newOfNode([message(), message({ state: 'parked' }), message({ ...change, state: 'applied' })])).toHaveLength(2); // control
});
