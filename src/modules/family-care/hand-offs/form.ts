// Forms of handing a child on: why, and what number came back.
import { z } from 'zod';
import { choice, day, text } from '../../../web/fields.ts';
import { handOffPurposes } from './hand-off.ts';

export const handOffSchemas = {
  carings: z.strictObject({ purpose: choice(handOffPurposes.carings, 'family-care.error.purpose') }),
  ghar: z.strictObject({ purpose: choice(handOffPurposes.ghar, 'family-care.error.purpose') }),
} as const;

export const answerSchema = z.strictObject({
  referenceBack: text(60, 'family-care.error.referenceBack').regex(/^[\p{L}\p{N}][\p{L}\p{N}/ .-]*$/u, 'family-care.error.referenceShape'),
  answeredOn: day('family-care.error.answeredOn'),
});
export type AnswerDraft = z.output<typeof answerSchema>;
