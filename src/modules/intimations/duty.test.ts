// Turns and quiet hours by the clock in India: over midnight, on the right weekday, to the minute.
import { expect, test } from 'vitest';
import type { OfficerId } from '../../kernel/ids.ts';
import { type Day, type Instant, instantAt } from '../../kernel/time.ts';
import { isOnDuty, quietUntil, weekdayOf } from './duty.ts';

const at = (on: string, time: string): Instant => instantAt(on as Day, time);
const night = { officerId: 'a' as OfficerId, weekdays: [2], fromOn: '2026-11-24' as Day, from: '22:00', to: '06:00' }; // Tuesdays

test('weekdays are those of the calendar', () => {
  expect(['2026-11-23', '2026-11-24', '2026-11-29', '2020-02-29'].map((on) => weekdayOf(on as Day))).toEqual([1, 2, 7, 6]);
});

test.each([
  ['2026-11-24', '21:59', false],
  ['2026-11-24', '22:00', true],
  ['2026-11-25', '00:00', true], // midnight in India: still Tuesday’s turn
  ['2026-11-25', '05:59', true],
  ['2026-11-25', '06:00', false],
  ['2026-11-25', '22:30', false], // Wednesday has no turn
  ['2026-11-24', '03:00', false], // Monday night’s was not
  ['2026-12-01', '23:00', true],
])('a Tuesday night turn at %s %s: %s', (on, time, expected) => {
  expect(isOnDuty(night, at(on, time))).toBe(expected);
});

test('no turn before its first day, though its hours run over midnight into it', () => {
  const from = { ...night, weekdays: [1, 2, 3, 4, 5, 6, 7] };
  expect([isOnDuty(from, at('2026-11-24', '03:00')), isOnDuty(from, at('2026-11-24', '23:00'))]).toEqual([false, true]);
});

test('quiet hours end on the day they should, on both sides of midnight in India', () => {
  const quiet = { from: '22:00', to: '06:30' };
  expect(quietUntil(quiet, at('2026-11-24', '21:59'))).toBeNull();
  expect(quietUntil(quiet, at('2026-11-24', '23:59'))).toBe(at('2026-11-25', '06:30'));
  expect(quietUntil(quiet, at('2026-11-25', '00:00'))).toBe(at('2026-11-25', '06:30'));
  expect(quietUntil(quiet, at('2026-11-25', '06:30'))).toBeNull();
  expect(quietUntil({ from: '13:00', to: '14:00' }, at('2026-11-24', '13:30'))).toBe(at('2026-11-24', '14:00'));
});
