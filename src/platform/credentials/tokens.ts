// Random tokens and how they are stored, keyed hashes of numbers we must find but not read, and a comparison that tells nothing.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a cookie or a link, and the hash to store: a stolen table opens no session (threat A11). */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 in hex. Only for tokens, which are random; never for passwords, numbers or codes, which can be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** HMAC-SHA-256 in hex: find a telephone number again, or count reports from it, without storing it. `purpose` keeps uses apart. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('hex');
}

/** True if equal; takes as long for a near miss as for a wild guess, whatever the lengths. */
export function equalInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
