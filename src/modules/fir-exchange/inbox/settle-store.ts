// SQL of settling: what waits, all messages of the papers it is of, and what became of each.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { PaperMessage, StationMessage } from '../messages/index.ts';
import { type KeptRow, type Marked, bearsMark, openKept } from '../trust/kept.ts';
import type { Arrived } from './order.ts';
import type { Outline } from './turns.ts';

export type Stored = Arrived & {
  paperKey: string;
  state: string;
  reason: string | null;
  attempts: number;
  nextAt: Instant | null;
  deliveryId: string;
  position: number;
  mark: Buffer;
  /** As it is stored, its pictures with it. */
  bytes: number;
  settledAt: Instant | null;
  /** The key it was signed with was revoked since. */
  keyRevoked: boolean;
  /** What it says is kept no longer. */
  erased: boolean;
  /** A person looked at it where it was held, and let it through. */
  released: boolean;
};

/** What another node said of this paper, and what an officer set aside for good, has no place among its messages. */
const inPlay = sql`m.mark is not null and m.paper_sequence is not null and not (m.state = 'ignored' and m.reason in ('dismissed', 'resubmitted', 'sent-anew', 'undone'))
  and not (m.state = 'quarantined' and m.reason in ('not-your-state', 'not-your-node', 'forged'))`;
const arrived = sql`m.sequence as row, m.node_code as node, m.message_id, m.paper_key, m.paper_sequence as sequence, m.type, m.sent_at, m.event_at, m.received_at,
  encode(m.content_digest, 'hex') as digest, m.delivery_id, m.position, m.mark, (coalesce(pg_column_size(m.sealed), 0) + coalesce(pg_column_size(m.pictures), 0))::float8 as bytes, m.sealed is null as erased, m.released_at is not null as released, m.settled_at,
  exists (select from exchange_node_key k where k.key_id = d.key_id and k.revoked_at is not null) as key_revoked, d.source = 'desk' as from_desk, m.state, m.reason, m.attempts, m.next_at,
  m.state = 'quarantined' and m.reason not in ('message-id-reused', 'conflict', 'future') as failed, m.state = 'applied' as done,
  d.source = 'file' and d.node_code is not null as from_file`;

/** All that came of these papers and could be read, in the order of coming. */
export async function messagesOfPapers(context: Context, paperKeys: readonly string[]): Promise<Stored[]> {
  if (paperKeys.length === 0) return [];
  const { rows } = await sql<Stored>`select ${arrived} from exchange_message m join exchange_delivery d on d.id = m.delivery_id
    where m.paper_key = any (${paperKeys as string[]}::text[]) and ${inPlay} order by m.sequence`.execute(context.db);
  return rows;
}

/** Of what bears one id the first, as `precedes` has it: what an officer sent in again, the last such first; else the earliest. */
const firstOfId = sql`d.source = 'desk' desc, case when d.source = 'desk' then m.sent_at end desc, m.sent_at, m.content_digest`;

/**
 * Of each id these messages bear, the message it belongs to, wherever it is, and those of other papers whose place hangs on it: what waits is judged in its
 * own time, what was set aside stays so. However many share an id, few are read and few of their papers held.
 */
export async function rivalsOf(context: Context, messages: readonly Stored[]): Promise<Stored[]> {
  const { rows } = await sql<Stored>`with ids as (select distinct node_code, message_id
      from unnest(${messages.map(({ node }) => node)}::text[], ${messages.map(({ messageId }) => messageId)}::uuid[]) as mine (node_code, message_id)), concerned as (
      select first.sequence from ids cross join lateral (select m.sequence from exchange_message m join exchange_delivery d on d.id = m.delivery_id
        where m.node_code = ids.node_code and m.message_id = ids.message_id and ${inPlay} order by ${firstOfId} limit 1) first
      union select m.sequence from ids join exchange_message m on m.node_code = ids.node_code and m.message_id = ids.message_id
        where m.state in ('applied', 'parked', 'ignored'))
    select ${arrived} from concerned join exchange_message m using (sequence) join exchange_delivery d on d.id = m.delivery_id where ${inPlay}`.execute(context.db);
  return rows;
} // prettier-ignore

export async function contentsOf(context: Context, rows: readonly number[]): Promise<Map<number, PaperMessage>> {
  if (rows.length === 0) return new Map();
  const read = await sql<KeptRow & { row: number }>`select sequence as row, mark, sealed, pictures from exchange_message
    where sequence = any (${rows as number[]}::bigint[])`.execute(context.db);
  return new Map(read.rows.map(({ row, ...kept }) => [row, openKept<PaperMessage>(context.tools, kept)!]));
}

/** What each of these says whole, without what it says. */
export async function outlinesOf(context: Context, rows: readonly number[]): Promise<Map<number, Outline>> {
  if (rows.length === 0) return new Map();
  const read = await sql<Outline & { row: number }>`select sequence as row, type, outline ? 'place' as place,
      array(select c::int from jsonb_array_elements_text(coalesce(outline -> 'children', '[]')) c) as children
    from exchange_message where sequence = any (${rows as number[]}::bigint[])`.execute(context.db);
  return new Map(read.rows.map(({ row, ...outline }) => [row, outline]));
}

/** What became of a message; `visibleAt` where an officer sees it from then on. */
export type Settled = {
  row: number;
  state: 'applied' | 'ignored' | 'parked' | 'quarantined' | 'received';
  reason: string | null;
  facts: Record<string, unknown> | null;
  attempts: number;
  nextAt: Instant | null;
};

export async function markSettled(context: Context, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const at = context.tools.clock();
  await sql`update exchange_message m set state = s.state, reason = s.reason, reason_facts = s.facts, attempts = s.attempts, next_at = s."nextAt",
      settled_at = case when s.state in ('received', 'parked') then m.settled_at else ${at}::timestamptz end,
      pictures = case when s.state in ('applied', 'ignored') then null else m.pictures end, -- among the photographs by now
      visible_at = case when s.state = 'applied' then coalesce(m.visible_at, ${at}::timestamptz) else m.visible_at end
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s ("row" bigint, state text, reason text, facts jsonb, attempts int, "nextAt" timestamptz)
    where m.sequence = s."row"`.execute(context.db);
}

const ofRevokedKey = sql`exists (select from exchange_delivery d join exchange_node_key k on k.key_id = d.key_id where d.id = a.delivery_id and k.revoked_at is not null)`;

/**
 * What waits for a person, and was said anew by what took effect now, asks nobody any more: under the paper's key, or, where the key itself was wrong, under the
 * police's own number and of the same moment. A key that was revoked meanwhile hides nothing. By the number alone not: where each station counts for itself, it is another child's elsewhere. It stays what it
 * was, or what becomes of a message would hang on the order in which both came. Of two that contradict each other a person decides.
 */
export async function noteSaidAnew(context: Context, applied: readonly number[]): Promise<void> {
  if (applied.length === 0) return;
  await sql`update exchange_message q set said_anew_at = ${context.tools.clock()}::timestamptz, said_anew_by = a.sequence
    from exchange_message a where a.sequence = any (${applied as number[]}::bigint[]) and a.paper_sequence > 0 and q.state = 'quarantined' and q.said_anew_at is null
      and q.node_code = a.node_code and q.paper_sequence = a.paper_sequence and q.type = a.type and q.received_at <= a.received_at and q.sequence <> a.sequence and not ${ofRevokedKey}
      and q.reason not in ('conflict', 'message-id-reused', 'not-your-state', 'not-your-node', 'forged')
      and coalesce(q.outline ->> 'raw', q.raw_number) = a.outline ->> 'raw' and (q.paper_key = a.paper_key or q.event_at = a.event_at)`.execute(
    context.db,
  );
}

export type StationDay = { row: number; message: StationMessage; receivedAt: Instant; attempts: number; isForged: boolean };

type StationRow = Marked & KeptRow & { row: number; receivedAt: Instant; attempts: number };

/** Messages of a station's day that wait, held: another worker passes them over. */
export async function takeStationDays(context: Context, most: number): Promise<StationDay[]> {
  const { rows } =
    await sql<StationRow>`select sequence as row, delivery_id, position, node_code as node, message_id, type, sent_at, event_at, paper_key,
      paper_sequence as sequence, encode(content_digest, 'hex') as digest, mark, sealed, pictures, received_at, attempts from exchange_message
    where state in ('received', 'parked') and next_at <= ${context.now} and paper_key is null order by next_at, sequence limit ${most} for update skip locked`.execute(
      context.db,
    );
  return rows.map((row) => {
    const isForged = !bearsMark(context.tools, row, row.mark);
    const message = isForged ? null : openKept<StationMessage>(context.tools, row);
    return { row: row.row, message: message!, receivedAt: row.receivedAt, attempts: row.attempts, isForged };
  });
}

export type StationDayKept = { row: number; sentAt: Instant; stationId: string; day: string; reason: string; words?: string };

/** Of several of one day the last sent stands, whichever came first. */
export async function keepStationDays(context: Context, days: readonly StationDayKept[]): Promise<void> {
  if (days.length === 0) return;
  await sql`insert into exchange_station_day as d (station_id, day, reason, words, sent_at, message_sequence)
    select distinct on ("stationId", day) "stationId", day, reason, words, "sentAt", "row" from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      as r ("stationId" uuid, day date, reason text, words text, "sentAt" timestamptz, "row" bigint) order by "stationId", day, "sentAt" desc, "row"
    on conflict (station_id, day) do update set reason = excluded.reason, words = excluded.words, sent_at = excluded.sent_at,
      message_sequence = excluded.message_sequence where excluded.sent_at > d.sent_at`.execute(context.db);
}
