// Six-digit codes sent to a telephone: ten minutes, five tries, good for one number and one purpose only.
import { randomInt } from 'node:crypto';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, addMinutes } from '../../kernel/time.ts';
import { equalInConstantTime, keyedHash } from './tokens.ts';

export const codeRules = { minutes: 10, tries: 5 } as const;

/** What is stored. The hash is keyed: a million codes can be tried against a plain one in a second. */
export type KeptCode = { hash: string; expiresAt: Instant; triesLeft: number };
/** Whom the code is for. `telephone` in international form. */
export type CodeHolder = { secret: string; telephone: string; purpose: string };

export function issueCode(holder: CodeHolder, now: Instant): { code: string; kept: KeptCode } {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { code, kept: { hash: hashOf(holder, code), expiresAt: addMinutes(now, codeRules.minutes), triesLeft: codeRules.tries } };
}

/**
 * `right`, or why not. Always store `kept` before answering, also when right: it has then no tries left, so a code works once.
 * Refusals: `credentials.codeWrong` {triesLeft}, `credentials.codeExpired`, `credentials.codeSpent`.
 */
export function tryCode(
  holder: CodeHolder,
  kept: KeptCode,
  attempt: { typed: string; now: Instant },
): { right: true; kept: KeptCode } | { right: false; kept: KeptCode; refusal: Refusal } {
  if (attempt.now >= kept.expiresAt) return { right: false, kept, refusal: refuse('credentials.codeExpired', {}, 'code') };
  if (kept.triesLeft <= 0) return { right: false, kept, refusal: refuse('credentials.codeSpent', {}, 'code') };
  const typed = latinDigits(attempt.typed);
  if (equalInConstantTime(hashOf(holder, typed), kept.hash)) return { right: true, kept: { ...kept, triesLeft: 0 } };
  const triesLeft = kept.triesLeft - 1;
  const refusal = triesLeft > 0 ? refuse('credentials.codeWrong', { triesLeft }, 'code') : refuse('credentials.codeSpent', {}, 'code');
  return { right: false, kept: { ...kept, triesLeft }, refusal };
}

function hashOf({ secret, telephone, purpose }: CodeHolder, code: string): string {
  return keyedHash(secret, 'one-time-code', [purpose, telephone, code].join('\0'));
}

/** A keyboard set to an Indian language types its own digits; spaces are forgiven. */
function latinDigits(typed: string): string {
  return [...typed.normalize('NFKC').replace(/\s/g, '')]
    .map((character) => (/\p{Nd}/u.test(character) ? digitOf(character) : character))
    .join('');
}

/** Every run of ten digits in Unicode starts at its zero, and zero is preceded by something that is not a digit. */
function digitOf(character: string): string {
  const point = character.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return String(value);
}
