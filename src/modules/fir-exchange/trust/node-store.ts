// SQL of nodes and keys at the door of machines: whose key this is, requests that are nobody's, and what a node sends in a minute.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Node, NodeKey } from './node.ts';

type KeyRow = NodeKey & { name: string; stateCode: string | null; messagesAMinute: number; closedAt: Instant | null };

export async function findKey(context: Context, keyId: string): Promise<{ key: NodeKey; node: Node } | null> {
  const { rows } = await sql<KeyRow>`select k.key_id, k.node_code, k.public_key, k.valid_from, k.valid_until, k.confirmed_at, k.revoked_at,
      n.name, n.state_code, n.messages_a_minute, n.closed_at
    from exchange_node_key k join exchange_node n on n.code = k.node_code where k.key_id = ${keyId}`.execute(context.db);
  const row = rows[0];
  if (!row) return null;
  const { name, stateCode, messagesAMinute, closedAt, ...key } = row;
  return { key, node: { code: key.nodeCode, name, stateCode, messagesAMinute, closedAt } };
}

export async function findNode(context: Context, code: string): Promise<Node | undefined> {
  const { rows } =
    await sql<Node>`select code, name, state_code, messages_a_minute, closed_at from exchange_node where code = ${code}`.execute(
      context.db,
    );
  return rows[0];
}

/** Under this name those in no node's. */
export const UNKNOWN = 'unknown';

/** Counts requests whose signature does not hold; answers how many came in this hour, with these. */
export async function countRefused(context: Context, nodeCode: string, count: number): Promise<number> {
  const { rows } = await sql<{ seen: number }>`insert into exchange_refusal as r (node_code, hour, seen)
    values (${nodeCode}, date_trunc('hour', ${context.now}::timestamptz), ${count})
    on conflict (node_code, hour) do update set seen = r.seen + excluded.seen returning seen`.execute(context.db);
  return rows[0]!.seen;
}

/** Counts what a node sends, or asks for, in this minute; answers how much it was before. Where that is over what it may, that it fell is noted, once a minute. */
export async function countOfMinute(context: Context, nodeCode: string, kind: 'sent' | 'asked', weight: number): Promise<number> {
  const { rows } = await sql<{
    before: number;
  }>`select count_exchange_minute(${nodeCode}, ${kind}, ${weight}, ${context.now}) as before`.execute(context.db);
  return rows[0]!.before;
}
