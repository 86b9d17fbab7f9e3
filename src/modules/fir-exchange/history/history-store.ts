// SQL of a file of the past: how far it was read, and the messages in it, kept in one transaction.
import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import { milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type FoundMessage, asKept } from '../inbox/message-store.ts';
import { sha256 } from '../trust/digest.ts';
import { sealRaw } from '../trust/kept.ts';

export type Progress = { lines: number; refused: number };

export async function progressOf(context: Context, file: Buffer, node: string): Promise<Progress | undefined> {
  const { rows } =
    await sql<Progress>`select lines, refused from exchange_history where file_digest = ${file} and node_code = ${node}`.execute(
      context.db,
    );
  return rows[0];
}

/** With the same transaction's messages: a reader killed here or there goes on where both agree. */
export async function noteProgress(context: Context, file: Buffer, node: string, { lines, refused }: Progress): Promise<void> {
  await sql`insert into exchange_history (file_digest, node_code, lines, refused, begun_at, read_at)
    values (${file}, ${node}, ${lines}, ${refused}, ${context.now}, ${context.now})
    on conflict (file_digest, node_code) do update set lines = excluded.lines, refused = excluded.refused, read_at = excluded.read_at`.execute(
    context.db,
  );
}

/** Answers how many were not there before. */
export async function keepMessages(context: Context, node: string, raw: Buffer, found: readonly FoundMessage[]): Promise<number> {
  const { now } = context;
  const delivery = newId<'delivery'>(milliseconds(now));
  await sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest)
    values (${delivery}, ${node}, 'file', ${now}, 'application/x-ndjson', ${sealRaw(context.tools, delivery, raw)}, ${sha256(raw)})`.execute(
    context.db,
  );
  const kept =
    await sql`insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key,
      paper_sequence, content_digest, mark, sealed, pictures, outline, state, next_at)
    select ${delivery}::uuid, "position", ${node}, "messageId", "type", "version", "sentAt", "eventAt", ${now}::timestamptz, "paperKey", "paperSequence",
      decode("contentDigest", 'hex'), decode("mark", 'base64'), decode("sealed", 'base64'), decode("pictures", 'base64'), "outline", 'received', ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(found.map((one) => asKept(context.tools, { id: delivery, nodeCode: node }, one)))}::jsonb) as m ("position" int, "messageId" uuid, "type" text, "version" int, "sentAt" timestamptz,
      "eventAt" timestamptz, "paperKey" text, "paperSequence" int, "contentDigest" text, "mark" text, "sealed" text, "pictures" text,
      "outline" jsonb)
    order by "messageId", "contentDigest" on conflict do nothing`.execute(context.db);
  return Number(kept.numAffectedRows ?? 0);
}
