// The form of a judgement: which verdict, and why. The reason is read by whoever asks later; it is never optional.
import { z } from 'zod';
import { choice, text } from '../../web/fields.ts';
import { verdicts } from './candidate.ts';

export const MOST_REASON = 1000;

export const judgementSchema = z.strictObject({
  verdict: choice(verdicts, 'matching.error.verdict'),
  reason: text(MOST_REASON, 'matching.error.reason'),
});

export const reversalSchema = z.strictObject({ reason: text(MOST_REASON, 'matching.error.reason') });
