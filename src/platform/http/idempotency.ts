// Idempotency of unsafe requests: the same key with the same body gets the saved answer, with another body a refusal.
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.ts';

/** `cookiesSealed`: they may open a session. */
export type SavedAnswer = { status: number; location: string | null; body: string | null; cookiesSealed: Buffer | null };
export type KeyState = { kind: 'new' } | { kind: 'replay'; answer: SavedAnswer } | { kind: 'reused' };

/** Keyed: a body may hold a password or a telephone number, which a plain hash in a table would give away to guessing. */
export function hashBody(secret: string, body: unknown): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(body)).digest();
}

function scopeOf(context: Context): string {
  const { actor } = context;
  return `${context.door}:${actor.kind === 'officer' ? actor.officerId : actor.kind === 'citizen' ? (actor.reporterKey ?? 'anyone') : actor.name}`;
}

/** Claims the key inside the transaction: a second request with the same key waits here until the first commits or rolls back. */
export async function claimKey(context: Context, key: string, route: string, bodyHash: Buffer): Promise<KeyState> {
  const scope = scopeOf(context);
  const claimed = await sql`insert into idempotency_key (scope, key, route, body_hash, status, recorded_at)
    values (${scope}, ${key}, ${route}, ${bodyHash}, 0, ${context.now}) on conflict do nothing`.execute(context.db);
  if (claimed.numAffectedRows === 1n) return { kind: 'new' };
  const { rows } = await sql<
    SavedAnswer & { route: string; bodyHash: Buffer }
  >`select status, location, body, cookies_sealed, route, body_hash
    from idempotency_key where scope = ${scope} and key = ${key}`.execute(context.db);
  const saved = rows[0];
  if (!saved || saved.route !== route || !saved.bodyHash.equals(bodyHash)) return { kind: 'reused' };
  const { status, location, body, cookiesSealed } = saved;
  return { kind: 'replay', answer: { status, location, body, cookiesSealed } };
}

/** Keeps the answer beside the key. */
export async function keepAnswer(context: Context, key: string, answer: SavedAnswer): Promise<void> {
  await sql`update idempotency_key set status = ${answer.status}, location = ${answer.location}, body = ${answer.body}, cookies_sealed = ${answer.cookiesSealed}
    where scope = ${scopeOf(context)} and key = ${key}`.execute(context.db);
}
