// When silence is news, case by case; and how often it would be raised for nothing.
import { expect, test } from 'vitest';
import { addHours, addMinutes, instantFrom } from '../../../kernel/time.ts';
import { ruleById } from '../../../law/index.ts';
import { districtIsSilent, silentSince } from './silence.ts';

const now = instantFrom('2026-11-24T06:30:00Z');

test.each([
  ['heard in its time', 5000, 60, false],
  ['heard exactly so long ago', 5000, 120, false],
  ['a minute longer', 5000, 121, true],
  ['never heard, opened just now', 100, null, false],
  ['never heard since it was opened', 121, null, true],
])('a node that may be silent for two hours: %s', (_name, opened, heard, silent) => {
  const openedAt = addMinutes(now, -opened);
  const lastHeardAt = heard === null ? null : addMinutes(now, -heard);
  expect(silentSince({ openedAt, lastHeardAt, silentAfterMinutes: 120 }, now)).toBe(silent ? (lastHeardAt ?? openedAt) : null);
});

const daily = (count: number, days = 56): number[] => Array.from({ length: days }, () => count);
const weekly = (week: number[]): number[] => Array.from({ length: 56 }, (_, at) => week[at % 7]!);

test.each([
  ['three a day, a day of silence', daily(3), 24, true],
  ['three a day, not yet a day', daily(3), 23, false],
  ['one a day, two days', daily(1), 48, false],
  ['one a day, three days', daily(1), 72, true],
  ['five a day but none on Sundays, a day', weekly([5, 5, 5, 5, 5, 5, 0]), 24, false],
  ['five a day but none on Sundays, two days', weekly([5, 5, 5, 5, 5, 5, 0]), 48, true],
  ['one a week, two weeks', weekly([1, 0, 0, 0, 0, 0, 0]), 14 * 24, false],
  ['one a week, three weeks', weekly([1, 0, 0, 0, 0, 0, 0]), 21 * 24, true],
  ['known for less than four weeks', daily(50, 27), 72, false],
  ['silent for longer than its past is known', daily(50, 28), 29 * 24, false],
  ['nothing in its past', daily(0), 40 * 24, false],
])('a district: %s', (_name, past, hours, silent) => {
  expect(districtIsSilent(past, addHours(now, -hours), now)).toBe(silent);
});

/** The same numbers each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** Days of one district by pure chance; how many alarms in so many years, and days of silence until one is raised. */
function played(mean: number, years: number): { alarms: number; after: number } {
  const random = chance(7);
  const days = Array.from({ length: years * 365 + 56 }, () => poisson(mean, random));
  let alarms = 0;
  for (let at = 56, quiet = 0; at < days.length; at++) {
    quiet = days[at] === 0 ? quiet + 1 : 0;
    const heardOn = at - quiet;
    if (quiet > 0 && districtIsSilent(days.slice(Math.max(0, heardOn - 56), heardOn), addHours(now, -24 * quiet), now)) {
      alarms += 1;
      quiet = 0;
      while (at + 1 < days.length && days[at + 1] === 0) at += 1; // one alarm for one silence
    }
  }
  let after = 1;
  while (after < 56 && !districtIsSilent(days.slice(0, 56), addHours(now, -24 * after), now)) after += 1;
  return { alarms, after };
}

// docs/exchange.md says these figures.
test.each([
  [0.5, 22, 13],
  [1, 7, 6],
  [3, 3, 4],
  [10, 1, 1],
])('%d messages a day by pure chance: alarms for nothing in forty years, and days until one is raised', (mean, most, within) => {
  expect(played(mean, 40)).toEqual({ alarms: most, after: within });
});

test('wakes nobody at night: the duty is administrative, and none of those that are due at once', () => {
  const rule = ruleById('P15')!;
  expect([rule.kind, 'atOnce' in rule.due]).toEqual(['administrative', false]);
});
