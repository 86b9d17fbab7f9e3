// The form of a contact bar.
import { z } from 'zod';
import { choice, telephone, text } from '../../web/fields.ts';
import { barGrounds } from './bar.ts';

export const barSchema = z.strictObject({
  ground: choice(barGrounds, 'contact-bars.error.ground'),
  who: text(300, 'contact-bars.error.who'),
  telephone: telephone().optional(),
  because: text(2000, 'contact-bars.error.because'),
});
export type BarDraft = z.output<typeof barSchema>;
