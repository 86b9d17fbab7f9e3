// SQL of what the citizen door keeps for a while: drafts (a day), one-time codes (ten minutes), sessions (half an hour). Tokens are stored as hashes.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context, Tools } from '../../platform/context.ts';
import { hashToken } from '../../platform/credentials/index.ts';

function bytesOf(token: string): Buffer {
  return Buffer.from(hashToken(token), 'hex');
}

/** The sealed answers of a draft not touched before `since`. */
export async function findDraft(context: Context, token: string, kind: string, since: Instant): Promise<Buffer | undefined> {
  const { rows } = await sql<{
    answersSealed: Buffer;
  }>`select answers_sealed from draft where token_hash = ${bytesOf(token)} and kind = ${kind}
    and updated_at > ${since}`.execute(context.db);
  return rows[0]?.answersSealed;
}

/** False if there is no such draft. */
export async function updateDraft(context: Context, token: string, kind: string, sealed: Buffer): Promise<boolean> {
  const kept = await sql`update draft set answers_sealed = ${sealed}, updated_at = ${context.now}
    where token_hash = ${bytesOf(token)} and kind = ${kind}`.execute(context.db);
  return kept.numAffectedRows === 1n;
}

export async function insertDraft(context: Context, token: string, kind: string, sealed: Buffer): Promise<void> {
  await sql`insert into draft (token_hash, kind, answers_sealed, updated_at)
    values (${bytesOf(token)}, ${kind}, ${sealed}, ${context.now})`.execute(context.db);
}

export async function deleteDraft(context: Context, token: string, kind: string): Promise<void> {
  await sql`delete from draft where token_hash = ${bytesOf(token)} and kind = ${kind}`.execute(context.db);
}

export type CodeAbout = { telephoneKey: string; purpose: string };
export type StoredCode = { id: string; codeHash: Buffer; expiresAt: Instant; tries: number };

export async function insertCode(context: Context, { telephoneKey, purpose }: CodeAbout, hash: string, expiresAt: Instant): Promise<void> {
  await sql`insert into one_time_code (id, telephone_key, purpose, code_hash, created_at, expires_at)
    values (${newId<'code'>(milliseconds(context.now))}, ${telephoneKey}, ${purpose}, ${Buffer.from(hash, 'hex')}, ${context.now}, ${expiresAt})`.execute(
    context.db,
  );
}

/** The last code sent and not used, locked so that two tries at once are counted one after the other. */
export async function lastCodeOf(context: Context, { telephoneKey, purpose }: CodeAbout): Promise<StoredCode | undefined> {
  const { rows } = await sql<StoredCode>`select id, code_hash, expires_at, tries from one_time_code
    where telephone_key = ${telephoneKey} and purpose = ${purpose} and used_at is null order by created_at desc, id desc limit 1
    for update`.execute(context.db);
  return rows[0];
}

export async function writeTry(context: Context, id: string, tries: number, usedAt: Instant | null): Promise<void> {
  await sql`update one_time_code set tries = ${tries}, used_at = ${usedAt} where id = ${id}`.execute(context.db);
}

export async function insertCitizenSession(context: Context, token: string, telephone: string, expiresAt: Instant): Promise<void> {
  const { tools, now } = context;
  await sql`insert into citizen_session (token_hash, telephone_key, telephone_sealed, started_at, expires_at)
    values (${bytesOf(token)}, ${tools.keyedHash(telephone)}, ${tools.seal(telephone)}, ${now}, ${expiresAt})`.execute(context.db);
}

/** The telephone's key of a session that has not run out. Before any transaction of the request: it decides who asks. */
export async function findCitizenSession(tools: Tools, token: string): Promise<string | undefined> {
  const { rows } = await sql<{ telephoneKey: string }>`select telephone_key from citizen_session
    where token_hash = ${bytesOf(token)} and expires_at > ${tools.clock()}`.execute(tools.db);
  return rows[0]?.telephoneKey;
}
