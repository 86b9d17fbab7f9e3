// SQL of the quarantine at the desk: what waits for a person, one message whole, and what officers did with it. Row security says whose it is.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { inText } from '../inbox/message-store.ts';
import type { PaperMessage } from '../messages/index.ts';
import { type KeptRow, keep, openKept } from '../trust/kept.ts';

export type Waiting = {
  row: number;
  nodeCode: string;
  nodeName: string;
  /** Of the station the paper names, where the portal has it. */
  stationName: string | null;
  type: string | null;
  paperKey: string | null;
  receivedAt: Instant;
  reason: string;
  facts: Record<string, unknown> | null;
  /** Since when it is asked again: the key under which it had been put right was revoked. */
  askedAgainAt: Instant | null;
};
const columns = sql`m.sequence as row, m.node_code, m.type, m.paper_key, m.received_at, m.reason, m.reason_facts as facts, m.asked_again_at,
  (select n.name from exchange_node n where n.code = m.node_code) as node_name,
  (select o.name from office o where o.code = split_part(m.paper_key, '/', 3)) as station_name`;

/** Set aside, and not said anew since. */
const waits = sql`m.state = 'quarantined' and m.said_anew_at is null`;

/** The newest first. */
export async function quarantined(
  context: Context,
  { atMost, from, reason }: { atMost: number; from: number; reason: string | null },
): Promise<Waiting[]> {
  const { rows } =
    await sql<Waiting>`select ${columns} from exchange_message m where ${waits} and (${reason}::text is null or m.reason = ${reason})
    order by m.sequence desc limit ${atMost} offset ${from}`.execute(context.db);
  return rows;
}

/** Held over a day's ceiling, the oldest first: when each is looked at again by itself. */
export async function heldByFlood(
  context: Context,
  { atMost, from }: { atMost: number; from: number },
): Promise<(Waiting & { nextAt: Instant })[]> {
  const { rows } = await sql<Waiting & { nextAt: Instant }>`select ${columns}, m.next_at from exchange_message m
    where m.state = 'parked' and m.reason = 'flood' and m.released_at is null order by m.received_at, m.sequence limit ${atMost} offset ${from}`.execute(
    context.db,
  );
  return rows;
}

/** Of a flood of hundreds of thousands no more are counted. */
const MOST_COUNTED = 10_000;
export async function countHeldByFlood(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from exchange_message m
    where m.state = 'parked' and m.reason = 'flood' and m.released_at is null limit ${MOST_COUNTED}) held`.execute(context.db);
  return rows[0]!.n;
}

/** False: it is held no longer, or the key it came under was revoked. */
export async function release(context: Context, row: number, because: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select release_message(${row}, ${actId(context)}, ${because}, ${context.now}) as done`.execute(context.db);
  return rows[0]!.done;
}

/** How many there are of each reason, the most frequent first. */
export async function reasonsWaiting(context: Context): Promise<{ reason: string; count: number }[]> {
  const { rows } = await sql<{
    reason: string;
    count: number;
  }>`select m.reason, count(*) as count from exchange_message m where ${waits}
    group by m.reason order by count(*) desc, m.reason`.execute(context.db);
  return rows;
}

export type Held = Waiting & {
  state: string;
  content: PaperMessage | null;
  deliveryId: string;
  position: number;
  paperSequence: number | null;
};

export async function readHeld(context: Context, row: number): Promise<Held | undefined> {
  const { rows } = await sql<Omit<Held, 'content'> & KeptRow>`select ${columns}, m.state, m.mark, m.sealed, m.pictures, m.delivery_id, m.position, m.paper_sequence
    from exchange_message m where m.sequence = ${row}`.execute(context.db);
  const [found] = rows;
  if (!found) return undefined;
  const { mark, sealed, pictures, ...held } = found;
  // What bears no mark of ours cannot be opened: of it there is nothing to show.
  return { ...held, content: held.reason === 'forged' ? null : openKept<PaperMessage>(context.tools, { mark, sealed, pictures }) };
} // prettier-ignore

/** Children of its paper whose records the officer sees. */
export async function recordsOfMessage(context: Context, { paperKey }: Held): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`select record_id from exchange_paper_child where paper_key = ${paperKey}`.execute(
    context.db,
  );
  return rows.map(({ recordId }) => recordId);
}

type Told = { childNumber: number; names?: { text: string }[] };

/** Children of its paper as its FIR or diary entry told them; the record where the officer sees it. */
export async function childrenTold(context: Context, { paperKey }: Held): Promise<{ number: number; name: string | null; recordId: RecordId | null }[]> {
  const { rows: told } = await sql<KeptRow>`select mark, sealed, null as pictures from exchange_message
    where paper_key = ${paperKey} and state = 'applied' and outline ? 'children' order by paper_sequence`.execute(context.db);
  const { rows } = await sql<{ number: number; recordId: RecordId }>`select child_number as number, record_id from exchange_paper_child where paper_key = ${paperKey}`.execute(context.db);
  const recordOf = new Map(rows.map(({ number, recordId }) => [number, recordId]));
  const said = told.flatMap((row) => openKept<{ body: { children?: Told[] } }>(context.tools, row)?.body.children ?? []);
  const children = new Map(said.map(({ childNumber: number, names }) => [number, { number, name: names?.[0]?.text ?? null, recordId: recordOf.get(number) ?? null }]));
  return [...children.values()].toSorted((one, other) => one.number - other.number);
} // prettier-ignore

/** What stands at the place of a message in conflict. */
export async function standsInstead(context: Context, { paperKey, paperSequence, row }: Held): Promise<PaperMessage | undefined> {
  const { rows } =
    await sql<KeptRow>`select mark, sealed, pictures from exchange_message where paper_key = ${paperKey} and paper_sequence = ${paperSequence}
    and sequence <> ${row} and state = 'applied'`.execute(context.db);
  return (rows[0] && openKept<PaperMessage>(context.tools, rows[0])) ?? undefined;
}

/** Whether a message stands at a place which is not the one this message was in conflict about. */
export async function isTaken(context: Context, held: Held, paperKey: string, sequence: number): Promise<boolean> {
  if (held.reason === 'conflict' && held.paperKey === paperKey && held.paperSequence === sequence) return false;
  const { rows } = await sql`select 1 from exchange_message where paper_key = ${paperKey} and paper_sequence = ${sequence} and state = 'applied'`.execute(context.db);
  return rows.length > 0;
} // prettier-ignore

export type Done = { act: 'dismissed' | 'resubmitted' | 'raw-read' | 'released'; words: string; officerName: string; at: Instant };

export async function actsOn(context: Context, row: number): Promise<Done[]> {
  const { rows } =
    await sql<Done>`select a.act, a.words, o.name as officer_name, a.at from exchange_message_act a join officer o on o.id = a.officer_id
    where a.message_sequence = ${row} order by a.at`.execute(context.db);
  return rows;
}

const actId = (context: Context): string => newId<'exchangeAct'>(milliseconds(context.now));

export async function dismiss(context: Context, row: number, because: string): Promise<void> {
  await sql`select dismiss_message(${row}, ${actId(context)}, ${because}, ${context.now})`.execute(context.db);
}

export type Resubmitted = { message: PaperMessage; digest: Buffer; paperKey: string; because: string };

export async function resubmit(context: Context, row: number, { message, digest, paperKey, because }: Resubmitted): Promise<void> {
  const delivery = newId();
  const kept = inText(keep(context.tools, { deliveryId: delivery, position: 1, paperKey, digest: digest.toString('hex') }, message));
  await sql`select resubmit_message(${row}, ${actId(context)}, ${because}, ${delivery}, ${JSON.stringify(message)}::jsonb, ${digest}, ${paperKey},
    ${JSON.stringify(kept)}::jsonb, ${context.now})`.execute(context.db);
}

export type Raw = { deliveryId: string; mediaType: string; raw: Buffer | null; position: number };

/** That it will be looked at, and why. */
export async function askRaw(context: Context, row: number, because: string): Promise<void> {
  await sql`select ask_raw_message(${row}, ${actId(context)}, ${because}, ${context.now})`.execute(context.db);
}

/** The delivery as it came; undefined for whoever did not say why, or a while ago. */
export async function readRaw(context: Context, row: number): Promise<Raw | undefined> {
  const { rows } = await sql<Raw>`select delivery_id, media_type, raw, position from raw_message(${row}, ${context.now})`.execute(
    context.db,
  );
  return rows[0];
}

/** Its own bytes out of the delivery it came in; none where it no longer waits. */
export async function readOwn(context: Context, row: number): Promise<Raw | undefined> {
  const { rows } = await sql<Raw>`select delivery_id, media_type, raw, position from own_message(${row})`.execute(context.db);
  return rows[0];
}
