// Forms of the roster and of quiet hours.
import { z } from 'zod';
import { choices, day, time, uuid } from '../../web/fields.ts';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

export const turnSchema = z
  .strictObject({
    officerId: uuid(),
    weekdays: choices(weekdays).refine((chosen) => chosen.length > 0, 'intimations.error.weekdays'),
    from: time(),
    to: time(),
    fromOn: day(),
  })
  .refine(({ from, to }) => from !== to, { error: 'intimations.error.sameTime', path: ['to'] });

export const endTurnSchema = z.strictObject({ turn: uuid() });

/** An officer whom nothing ordinary reaches for longer is not in post. As `quiet_hours_bounded` in the migration; an alarm wakes whoever sleeps. */
export const MOST_QUIET_HOURS = 12;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const minutesBetween = (from: string, to: string): number => (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60);

/** Both or none. */
export const quietSchema = z
  .strictObject({ from: time().optional(), to: time().optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { error: 'intimations.error.bothTimes', path: ['to'] })
  .refine(({ from, to }) => from === undefined || from !== to, { error: 'intimations.error.sameTime', path: ['to'] })
  .refine(({ from, to }) => !from || !to || minutesBetween(from, to) <= MOST_QUIET_HOURS * 60, {
    error: 'intimations.error.quietTooLong',
    path: ['to'],
  });
