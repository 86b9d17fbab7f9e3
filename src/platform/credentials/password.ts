// Passwords: argon2id at the strength OWASP asks for, and the same work done whether or not the account exists (threat A8).
import { randomBytes } from 'node:crypto';
import { type Options, hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export const passwordLength = { minimum: 12, maximum: 200 } as const;

// Written out so that a new default in the library can never quietly weaken what we store.
const ARGON2ID = 2;
const strength: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Nobody knows what this is the hash of. It is made with the same strength, so checking against it costs the same.
const hashOfNobody = hash(randomBytes(32), strength);

/** Length is the only rule: made-up character classes give weaker passwords. Counted in characters as people type them, any script. */
export function judgePassword(password: string): Refusal | undefined {
  const length = [...new Intl.Segmenter().segment(sameForm(password))].length;
  if (length < passwordLength.minimum) return refuse('credentials.passwordTooShort', { minimum: passwordLength.minimum }, 'password');
  if (length > passwordLength.maximum) return refuse('credentials.passwordTooLong', { maximum: passwordLength.maximum }, 'password');
  return undefined;
}

/** A PHC string (`$argon2id$…`) to store. About 15 ms of one core and 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return hash(sameForm(password), strength);
}

/** Pass undefined when there is no such account (or it has no password): the answer is false after the same work. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await hashOfNobody), sameForm(password));
  return matches && stored !== undefined;
}

/** Two keyboards may write the same Indic letter with different code points. */
function sameForm(password: string): string {
  return password.normalize('NFKC');
}
