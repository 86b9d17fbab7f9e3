// Forms of private checks: following one by its code, and writing down a call.
import { z } from 'zod';
import { choice, optionalText, telephone, text } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import { sayings } from './check.ts';
import { readTrackingCode } from './tracking-code.ts';

export const followSchema = z.strictObject({
  code: text(40, 'checks.error.code').refine((typed) => readTrackingCode(typed) !== undefined, 'checks.error.codeShape'),
  telephone: telephone('missing-reports.error.yourTelephone'),
});
export type FollowDraft = z.output<typeof followSchema>;

export const callSchema = z.strictObject({
  said: choice(sayings, 'checks.error.said'),
  asked: optionalText(2000),
  ...whenFields,
});
export type CallDraft = z.output<typeof callSchema>;
