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

/** Both or none. */
export const quietSchema = z
  .strictObject({ from: time().optional(), to: time().optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), { error: 'intimations.error.bothTimes', path: ['to'] })
  .refine(({ from, to }) => from === undefined || from !== to, { error: 'intimations.error.sameTime', path: ['to'] });
