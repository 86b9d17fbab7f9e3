// Forms by which a node is opened and its keys are entered, confirmed and revoked.
import { z } from 'zod';
import { day, text, wholeNumber } from '../../../web/fields.ts';

/** Longer than any way a key is written; what it is, is found out afterwards. */
const publicKey = text(2_000, 'exchange-nodes.error.key');
const dates = { validFrom: day(), validUntil: day().optional() };

export const keySchema = z.strictObject({ publicKey, ...dates });
export const confirmSchema = z.strictObject({ key: text(80) });
export const revokeSchema = z.strictObject({ key: text(80), reason: text(300, 'exchange-nodes.error.reason') });
export const nodeSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/, 'web.error.notAChoice').optional(),
  name: text(120),
  messagesAMinute: wholeNumber(1, 1_000_000),
  silentAfterHours: wholeNumber(1, 720),
}); // prettier-ignore

export type KeyDraft = z.output<typeof keySchema>;
export type NodeDraft = z.output<typeof nodeSchema>;
