// The form of a contact bar.
import { z } from 'zod';
import { choice, telephone, text, uuid } from '../../web/fields.ts';
import { barGrounds } from './bar.ts';

export const barSchema = z.strictObject({
  ground: choice(barGrounds, 'contact-bars.error.ground'),
  who: text(300, 'contact-bars.error.who'),
  telephone: telephone().optional(),
  because: text(2000, 'contact-bars.error.because'),
});
export const liftSchema = z.strictObject({
  bar: uuid('contact-bars.error.whichBar'),
  because: text(2000, 'contact-bars.error.liftBecause'),
});
export type LiftDraft = z.output<typeof liftSchema>;
export type BarDraft = z.output<typeof barSchema>;
