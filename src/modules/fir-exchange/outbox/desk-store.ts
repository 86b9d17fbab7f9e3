// SQL of the desk's pages of what goes out: how each node's messages stand, those that did not arrive, what persons did with them, what one record's police were told.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { PortalHappening } from '../messages/index.ts';

export type NodeStanding = { code: string; name: string; callUrl: string | null; waiting: number; oldestAt: Instant | null; dead: number };

/** Of these nodes; row security leaves the messages of others out. */
export async function standingsOf(context: Context, nodeCodes: readonly string[]): Promise<NodeStanding[]> {
  const { rows } = await sql<NodeStanding>`select n.code, n.name, n.call_url, o.waiting::int, o.oldest_at, o.dead::int from exchange_node n cross join lateral (
      select count(*) filter (where state = 'waiting') as waiting, min(created_at) as oldest_at, count(*) filter (where state = 'dead') as dead
      from exchange_outgoing where node_code = n.code and state <> 'delivered' and put_aside_at is null) o
    where n.code = any (${nodeCodes as string[]}::text[]) and n.closed_at is null order by o.dead desc, o.oldest_at nulls last, n.code`.execute(context.db);
  return rows;
} // prettier-ignore

export type DeadLetter = {
  sequence: number;
  nodeCode: string;
  nodeName: string;
  paperKey: string;
  /** Where the portal has the station. */
  stationName: string | null;
  what: PortalHappening;
  reference: string;
  createdAt: Instant;
  attempts: number;
  reason: string;
  /** How many of its paper it holds up. */
  behind: number;
};

const names = sql`(select n.name from exchange_node n where n.code = o.node_code) as node_name,
  (select s.name from office s where s.code = split_part(o.paper_key, '/', 3)) as station_name`;
const letters = sql`select o.sequence, o.node_code, o.paper_key, ${names}, o.content #>> '{body,what}' as what, o.content #>> '{body,reference}' as reference, o.created_at,
  o.attempts, o.reason, (select count(*)::int from exchange_outgoing e where e.node_code = o.node_code and e.paper_key = o.paper_key and e.sequence > o.sequence
    and e.state <> 'delivered' and e.put_aside_at is null) as behind
  from exchange_outgoing o where o.state = 'dead' and o.put_aside_at is null`;

/** The oldest first. */
export async function deadLetters(context: Context, nodeCodes: readonly string[], most: number): Promise<DeadLetter[]> {
  const { rows } =
    await sql<DeadLetter>`${letters} and o.node_code = any (${nodeCodes as string[]}::text[]) order by o.sequence limit ${most}`.execute(
      context.db,
    );
  return rows;
}

export async function deadLetter(context: Context, nodeCode: string, sequence: number): Promise<DeadLetter | null> {
  const { rows } = await sql<DeadLetter>`${letters} and o.node_code = ${nodeCode} and o.sequence = ${sequence}`.execute(context.db);
  return rows[0] ?? null;
}

/** How many are tried again: one, or all of the node that did not arrive. */
export async function replay(context: Context, nodeCode: string, sequence: number | null): Promise<number> {
  const { rows } = await sql<{ done: number }>`select replay_outgoing(${nodeCode}, ${sequence}::bigint, ${context.now}) as done`.execute(
    context.db,
  );
  return rows[0]!.done;
}

/** False: it was sent again, or put aside, meanwhile. */
export async function putAside(context: Context, nodeCode: string, sequence: number, reason: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select put_aside_outgoing(${nodeCode}, ${sequence}, ${reason}, ${context.now}) as done`.execute(context.db);
  return rows[0]!.done;
}

export type OutgoingStep = {
  step: 'replayed' | 'put-aside';
  nodeCode: string;
  paperKey: string;
  stationName: string | null;
  reason: string | null;
  officer: string;
  office: string;
  at: Instant;
};

/** What persons did, the last first. */
export async function lastSteps(context: Context, nodeCodes: readonly string[], most: number): Promise<OutgoingStep[]> {
  const { rows } =
    await sql<OutgoingStep>`select s.step, o.node_code, o.paper_key, ${names}, s.reason, p.name as officer, f.name as office, s.at from exchange_outgoing_step s
    join exchange_outgoing o on o.sequence = s.outgoing_sequence join officer p on p.id = s.officer_id join office f on f.id = s.office_id
    where o.node_code = any (${nodeCodes as string[]}::text[]) order by s.sequence desc limit ${most}`.execute(context.db);
  return rows;
}

export async function setCallUrl(context: Context, nodeCode: string, url: string | null): Promise<void> {
  await sql`select set_node_call_url(${nodeCode}, ${url})`.execute(context.db);
}

export type ToldOfRecord = {
  nodeCode: string;
  nodeName: string;
  what: PortalHappening;
  happenedAt: Instant;
  recordedAt: Instant;
  state: 'waiting' | 'delivered' | 'dead';
  deliveredAt: Instant | null;
  putAsideAt: Instant | null;
};

export async function toldOfRecord(context: Context, recordId: RecordId): Promise<ToldOfRecord[]> {
  const { rows } =
    await sql<ToldOfRecord>`select node_code, (select n.name from exchange_node n where n.code = node_code) as node_name, content #>> '{body,what}' as what, (content #>> '{body,happenedAt}')::timestamptz as happened_at,
      (content #>> '{body,recordedAt}')::timestamptz as recorded_at, state, delivered_at, put_aside_at
    from exchange_outgoing where record_id = ${recordId} order by node_code, sequence`.execute(context.db);
  return rows;
}
