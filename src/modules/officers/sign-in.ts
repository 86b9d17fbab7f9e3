// The verbs of signing in with a password and a one-time code: same answer and same work whoever asks (threat A8), locked after ten failures.
import type { OfficerId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { fromBase32, matchTotp, newTotpSecret, passwordMatches, toBase32, totpUri } from '../../platform/credentials/index.ts';
import { countFailure, forgetFailures, nobody, readAccount, useCode } from './account-store.ts';
import { actorOf } from './officer.ts';
import type { SignInMethod } from './session.ts';
import { endSession, startSession } from './sessions.ts';
import { peekStep, startStep, takeStep } from './step-store.ts';
import { postingsOf } from './store.ts';

/**
 * Takes the password. Right: a token for the next step, the code; an officer without an authenticator app enrols one there.
 * Wrong password, unknown account, locked account: null, after the same work. The caller must let the transaction commit: failures count.
 */
export async function tryPassword(context: Context, typed: { email: string; password: string }): Promise<string | null> {
  const account = await readAccount(context, { email: typed.email });
  const right = await passwordMatches(account?.passwordHash ?? undefined, typed.password);
  if (!right || !account || account.locked) {
    await countFailure(context, account?.id ?? nobody);
    return null;
  }
  return startStep(context, 'totp', { officerId: account.id, secret: account.totpSealed ? null : toBase32(newTotpSecret()) });
}

/** What an officer without an authenticator app puts into one, in base32 and as an `otpauth://` address; it is kept once the first code is right. */
export type Enrolment = { secret: string; uri: string };

/** Null: the token opens no step. `enrolment` is null for an officer who has an authenticator app already. */
export async function codeStep(context: Context, token: string | undefined): Promise<{ enrolment: Enrolment | null } | null> {
  const step = await peekStep(context, 'totp', token);
  const account = step?.officerId ? await readAccount(context, { id: step.officerId }) : undefined;
  if (!step || !account) return null;
  const secret = step.secret ? fromBase32(step.secret) : undefined;
  if (!step.secret || !secret || account.totpSealed) return { enrolment: null };
  return { enrolment: { secret: step.secret, uri: totpUri(secret, { issuer: 'Vatsalya', account: account.email }) } };
}

/** The officer whose code is right, or null. A code works once; failures count with those of the password. */
export async function tryCode(context: Context, token: string | undefined, typed: string): Promise<OfficerId | null> {
  const step = await peekStep(context, 'totp', token);
  const account = step?.officerId ? await readAccount(context, { id: step.officerId }) : undefined;
  if (!step || !account || account.locked) return null;
  const kept = account.totpSealed ? context.tools.unseal(account.totpSealed) : step.secret;
  const secret = kept ? fromBase32(kept) : undefined;
  const matched = secret ? matchTotp(secret, { typed, now: context.now, lastStep: account.totpLastStep }) : undefined;
  if (!kept || matched === undefined || !(await useCode(context, account, kept, matched))) {
    await countFailure(context, account.id);
    return null;
  }
  return (await takeStep(context, 'totp', token)) ? account.id : null;
}

export type SignedIn = { token: string; postings: number };

/**
 * The end of every way of signing in: a session in the latest posting, the one before it in this browser ended, the failures forgotten,
 * the audit log told. Refused when the officer holds no posting today. The lock holds for password and code alone: a stranger who
 * guesses at a password keeps nobody from a passkey or the department's sign-in.
 */
export async function finishSignIn(
  context: Context,
  about: { officerId: OfficerId; method: SignInMethod; cookies: Record<string, string>; postingId?: string },
): Promise<SignedIn | Refusal> {
  const postings = await postingsOf(context.db, about.officerId, dayOf(context.now));
  const posting = about.postingId ? postings.find((held) => held.postingId === about.postingId) : postings[0];
  if (!posting) return refuse('officers.error.noPosting');
  const account = await readAccount(context, { id: about.officerId });
  const typed = about.method === 'password-totp';
  if (!account || (typed && account.locked)) return refuse('officers.error.locked');
  await endSession(context, about.cookies);
  if (typed) await forgetFailures(context, about.officerId);
  const token = await startSession(context, { officerId: about.officerId, postingId: posting.postingId, method: about.method });
  await audit({ ...context, actor: actorOf(posting) }, 'sign-in');
  return { token, postings: postings.length };
}
