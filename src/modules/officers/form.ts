// Forms of signing in and of one's own account.
import { z } from 'zod';
import { optionalText, text, uuid } from '../../web/fields.ts';

const next = optionalText(500);

export const passwordSchema = z.strictObject({
  email: text(254, 'officers.error.email'),
  password: text(400, 'officers.error.password'),
  next,
});
export const codeSchema = z.strictObject({ code: text(20, 'officers.error.code'), next });
/** `step` names the challenge, `answer` is what the browser's passkey said to it, as JSON. */
export const passkeySchema = z.strictObject({ step: text(100), answer: text(20_000, 'officers.error.passkeyScript'), next });
export const postingSchema = z.strictObject({ postingId: uuid(), next });
export const sessionSchema = z.strictObject({ session: text(64) });
export const passkeyRemovalSchema = z.strictObject({ passkey: text(1400) });
export const nothingSchema = z.strictObject({});
