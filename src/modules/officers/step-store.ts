// What is remembered between two steps of one sign-in, under a token only that browser has. Used once, forgotten after ten minutes.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import { addMinutes } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { hashToken, newToken } from '../../platform/credentials/index.ts';
import { stepMinutes } from './session.ts';

export type StepKind = 'totp' | 'passkey' | 'passkey-registration' | 'sso';
export type Step = { officerId: OfficerId | null; secret: string | null };

const hashed = (token: string): Buffer => Buffer.from(hashToken(token), 'hex');

/** Returns the token. `secret` is sealed: a challenge, a one-time code's secret being enrolled, a state. */
export async function startStep(context: Context, kind: StepKind, step: Partial<Step>): Promise<string> {
  const { token, hash } = newToken();
  const sealed = step.secret ? context.tools.seal(step.secret) : null;
  await sql`insert into sign_in_step (token_hash, officer_id, kind, secret_sealed, started_at, expires_at)
    values (${Buffer.from(hash, 'hex')}, ${step.officerId ?? null}, ${kind}, ${sealed}, ${context.now}, ${addMinutes(context.now, stepMinutes)})`.execute(
    context.db,
  );
  return token;
}

type Row = { officerId: OfficerId | null; secretSealed: Buffer | null };

function opened(context: Context, row: Row | undefined): Step | null {
  return row ? { officerId: row.officerId, secret: row.secretSealed ? context.tools.unseal(row.secretSealed) : null } : null;
}

/** Looks without using it up. */
export async function peekStep(context: Context, kind: StepKind, token: string | undefined): Promise<Step | null> {
  if (!token) return null;
  const { rows } = await sql<Row>`select officer_id, secret_sealed from sign_in_step
    where token_hash = ${hashed(token)} and kind = ${kind} and expires_at > ${context.now}`.execute(context.db);
  return opened(context, rows[0]);
}

/** Uses it up: the same token finds nothing afterwards, also for a request at the same moment. */
export async function takeStep(context: Context, kind: StepKind, token: string | undefined): Promise<Step | null> {
  if (!token) return null;
  const { rows } =
    await sql<Row>`delete from sign_in_step where token_hash = ${hashed(token)} and kind = ${kind} and expires_at > ${context.now}
    returning officer_id, secret_sealed`.execute(context.db);
  return opened(context, rows[0]);
}
