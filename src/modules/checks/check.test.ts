// How a check stands, by its calls alone; and its code.
import { expect, test } from 'vitest';
import { type Day, addHours, instantAt } from '../../kernel/time.ts';
import { type Call, type Saying, endsCheck, sayings, standingOf } from './check.ts';
import { newTrackingCode, readTrackingCode } from './tracking-code.ts';

const noon = instantAt('2026-11-24' as Day, '12:00');
const at = (hours: number) => addHours(noon, hours);
const call = (said: Saying, hours: number): Call => ({ said, calledAt: at(hours) });
const asked = (...calls: Call[]) => ({ callBy: at(24), endedAt: null, calls });

test.each([
  ['nobody called yet', asked(), 23, 'waiting', 24],
  ['nobody called in time', asked(), 24, 'overdue', 24],
  ['not reached: again within a day', asked(call('not-reached', 2)), 25, 'again', 26],
  ['not reached, and not called again', asked(call('not-reached', 2)), 26, 'overdue', 26],
  ['more was asked', asked(call('not-reached', 2), call('asked-more', 20)), 40, 'again', 44],
  ['called', asked(call('come-to-police', 30)), 500, 'called', 54],
  ['the child came home', asked(call('withdrawn', 3)), 500, 'withdrawn', 27],
] as const)('%s', (_, check, hours, state, due) => {
  expect(standingOf(check, at(hours))).toEqual({ state, due: at(due) });
});

test('only what ends a check ends it', () => {
  expect(sayings.filter(endsCheck)).toEqual(['come-to-police', 'withdrawn']);
});

test('a code is read back as typed, and any single slip is told', () => {
  const code = newTrackingCode();
  expect(code).toMatch(/^PC-\w{4}-\w{4}-\w{4}-\w$/);
  expect(readTrackingCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  for (let place = 3; place < code.length; place++) {
    if (code[place] === '-') continue;
    const wrong = code[place] === '7' ? '8' : '7';
    expect(readTrackingCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBeUndefined();
  }
  expect(readTrackingCode('MC-WB-2026-004211-K')).toBeUndefined();
});
