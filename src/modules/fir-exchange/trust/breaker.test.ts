// When the volume breaker falls, for how long, and what a delivery and a fetch weigh. That it counts for all doors together: exchange.db.test.ts.
import { expect, test } from 'vitest';
import { type Instant, fromMilliseconds, milliseconds } from '../../../kernel/time.ts';
import { retryAfter, weightOf, weightOfFetch } from './breaker.ts';

const noon = '2026-11-24T06:30:00.000Z' as Instant;

test('what began below the limit is taken whole; after it the node waits for the next minute', () => {
  const later = fromMilliseconds(milliseconds(noon) + 45_000);
  expect([0, 999].map((before) => retryAfter(before, 1000, later))).toEqual([null, null]);
  expect([1000, 1500].map((before) => retryAfter(before, 1000, later))).toEqual([15, 15]);
});

test('a delivery weighs by its messages or its bytes, a fetch by what it asks for', () => {
  expect([weightOf(0, 0), weightOf(7, 100), weightOf(1, 80_000)]).toEqual([1, 7, 10]);
  expect([1, 100, 200, 1000].map(weightOfFetch)).toEqual([1, 1, 2, 10]);
});
