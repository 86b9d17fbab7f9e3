// A family as it is registered.
import { z } from 'zod';
import { choice, optionalText, text, wholeNumber } from '../../../web/fields.ts';
import { familyKinds } from './family.ts';

export const familySchema = z.strictObject({
  kind: choice(familyKinds, 'family-care.error.familyKind'),
  name: text(200, 'family-care.error.familyName'),
  address: text(500, 'family-care.error.address'),
  telephone: optionalText(20),
  ownChildren: wholeNumber(0, 20, 'family-care.error.ownChildren'),
});
export type FamilyDraft = z.output<typeof familySchema>;
