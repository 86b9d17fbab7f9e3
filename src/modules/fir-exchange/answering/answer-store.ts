// SQL of a record's page: the papers the police's system has of it, what it says became of the child, what was answered, what the two tell differently.
import { sql } from 'kysely';
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type KeptRow, openKept } from '../trust/kept.ts';

export type ToldPaper = {
  kind: string;
  number: string;
  year: number;
  rawNumber: string | null;
  stationName: string | null;
  nodeName: string | null;
  openedByFeed: boolean;
  firstReceivedAt: Instant | null;
};

export async function papersOfRecord(context: Context, recordId: RecordId): Promise<ToldPaper[]> {
  const { rows } =
    await sql<ToldPaper>`select p.kind, p.number, p.year, p.raw_number, o.name as station_name, n.name as node_name, p.opened_by_feed, p.first_received_at
    from exchange_paper_child c join exchange_paper p on p.paper_key = c.paper_key left join office o on o.id = p.station_id left join exchange_node n on n.code = p.node_code
    where c.record_id = ${recordId} order by p.transferred_from is not null, p.first_received_at`.execute(context.db);
  return rows;
}

export type ToldReport = {
  what: PoliceReport;
  happenedAt: Instant;
  since: Instant;
  /** Its entry in the diary; null where the portal knew it before. */
  entryId: string | null;
  place: string | null;
  condition: string | null;
  outcome: string | null;
};

type ReportRow = Omit<ToldReport, 'place'> & KeptRow;

/** Those that stand, in the order in which they were told. */
export async function reportsOfRecord(context: Context, recordId: RecordId): Promise<ToldReport[]> {
  const { rows } = await sql<ReportRow>`select r.what, r.happened_at, r.since, r.entry_id, m.outline ->> 'condition' as condition, m.outline ->> 'outcome' as outcome,
      m.mark, m.sealed, null as pictures
    from exchange_report r left join exchange_message m on m.sequence = r.message_sequence where r.record_id = ${recordId} and r.ended_at is null
    order by r.since, r.message_sequence`.execute(context.db);
  return rows.map(({ mark, sealed, pictures, ...report }) => {
    const message = openKept<{ body: { place?: string } }>(context.tools, { mark, sealed, pictures });
    return { ...report, place: message?.body.place ?? null };
  });
} // prettier-ignore

export type HeldMessage = {
  row: number;
  type: string | null;
  state: 'parked' | 'quarantined';
  reason: string;
  receivedAt: Instant;
  mine: boolean;
};

/** What came of its papers and has not taken effect. `mine`: the reader answers for it. */
export async function heldOfRecord(context: Context, recordId: RecordId): Promise<HeldMessage[]> {
  const { rows } = await sql<HeldMessage>`select h.message_sequence as row, h.type, h.state, h.reason, h.received_at,
      exists (select from exchange_message m where m.sequence = h.message_sequence) as mine from messages_held(${recordId}) h`.execute(context.db);
  return rows;
} // prettier-ignore

export type Differs = { field: string; policeValue: string; portalValue: string; since: Instant };

export async function differencesOfRecord(context: Context, recordId: RecordId): Promise<Differs[]> {
  const { rows } = await sql<Differs>`select d.field, d.police_value, d.portal_value, d.since from exchange_paper_child c
    join exchange_difference d on d.paper_key = c.paper_key and d.child_number = c.child_number
    where c.record_id = ${recordId} and d.ended_at is null order by d.field`.execute(context.db);
  return rows;
}

/** `goes-on`: to a case closed as untraced. */
export type Answer = 'confirmed' | 'denied' | 'goes-on';
export type NewAnswer = { recordId: RecordId; what: PoliceReport; answer: Answer; words: string };

export async function insertAnswer(context: Context, { recordId, what, answer, words }: NewAnswer): Promise<{ kind: string; id: string }> {
  const { actor, now } = context;
  if (actor.kind !== 'officer') throw new Error('an officer answers');
  const id = newId<'exchangeAnswer'>(milliseconds(now));
  await sql`insert into exchange_answer (id, record_id, what, answer, words, officer_id, office_id, at)
    values (${id}, ${recordId}, ${what}, ${answer}, ${words}, ${actor.officerId}, ${actor.officeId}, ${now})`.execute(context.db);
  return { kind: 'exchange-answer', id };
}

export type Answered = { what: PoliceReport; answer: Answer; words: string; officeName: string; at: Instant };

export async function answersOfRecord(context: Context, recordId: RecordId): Promise<Answered[]> {
  const { rows } =
    await sql<Answered>`select a.what, a.answer, a.words, o.name as office_name, a.at from exchange_answer a join office o on o.id = a.office_id
    where a.record_id = ${recordId} order by a.at`.execute(context.db);
  return rows;
}
