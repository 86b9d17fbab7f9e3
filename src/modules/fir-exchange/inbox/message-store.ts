// SQL of what came: a delivery and the messages in it, kept in one statement; what was already kept; what became of a node's messages.
import { sql } from 'kysely';
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { Context, Tools } from '../../../platform/context.ts';
import type { Message } from '../messages/index.ts';
import { type Kept as Sealed, keep, sealRaw } from '../trust/kept.ts';

/** One message as it was found in its delivery. `reason`: it goes to quarantine at once. */
export type FoundMessage = {
  position: number;
  messageId: string | null;
  type: string | null;
  version: number | null;
  sentAt: Instant | null;
  eventAt: Instant | null;
  paperKey: string | null;
  paperSequence: number | null;
  /** The police's own number, of what could not be read. */
  rawNumber: string | null;
  content: Message | null;
  /** SHA-256 in hex: of the content, or of the bytes where they cannot be read. */
  contentDigest: string;
  reason: string | null;
  reasonFacts: Record<string, unknown> | null;
};

/** What a receipt says of one message. */
export type Result = { position: number; messageId?: string; state: 'taken' | 'duplicate' | 'quarantined'; reason?: string; path?: string };
/** `base`: the text that was signed, `signature` the fields it came with. */
export type Delivery = {
  id: string;
  nodeCode: string;
  mediaType: string;
  raw: Buffer;
  digest: Buffer;
  base: string;
  signature: string;
  keyId: string;
};
export type Kept = { id: string; receivedAt: Instant; results: Result[] };

/** As it stands in its row: sealed and marked, but for what could not be read. */
export function asKept(
  tools: Tools,
  { id: deliveryId, nodeCode: node }: Pick<Delivery, 'id' | 'nodeCode'>,
  one: FoundMessage,
): Record<string, unknown> {
  const { content, ...told } = one;
  if (content === null) return told;
  const { position, paperKey, contentDigest: digest } = one;
  const kept = keep(tools, { deliveryId, position, node, paperKey, digest }, content);
  return { ...told, ...inText(kept) };
}

/** Bytes as the text a statement takes them in. */
export function inText({ mark, sealed, pictures, outline }: Sealed): Record<string, unknown> {
  return { mark: mark.toString('base64'), sealed: sealed.toString('base64'), pictures: pictures?.toString('base64'), outline };
}

/** All of it or nothing, by one call, which alone the door may do. The same bytes sent again are answered with what was kept first. */
export async function keepDelivery(context: Context, delivery: Delivery, found: readonly FoundMessage[]): Promise<Kept> {
  const { now, tools } = context;
  const { id, nodeCode, keyId, mediaType, raw, digest, base, signature } = delivery;
  const messages = JSON.stringify(found.map((one) => asKept(tools, delivery, one)));
  const { rows } =
    await sql<Kept>`select id, received_at, results from keep_delivery(${nodeCode}, ${keyId}, ${id}, ${mediaType}, ${sealRaw(tools, id, raw)},
    ${digest}, ${base}, ${signature}, ${messages}::jsonb, ${now})`.execute(context.db);
  return rows[0]!;
}

/** What came in a node's name and is not signed by it: its beginning, for a person to look at. */
export async function keepRefused(context: Context, delivery: Delivery, fault: string): Promise<void> {
  const { id, nodeCode, keyId, mediaType, raw, digest, base, signature } = delivery;
  await sql`select keep_refused(${nodeCode}, ${keyId}, ${id}, ${mediaType}, ${sealRaw(context.tools, id, raw)}, ${digest}, ${base}, ${signature}, ${fault}, ${context.now})`.execute(
    context.db,
  );
}

/** Whether messages have waited so long without any worker settling one: a receipt would promise what nobody does. */
export async function isStalled(context: Context, hours: number): Promise<boolean> {
  const { rows } = await sql<{ stalled: boolean }>`select exchange_stalled(${addHours(context.now, -hours)}) as stalled`.execute(
    context.db,
  );
  return rows[0]!.stalled;
}

export type Outcome = {
  cursor: number;
  deliveryId: string;
  position: number;
  messageId: string | null;
  paper: string | null;
  state: string;
  reason: string | null;
  facts: unknown;
  at: Instant;
};

/** What became of a node's messages since the cursor, in order. What a transaction still open may yet add before them is waited for. */
export async function outcomesAfter(context: Context, nodeCode: string, after: number, limit: number): Promise<Outcome[]> {
  const { rows } =
    await sql<Outcome>`select sequence as cursor, delivery_id, position, message_id, paper_key as paper, state, reason, reason_facts as facts, at
    from exchange_outcome where node_code = ${nodeCode} and sequence > ${after} and written_in < pg_snapshot_xmin(pg_current_snapshot())
    order by sequence limit ${limit}`.execute(context.db);
  return rows;
}
