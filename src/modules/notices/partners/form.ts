// Form of a partner's registration: who, what for, what it may have, until when, and where a recall reaches it.
import { z } from 'zod';
import { choice, day, text, uuid, wholeNumber } from '../../../web/fields.ts';
import { partnerKinds } from './partner.ts';

const origin = z
  .string()
  .max(200)
  .refine(
    (typed) => URL.canParse(typed) && new URL(typed).protocol === 'https:' && new URL(typed).origin === typed,
    'notices.error.origin',
  );

export const partnerSchema = z.strictObject({
  name: text(120),
  kind: choice(partnerKinds),
  purpose: text(500, 'notices.error.partnerPurpose'),
  contactName: text(120),
  contactEmail: text(200).pipe(z.email('notices.error.email')),
  stateCode: z.string().max(2).optional(),
  ageFrom: wholeNumber(0, 18),
  ageTo: wholeNumber(0, 18),
  validUntil: day(),
  embedOrigin: origin.optional(),
  callUrl: z.string().max(300).optional(),
});
export type PartnerDraft = z.output<typeof partnerSchema>;

export const endPartnerSchema = z.strictObject({ partner: uuid() });
export const acknowledgeSchema = z.strictObject({ recall: uuid() });
