// Forms by which the keeper of a post records what became of it.
import { z } from 'zod';
import { choice, day, optionalText, text, uuid } from '../../web/fields.ts';
import { endReasons } from './appointment-store.ts';

export const standings = ['holder', 'deputy'] as const;
const email = z
  .string({ error: 'nodal-officers.error.email' })
  .max(254, 'web.error.tooLong')
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'nodal-officers.error.email');
const orderNumber = text(80, 'nodal-officers.error.orderNumber');

export const appointSchema = z.strictObject({
  standing: choice(standings),
  email,
  name: optionalText(120),
  rank: optionalText(80),
  orderNumber,
  orderedOn: day(),
  fromOn: day(),
});
export const endSchema = z.strictObject({ postingId: uuid(), toOn: day(), orderNumber, reason: choice(endReasons) });
export const leaveSchema = z.strictObject({ postingId: uuid(), fromOn: day(), toOn: day() });
export const callOutcomes = ['answered', 'not-answered'] as const;
export const callSchema = z.strictObject({ outcome: choice(callOutcomes) });

export type AppointDraft = z.output<typeof appointSchema>;
export type EndDraft = z.output<typeof endSchema>;
export type LeaveDraft = z.output<typeof leaveSchema>;
export type CallDraft = z.output<typeof callSchema>;
export const confirmSchema = z.strictObject({ link: text(100, 'nodal-officers.error.linkWrong') });
/** The sheet itself comes as the file `list`. */
export const importSchema = z.strictObject({});
export const previewSchema = z.strictObject({ list: uuid(), plan: text(64) });
