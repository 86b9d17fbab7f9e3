// SQL of accounts: what signing in reads, counts and keeps. Nothing here leaves the module.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import { addMinutes } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export const lockRules = { failures: 10, minutes: 15 } as const;
/** Stands for an account that does not exist, so that its failure costs the same statement. */
export const nobody = '00000000-0000-0000-0000-000000000000' as OfficerId;

export type Account = {
  id: OfficerId;
  email: string;
  passwordHash: string | null;
  totpSealed: Buffer | null;
  totpLastStep: number;
  locked: boolean;
};

/** Closed accounts are not found. */
export async function readAccount(context: Context, where: { email: string } | { id: OfficerId }): Promise<Account | undefined> {
  const [email, id] = 'email' in where ? [where.email.trim().toLowerCase(), null] : [null, where.id];
  const { rows } = await sql<Account>`select id, email, password_hash, totp_sealed, totp_last_step,
      coalesce(locked_until > ${context.now}, false) as locked from account_signing_in(${email}, ${id})`.execute(context.db);
  return rows[0];
}

/** The tenth failure locks the account and starts the count again. A locked account counts nothing: a stranger cannot lock it longer. */
export async function countFailure(context: Context, officerId: OfficerId): Promise<void> {
  const { failures, minutes } = lockRules;
  await sql`update officer set failed_sign_ins = case when failed_sign_ins + 1 >= ${failures}::int then 0 else failed_sign_ins + 1 end,
      locked_until = case when failed_sign_ins + 1 >= ${failures}::int then ${addMinutes(context.now, minutes)}::timestamptz else locked_until end
    where id = ${officerId} and (locked_until is null or locked_until <= ${context.now})`.execute(context.db);
}

export async function forgetFailures(context: Context, officerId: OfficerId): Promise<void> {
  await sql`update officer set failed_sign_ins = 0, locked_until = null where id = ${officerId}`.execute(context.db);
}

/** Marks a code's half minute as used. False if another request has used it, or a later one, at the same moment. */
export async function useCode(context: Context, account: Account, secret: string, step: number): Promise<boolean> {
  const sealed = account.totpSealed ?? context.tools.seal(secret);
  const used = await sql`update officer set totp_last_step = ${step}, totp_sealed = ${sealed}
    where id = ${account.id} and totp_last_step < ${step}`.execute(context.db);
  return used.numAffectedRows === 1n;
}

/**
 * The officer a department's provider vouches for: by the provider's own name for the officer; the first time by the verified e-mail
 * of an account not yet tied to anyone, which is then tied.
 */
export async function officerBySubject(context: Context, subject: string, email: string | null): Promise<OfficerId | undefined> {
  const known = await sql<{ id: OfficerId }>`select id from officer where sso_subject = ${subject} and closed_at is null`.execute(
    context.db,
  );
  if (known.rows[0]) return known.rows[0].id;
  const tied = await sql<{ id: OfficerId }>`update officer set sso_subject = ${subject}
    where email = ${email?.toLowerCase() ?? null} and sso_subject is null and closed_at is null returning id`.execute(context.db);
  return tied.rows[0]?.id;
}

/** Whose posting it is, whatever the day. */
export async function officerOfPosting(context: Context, postingId: string): Promise<OfficerId | undefined> {
  const { rows } = await sql<{ officerId: OfficerId }>`select officer_id from posting where id = ${postingId}`.execute(context.db);
  return rows[0]?.officerId;
}
