// The coming hours of a roster: stretches over midnight, gaps found, one officer’s two turns one stretch.
import { expect, test } from 'vitest';
import type { OfficerId } from '../../kernel/ids.ts';
import { type Day, instantAt, timeOfDay } from '../../kernel/time.ts';
import { coverage } from './coverage.ts';
import type { Turn } from './duty.ts';

const turn = (officer: string, from: string, to: string, weekdays = [1, 2, 3, 4, 5, 6, 7]): Turn => ({
  officerId: officer as OfficerId,
  weekdays,
  fromOn: '2026-01-01' as Day,
  from,
  to,
});
const noon = instantAt('2026-11-24' as Day, '12:00');
const shown = (turns: Turn[], hours = 24) =>
  coverage(turns, noon, hours).map(
    ({ from, to, turns: on }) => `${timeOfDay(from)}-${timeOfDay(to)} ${on.map(({ officerId }) => officerId).join('+') || 'nobody'}`,
  );

test('a day with a night gap', () => {
  expect(shown([turn('a', '08:00', '20:00'), turn('b', '22:00', '06:00')])).toEqual([
    '12:00-20:00 a',
    '20:00-22:00 nobody',
    '22:00-06:00 b',
    '06:00-08:00 nobody',
    '08:00-12:00 a',
  ]);
});

test('no roster is one gap; turns that meet are one stretch; two officers stand together', () => {
  expect(shown([])).toEqual(['12:00-12:00 nobody']);
  expect(shown([turn('a', '08:00', '20:00'), turn('a', '20:00', '08:00')])).toEqual(['12:00-12:00 a']);
  expect(shown([turn('a', '08:00', '20:00'), turn('b', '13:00', '14:00')], 4)).toEqual([
    '12:00-13:00 a',
    '13:00-14:00 a+b',
    '14:00-16:00 a',
  ]);
});

test('a weekday without a turn is a gap from midnight on, where no other border falls', () => {
  expect(shown([turn('a', '00:00', '23:59', [2])], 14)).toEqual(['12:00-23:59 a', '23:59-02:00 nobody']);
});
