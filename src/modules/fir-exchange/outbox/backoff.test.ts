// Waits between tries: from ten seconds to an hour, never less than the half of what they may be, given up after a day of trying.
import { expect, test } from 'vitest';
import { addHours, addMinutes, instantAt, milliseconds } from '../../../kernel/time.ts';
import type { Day } from '../../../kernel/time.ts';
import { isGivenUp, nextTry } from './backoff.ts';

const now = instantAt('2026-11-24' as Day, '12:00');
const seconds = (attempts: number, random: number): number => (milliseconds(nextTry(attempts, now, random)) - milliseconds(now)) / 1000;

test.each([
  [1, 10, 20],
  [2, 20, 40],
  [5, 160, 320],
  [9, 1800, 3600],
  [2_000, 1800, 3600],
])('after try %i from %i to %i seconds', (attempts, least, most) => {
  expect([seconds(attempts, 0), seconds(attempts, 1)]).toEqual([least, most]);
});

test('a day of trying is enough', () => {
  expect([isGivenUp(now, addMinutes(addHours(now, 24), -1)), isGivenUp(now, addHours(now, 24))]).toEqual([false, true]);
});
