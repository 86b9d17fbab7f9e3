// Forms of unsealing: what is asked for and why; agreed to or refused.
import { z } from 'zod';
import { choice, optionalText, text } from '../../web/fields.ts';
import { purposes, sealedClasses } from './unsealing.ts';

export const askSchema = z.strictObject({
  sealedClass: choice(sealedClasses, 'unsealing.error.class'),
  purpose: choice(purposes, 'unsealing.error.purpose'),
  need: text(1000, 'unsealing.error.need'),
});
export type AskDraft = z.output<typeof askSchema>;

export const answerSchema = z
  .strictObject({ answer: choice(['agreed', 'refused'], 'unsealing.error.answer'), because: optionalText(1000) })
  .refine(({ answer, because }) => answer === 'agreed' || because !== undefined, { path: ['because'], message: 'unsealing.error.because' });
export type AnswerDraft = z.output<typeof answerSchema>;
