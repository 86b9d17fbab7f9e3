// SQL of what came: a delivery and the messages in it, kept in one statement; what was already kept; what became of a node's messages.
import { sql } from 'kysely';
import { type Instant, addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

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
  content: unknown;
  /** SHA-256 in hex: of the content, or of the bytes where they cannot be read. */
  contentDigest: string;
  reason: string | null;
  reasonFacts: Record<string, unknown> | null;
};

/** What a receipt says of one message. */
export type Result = { position: number; messageId?: string; state: 'taken' | 'duplicate' | 'quarantined'; reason?: string; path?: string };
export type Delivery = { id: string; nodeCode: string; mediaType: string; raw: Buffer; digest: Buffer; signature: string; keyId: string };
export type Kept = { id: string; receivedAt: Instant; results: Result[] };

const sameBytes = ({ nodeCode, mediaType, digest }: Delivery) =>
  sql`node_code = ${nodeCode} and media_type = ${mediaType} and digest = ${digest} and source = 'node' and refused is null`;

/** The delivery of the same bytes, if it was taken before. */
export async function findDelivery(context: Context, delivery: Delivery): Promise<Kept | null> {
  const { rows } = await sql<Kept>`select id, received_at, results from exchange_delivery
    where ${sameBytes(delivery)}`.execute(context.db);
  return rows[0] ?? null;
}

/**
 * One statement, and so one transaction, in which nothing of a delivery is kept without the rest. Messages go in ordered by what they are unique by: two deliveries with the
 * same messages then wait for each other, and never both ways round. Null: the same bytes were taken before.
 */
export async function keepDelivery(context: Context, delivery: Delivery, found: readonly FoundMessage[]): Promise<Kept | null> {
  const { now } = context;
  const { rows } = await sql<Kept>`with came as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as m ("position" int, "messageId" uuid, "type" text, "version" int, "sentAt" timestamptz,
        "eventAt" timestamptz, "paperKey" text, "paperSequence" int, "rawNumber" text, "content" jsonb, "contentDigest" text, "reason" text, "reasonFacts" jsonb)),
    kept as (
      insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence, raw_number, content,
        content_digest, state, reason, reason_facts, next_at, settled_at)
      select ${delivery.id}::uuid, "position", ${delivery.nodeCode}, "messageId", "type", "version", "sentAt", "eventAt", ${now}::timestamptz, "paperKey", "paperSequence", "rawNumber",
        "content", decode("contentDigest", 'hex'), case when "reason" is null then 'received' else 'quarantined' end, "reason", "reasonFacts",
        case when "reason" is null then ${now}::timestamptz end, case when "reason" is not null then ${now}::timestamptz end
      from came where not exists (select from exchange_delivery where ${sameBytes(delivery)})
      order by "messageId", "contentDigest", "position"
      on conflict do nothing returning position)
    insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, signature, key_id, results)
    select ${delivery.id}, ${delivery.nodeCode}, 'node', ${now}, ${delivery.mediaType}, ${delivery.raw}, ${delivery.digest}, ${delivery.signature}, ${delivery.keyId},
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('position', c."position", 'messageId', c."messageId",
          'state', case when k.position is null then 'duplicate' when c."reason" is null then 'taken' else 'quarantined' end,
          'reason', case when k.position is not null then c."reason" end,
          'path', case when k.position is not null then c."reasonFacts" ->> 'path' end)) order by c."position"), '[]')
        from came c left join kept k on k.position = c."position")
    on conflict (node_code, media_type, digest) where source = 'node' and refused is null do nothing
    returning id, received_at, results`.execute(context.db);
  return rows[0] ?? null;
}

/** What came in a node's name and is not signed by it: its beginning, for a person to look at. */
export async function keepRefused(
  context: Context,
  { id, nodeCode, mediaType, raw, digest, signature, keyId }: Delivery,
  fault: string,
): Promise<void> {
  await sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, signature, key_id, refused)
    values (${id}, ${nodeCode}, 'node', ${context.now}, ${mediaType}, ${raw}, ${digest}, ${signature}, ${keyId}, ${fault})`.execute(
    context.db,
  );
}

/** Whether messages have waited so long without any worker settling one: a receipt would promise what nobody does. */
export async function isStalled(context: Context, hours: number): Promise<boolean> {
  const since = addHours(context.now, -hours);
  const { rows } = await sql<{
    stalled: boolean;
  }>`select exists (select from exchange_message where state = 'received' and next_at < ${since})
    and not exists (select from exchange_message where settled_at > received_at and settled_at >= ${since}) as stalled`.execute(context.db);
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
