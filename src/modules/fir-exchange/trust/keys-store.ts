// SQL of the desk's pages of nodes: how each stands, its keys with everything done to them, and the functions that check who does it.
import { sql } from 'kysely';
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { NodeKey } from './node.ts';

export type KeptNode = {
  code: string;
  name: string;
  stateCode: string | null;
  /** Where it is called; null: it fetches. */
  callUrl: string | null;
  messagesAMinute: number;
  silentAfterMinutes: number;
  openedAt: Instant;
  closedAt: Instant | null;
  lastHeardAt: Instant | null;
  trippedAt: Instant | null;
  /** Requests of the last day whose signature did not hold. */
  refused: number;
};
export type KeptKey = NodeKey & { enteredBy: string | null };

/** `stateCode`: the State's own and those that speak of every State; null: all. */
export async function readNodes(context: Context, stateCode: string | null, code: string | null = null): Promise<KeptNode[]> {
  const { rows } =
    await sql<KeptNode>`select n.code, n.name, n.state_code, n.call_url, n.messages_a_minute, n.silent_after_minutes, n.opened_at, n.closed_at,
      (select max(d.received_at) from exchange_delivery d where d.node_code = n.code and d.refused is null) as last_heard_at,
      (select max(t.tripped_at) from exchange_breaker_trip t where t.node_code = n.code) as tripped_at,
      (select coalesce(sum(r.seen), 0) from exchange_refusal r where r.node_code = n.code and r.hour > ${addHours(context.now, -24)}) as refused
    from exchange_node n where (${stateCode}::text is null or n.state_code is null or n.state_code = ${stateCode}) and (${code}::text is null or n.code = ${code})
    order by n.state_code nulls first, n.code`.execute(context.db);
  return rows.map((row) => ({ ...row, refused: Number(row.refused) }));
}

export async function keysOf(context: Context, nodeCodes: readonly string[]): Promise<KeptKey[]> {
  const { rows } = await sql<KeptKey>`select key_id, node_code, public_key, valid_from, valid_until, confirmed_at, revoked_at, entered_by
    from exchange_node_key where node_code = any (${nodeCodes as string[]}::text[]) order by valid_from desc, key_id`.execute(context.db);
  return rows;
}

export type KeyStep = {
  keyId: string;
  step: 'entered' | 'confirmed' | 'revoked';
  reason: string | null;
  officer: string | null;
  office: string | null;
  at: Instant;
};

/** Everything done to a node's keys, the last first. */
export async function stepsOf(context: Context, nodeCode: string): Promise<KeyStep[]> {
  const { rows } = await sql<KeyStep>`select s.key_id, s.step, s.reason, p.name as officer, o.name as office, s.at
    from exchange_key_step s join exchange_node_key k on k.key_id = s.key_id left join officer p on p.id = s.officer_id left join office o on o.id = s.office_id
    where k.node_code = ${nodeCode} order by s.sequence desc`.execute(context.db);
  return rows;
}

/** Keys are never used twice, not by another node either. */
export async function isKnownKey(context: Context, publicKey: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from exchange_node_key where public_key = ${publicKey}`.execute(context.db);
  return rows.length > 0;
}

export type EnteredKey = { keyId: string; nodeCode: string; publicKey: Buffer; validFrom: Instant; validUntil: Instant | null };

export async function enterKey(context: Context, { keyId, nodeCode, publicKey, validFrom, validUntil }: EnteredKey): Promise<void> {
  await sql`select enter_node_key(${keyId}, ${nodeCode}, ${publicKey}, ${validFrom}, ${validUntil}, ${context.now})`.execute(context.db);
}

/** False: it was confirmed or revoked meanwhile, or whoever entered it confirms it. */
export async function confirmKey(context: Context, keyId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select confirm_node_key(${keyId}, ${context.now}) as done`.execute(context.db);
  return rows[0]!.done;
}

export async function revokeKey(context: Context, keyId: string, reason: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select revoke_node_key(${keyId}, ${reason}, ${context.now}) as done`.execute(context.db);
  return rows[0]!.done;
}

export type OpenedNode = { code: string; name: string; stateCode: string | null; messagesAMinute: number; silentAfterMinutes: number };

export async function openNode(
  context: Context,
  { code, name, stateCode, messagesAMinute, silentAfterMinutes }: OpenedNode,
): Promise<void> {
  await sql`select open_exchange_node(${code}, ${name}, ${stateCode}, ${messagesAMinute}, ${silentAfterMinutes}, ${context.now})`.execute(
    context.db,
  );
}
