// The verbs of signing in with a password and a one-time code: same answer and same work whoever asks (threat A8), locked after ten failures.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, addMinutes, dayOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { fromBase32, matchTotp, newTotpSecret, passwordMatches, toBase32 } from '../../platform/credentials/index.ts';
import { actorOf } from './officer.ts';
import type { SignInMethod } from './session.ts';
import { endSession, startSession } from './sessions.ts';
import { peekStep, startStep, takeStep } from './sign-in-steps.ts';
import { postingsOf } from './store.ts';

export const lockRules = { failures: 10, minutes: 15 } as const;
const nobody = '00000000-0000-0000-0000-000000000000' as OfficerId;

type Account = { id: OfficerId; passwordHash: string | null; totpSealed: Buffer | null; totpLastStep: number; locked: boolean };

async function readAccount(context: Context, where: { email: string } | { id: OfficerId }): Promise<Account | undefined> {
  const one = 'email' in where ? sql`email = ${where.email.trim().toLowerCase()}` : sql`id = ${where.id}`;
  const { rows } = await sql<Account>`select id, password_hash, totp_sealed, totp_last_step, coalesce(locked_until > ${context.now}, false) as locked
    from officer where ${one} and closed_at is null`.execute(context.db);
  return rows[0];
}

/** The tenth failure locks the account and starts the count again. A locked account counts nothing: a stranger cannot lock it longer. */
async function countFailure(context: Context, officerId: OfficerId): Promise<void> {
  const until: Instant = addMinutes(context.now, lockRules.minutes);
  await sql`update officer set failed_sign_ins = case when failed_sign_ins + 1 >= ${lockRules.failures}::int then 0 else failed_sign_ins + 1 end,
      locked_until = case when failed_sign_ins + 1 >= ${lockRules.failures}::int then ${until}::timestamptz else locked_until end
    where id = ${officerId} and (locked_until is null or locked_until <= ${context.now})`.execute(context.db);
}

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

/** The officer whose code is right, or null. A code works once; failures count with those of the password. */
export async function tryCode(context: Context, token: string | undefined, typed: string): Promise<OfficerId | null> {
  const step = await peekStep(context, 'totp', token);
  const account = step?.officerId ? await readAccount(context, { id: step.officerId }) : undefined;
  if (!step || !account || account.locked) return null;
  const kept = account.totpSealed ? context.tools.unseal(account.totpSealed) : step.secret;
  const secret = kept ? fromBase32(kept) : undefined;
  const matched = secret ? matchTotp(secret, { typed, now: context.now, lastStep: account.totpLastStep }) : undefined;
  if (!kept || matched === undefined || !(await keepCode(context, account, kept, matched))) {
    await countFailure(context, account.id);
    return null;
  }
  return (await takeStep(context, 'totp', token)) ? account.id : null;
}

/** False if another request has used this code, or a later one, at the same moment. */
async function keepCode(context: Context, account: Account, secret: string, matched: number): Promise<boolean> {
  const sealed = account.totpSealed ?? context.tools.seal(secret);
  const kept = await sql`update officer set totp_last_step = ${matched}, totp_sealed = ${sealed}
    where id = ${account.id} and totp_last_step < ${matched}`.execute(context.db);
  return kept.numAffectedRows === 1n;
}

export type SignedIn = { token: string; postings: number };

/**
 * The end of every way of signing in: a session in the latest posting, the one before it in this browser ended, the failures forgotten,
 * the audit log told. Refused when the officer holds no posting today or the account is locked.
 */
export async function finishSignIn(
  context: Context,
  about: { officerId: OfficerId; method: SignInMethod; cookies: Record<string, string>; postingId?: string },
): Promise<SignedIn | Refusal> {
  const postings = await postingsOf(context.db, about.officerId, dayOf(context.now));
  const posting = about.postingId ? postings.find((held) => held.postingId === about.postingId) : postings[0];
  if (!posting) return refuse('officers.error.noPosting');
  if ((await readAccount(context, { id: about.officerId }))?.locked !== false) return refuse('officers.error.locked');
  await endSession(context, about.cookies);
  await sql`update officer set failed_sign_ins = 0, locked_until = null where id = ${about.officerId}`.execute(context.db);
  const token = await startSession(context, { officerId: about.officerId, postingId: posting.postingId, method: about.method });
  await audit({ ...context, actor: actorOf(posting) }, 'sign-in');
  return { token, postings: postings.length };
}
