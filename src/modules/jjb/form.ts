// The form by which the police open a case, and the two of destroying one.
import { z } from 'zod';
import { choice, day, optionalText, text } from '../../web/fields.ts';
import { grounds } from './destruction-store.ts';
import { whenFields } from '../../web/when.ts';

export const openingSchema = z.strictObject({
  name: text(120),
  guardian: optionalText(120),
  born: day().optional(),
  age: optionalText(40),
  sex: choice(['female', 'male', 'third']),
  address: optionalText(300),
  language: optionalText(60),
  ...whenFields,
});
export type OpeningDraft = z.output<typeof openingSchema>;

export const destructionSchema = z.strictObject({ ground: choice(grounds) });
export const agreementSchema = z.strictObject({});
export const tieSchema = z.strictObject({ committeeReference: text(40) });
