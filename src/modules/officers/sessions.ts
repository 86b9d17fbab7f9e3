// Desk sessions in the database: start, recognise, end. Only the hash of a token is kept, so a stolen table opens no session.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import { type Instant, addHours, addMinutes, dayOf } from '../../kernel/time.ts';
import type { Context, Db, OfficerActor, Tools } from '../../platform/context.ts';
import { hashToken, newToken } from '../../platform/credentials/index.ts';
import { actorOf } from './officer.ts';
import { noteSignOfLife } from './post-store.ts';
import { type SignInMethod, sessionCookieName, sessionLimits } from './session.ts';
import { postingsOf } from './store.ts';

type Cookies = Readonly<Record<string, string>>;
type Live = { officerId: OfficerId; postingId: string | null; lastSeenAt: Instant };

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

function tokenHash(cookies: Cookies): Buffer | null {
  const token = cookies[sessionCookieName];
  return token ? bytes(hashToken(token)) : null;
}

export type Limits = { idleMinutes: number; hours: number };
const usual: Limits = { idleMinutes: sessionLimits.idleMinutes, hours: sessionLimits.wholeMinutes / 60 };

const alive = (now: Instant, { idleMinutes, hours }: Limits = usual) => sql`revoked_at is null and expires_at > ${now}
  and started_at > ${addHours(now, -hours)} and last_seen_at > ${addMinutes(now, -idleMinutes)}`;

/** Starts a session and returns the token for its cookie; it cannot be read again. */
export async function startSession(
  context: Context,
  about: { officerId: OfficerId; postingId: string; method: SignInMethod },
): Promise<string> {
  const { token, hash } = newToken();
  const { now } = context;
  await sql`insert into session (token_hash, officer_id, posting_id, method, started_at, last_seen_at, expires_at)
    values (${bytes(hash)}, ${about.officerId}, ${about.postingId}, ${about.method}, ${now}, ${now}, ${addMinutes(now, sessionLimits.wholeMinutes)})`.execute(
    context.db,
  );
  await noteSignOfLife(context, about.postingId, 'sign-in');
  return token;
}

/**
 * The officer behind the desk door's cookies, acting in the session's posting, or null: no session, idle too long, too old, revoked,
 * account closed, posting ended. Demonstration sessions open nothing outside a demonstration. Runs outside a request's transaction.
 * `limits` may shorten the eight hours, not lengthen them. `isSeen`: whether this counts as the officer being there; a page left open is not.
 */
export async function identify(tools: Tools, cookies: Cookies, limits: Limits = usual, isSeen = true): Promise<OfficerActor | null> {
  const hash = tokenHash(cookies);
  if (!hash) return null;
  const now = tools.clock();
  const { rows } = await sql<Live>`select officer_id, posting_id, last_seen_at from session
    where token_hash = ${hash} and ${alive(now, limits)} and (method <> 'demo' or ${tools.demo})`.execute(tools.db);
  const live = rows[0];
  if (!live) return null;
  const posting = (await postingsOf(tools.db, live.officerId, dayOf(now))).find((held) => held.postingId === live.postingId);
  if (!posting) return null;
  if (isSeen && live.lastSeenAt <= addMinutes(now, -sessionLimits.seenEveryMinutes)) await markSeen(tools.db, hash, now);
  return actorOf(posting);
}

async function markSeen(db: Db, hash: Buffer, now: Instant): Promise<void> {
  await sql`update session set last_seen_at = ${now} where token_hash = ${hash} and last_seen_at < ${now}`.execute(db);
}

/** Ends the session of these cookies, if there is one. */
export async function endSession(context: Context, cookies: Cookies): Promise<void> {
  const hash = tokenHash(cookies);
  if (hash) await sql`update session set revoked_at = ${context.now} where token_hash = ${hash} and revoked_at is null`.execute(context.db);
}

/** `id` names the session in a form; it is the token's hash and opens nothing. */
export type SessionSeen = { id: string; method: SignInMethod; startedAt: Instant; lastSeenAt: Instant; isThis: boolean };

export async function sessionsOf(context: Context, officerId: OfficerId, cookies: Cookies): Promise<SessionSeen[]> {
  const { rows } = await sql<SessionSeen>`select encode(token_hash, 'hex') as id, method, started_at, last_seen_at,
      coalesce(token_hash = ${tokenHash(cookies)}, false) as is_this
    from session where officer_id = ${officerId} and ${alive(context.now)} order by last_seen_at desc`.execute(context.db);
  return rows;
}

/** Ends one of an officer's own sessions; another's is left alone. */
export async function revokeSession(context: Context, officerId: OfficerId, id: string): Promise<void> {
  await sql`update session set revoked_at = ${context.now} where officer_id = ${officerId} and encode(token_hash, 'hex') = ${id}
    and revoked_at is null`.execute(context.db);
}

/** Goes on in another posting. The caller has made sure the officer holds it. */
export async function actIn(context: Context, cookies: Cookies, postingId: string): Promise<void> {
  await sql`update session set posting_id = ${postingId} where token_hash = ${tokenHash(cookies)}`.execute(context.db);
  await noteSignOfLife(context, postingId, 'sign-in');
}
