// Why the police's system is silent: a code, and words where the code says nothing.
import { z } from 'zod';
import { choice, optionalText } from '../../../web/fields.ts';

export const silenceReasons = ['maintenance', 'line-down', 'no-cases', 'node-moved', 'other'] as const;

export const explainSchema = z
  .strictObject({ reason: choice(silenceReasons), words: optionalText(500) })
  .refine(({ reason, words }) => reason !== 'other' || words !== undefined, { path: ['words'], message: 'silence.error.inWords' });
export type ExplainDraft = z.output<typeof explainSchema>;
