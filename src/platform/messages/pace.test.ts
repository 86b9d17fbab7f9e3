// A carrier that is asked too much is asked less, and more again while it takes what it is given.
import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';

test('halved once for a flood, never below one, and back by one a round', () => {
  const pace = paceOf(64);
  for (const now of [0, 1, 999]) pace.hear('later', now);
  expect(pace.most()).toBe(32);
  pace.hear('later', 1000);
  expect(pace.most()).toBe(16);
  for (let taken = 0; taken < 18; taken += 1) pace.hear('accepted', 2000);
  expect(pace.most()).toBe(17);
  for (let now = 3000; now < 20_000; now += 1000) pace.hear('later', now);
  expect(pace.most()).toBe(1);
  for (let taken = 0; taken < 5000; taken += 1) pace.hear('accepted', 30_000);
  expect(pace.most()).toBe(64);
});

test('it rests, then waits for what comes up again; other troubles are not its pace', () => {
  const pace = paceOf(8);
  pace.hear('tryAgain', 0);
  pace.hear('rejected', 0);
  expect([pace.rests(0), pace.waits(0), pace.most()]).toEqual([false, false, 8]);
  pace.hear('later', 0);
  expect([pace.rests(249), pace.rests(250), pace.waits(1499), pace.waits(1500)]).toEqual([true, false, true, false]);
});
