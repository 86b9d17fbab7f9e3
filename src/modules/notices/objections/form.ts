// Forms against a notice: what is said of it, by anybody; and the officer's answer.
import { z } from 'zod';
import { choice, optionalText, text, uuid } from '../../../web/fields.ts';

export const objectionKinds = ['wrong', 'not-missing', 'take-down'] as const;
export const objectionSchema = z.strictObject({
  kind: choice(objectionKinds),
  words: text(1000, 'notices.error.objection'),
  /** A telephone or an address, as typed: nobody needs to give one. */
  contact: optionalText(200),
});
export type ObjectionDraft = z.output<typeof objectionSchema>;

export const answerSchema = z.strictObject({
  objection: uuid(),
  answer: choice(['withdrawn', 'stands']),
  words: text(1000, 'notices.error.objectionAnswer'),
});
export type AnswerDraft = z.output<typeof answerSchema>;
