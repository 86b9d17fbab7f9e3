// Time-based one-time passwords for officers' authenticator apps (RFC 6238): SHA-1, six digits, 30 seconds, what every app supports.
import { createHmac, randomBytes } from 'node:crypto';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import { toBase32 } from './base32.ts';
import { equalInConstantTime } from './tokens.ts';

const STEP_SECONDS = 30;
/** Steps either side of now that are accepted: telephones' clocks drift. */
const DRIFT = 1;

/** 160 random bits, as RFC 4226 §4 recommends. Keep it sealed. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The number of the half minute `now` falls in, counted from 1970. */
export function totpStep(now: Instant): number {
  return Math.floor(milliseconds(now) / 1000 / STEP_SECONDS);
}

export function totpCode(secret: Uint8Array, step: number, shape: { digits?: number; algorithm?: string } = {}): string {
  const { digits = 6, algorithm = 'sha1' } = shape;
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac(algorithm, secret).update(counter).digest();
  const offset = digest.at(-1)! & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was typed, or undefined. Store the step and pass it as `lastStep` next time:
 * a code seen over a shoulder must not work twice (RFC 6238 §5.2).
 */
export function matchTotp(secret: Uint8Array, attempt: { typed: string; now: Instant; lastStep?: number | undefined }): number | undefined {
  const typed = attempt.typed.replace(/\s/g, '');
  const current = totpStep(attempt.now);
  let matched: number | undefined;
  // No early return: every attempt does the same work.
  for (let step = current - DRIFT; step <= current + DRIFT; step++) {
    const equal = equalInConstantTime(totpCode(secret, step), typed);
    if (equal && step > (attempt.lastStep ?? -1)) matched = step;
  }
  return matched;
}

/** The `otpauth://` address an authenticator app reads from a QR code. It contains the secret: show it once, never log it. */
export function totpUri(secret: Uint8Array, labels: { issuer: string; account: string }): string {
  const { issuer, account } = labels;
  const parameters = { secret: toBase32(secret), issuer, algorithm: 'SHA1', digits: '6', period: String(STEP_SECONDS) };
  const query = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`); // apps do not read + as space
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query.join('&')}`;
}
