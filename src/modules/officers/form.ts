// Forms of signing in and of one's own account.
import { z } from 'zod';
import { pushAddress } from '../../platform/messages/index.ts';
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
/** A point of P-256, uncompressed, and 16 bytes, as browsers write them. */
const bytes = (length: number) =>
  text(100, 'officers.error.deviceScript').refine(
    (value) => /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === length,
    'officers.error.device',
  );
/** What a browser gave when alerts were turned on. The portal will write to `endpoint`: only push services it knows. */
export const deviceSchema = z.strictObject({
  endpoint: text(2_000, 'officers.error.deviceScript').refine((value) => pushAddress(value) !== null, 'officers.error.device'),
  p256dh: bytes(65),
  auth: bytes(16),
  browser: optionalText(60),
});
export const ownDeviceSchema = z.strictObject({ device: uuid() });
export const nothingSchema = z.strictObject({});
