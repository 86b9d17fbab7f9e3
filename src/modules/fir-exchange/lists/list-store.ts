// SQL of lists: what an office brought, what is here of the FIRs in one, what became of them, and what taking one back came to.
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, type RecordId, isUuid, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Office } from '../../officers/index.ts';
import { inText } from '../inbox/message-store.ts';
import { OF_A_LIST } from '../inbox/order.ts';
import { type PaperMessage, paperKey } from '../messages/index.ts';
import { keepOfList } from '../trust/kept.ts';
import type { SheetRow } from './sheet.ts';

export type List = {
  id: string;
  rows: SheetRow[];
  officer: string;
  readAt: Instant;
  takenAt: Instant | null;
  undoAskedAt: Instant | null;
  undoneAt: Instant | null;
};

export type Station = Office & { districtCode: string; stateCode: string };

/** The stations an officer brings lists for: the own one, or those of the own district. */
export async function stationsSpokenFor(context: Context, asker: { officeId: OfficeId; districtCode: string | null; isStation: boolean }): Promise<Station[]> {
  const { rows } = await sql<Station>`select id, kind, code, name, district_code, state_code, telephone, email from office
    where kind = 'police-station' and closed_on is null and district_code is not null and state_code is not null
      and case when ${asker.isStation}::boolean then id = ${asker.officeId} else district_code = ${asker.districtCode} end order by name`.execute(context.db);
  return rows;
} // prettier-ignore

export async function keepList(context: Context, by: { officerId: OfficerId; officeId: OfficeId }, rows: readonly SheetRow[]): Promise<string> {
  const id = newId<'exchange-list'>(milliseconds(context.now));
  await sql`insert into exchange_list (id, officer_id, office_id, rows, row_count, read_at, forget_from)
    values (${id}, ${by.officerId}, ${by.officeId}, ${JSON.stringify(rows)}, ${rows.length}, ${context.now}, ${context.now})`.execute(context.db);
  return id;
} // prettier-ignore

const columns = sql`l.id, o.name as officer, l.read_at, l.taken_at, l.undo_asked_at, l.undone_at`;

/** Of the office that asks. Undefined for another's, and none. */
export async function readList(context: Context, id: string): Promise<List | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } =
    await sql<List>`select ${columns}, l.rows from exchange_list l join officer o on o.id = l.officer_id where l.id = ${id}`.execute(
      context.db,
    );
  return rows[0];
}

export type ListHead = Omit<List, 'rows'> & { count: number };

/** The latest first. */
export async function listsOfOffice(context: Context, most: number): Promise<ListHead[]> {
  const { rows } = await sql<ListHead>`select ${columns}, l.row_count as count from exchange_list l
    join officer o on o.id = l.officer_id order by l.read_at desc limit ${most}`.execute(context.db);
  return rows;
}

/** Which of these papers came before: told by the police's system, or on a list. */
export async function papersHere(context: Context, keys: readonly string[]): Promise<Map<string, 'list' | 'police'>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{
    key: string;
    here: 'list' | 'police';
  }>`select paper_key as key, case when node_code is null then 'list' else 'police' end as here
    from exchange_paper where paper_key = any (${keys as string[]}::text[]) and complaint_id is not null`.execute(context.db);
  return new Map(rows.map(({ key, here }) => [key, here]));
}

/** False: it was taken already. The database refuses what is not of the officer's own stations. */
export async function takeMessages(context: Context, listId: string, told: readonly { message: PaperMessage; digest: string }[]): Promise<boolean> {
  const delivery = newId<'delivery'>(milliseconds(context.now));
  const rows = told.map(({ message, digest }, at) => {
    const { node, messageId, type, eventAt, paper } = message;
    const row = { deliveryId: delivery, position: at + 1, node, messageId, type, sentAt: context.now, eventAt, paperKey: paperKey(paper), sequence: OF_A_LIST, digest };
    return { message, digest, kept: inText(keepOfList(context.tools, row, message)) };
  });
  const { rows: answers } = await sql<{ taken: boolean }>`select take_list(${listId}, ${delivery}, ${JSON.stringify(rows)}::jsonb, ${context.now}) as taken`.execute(context.db);
  return answers[0]!.taken;
} // prettier-ignore

/** `stationName`: where the portal has the station. */
export type Became = {
  paperKey: string;
  stationName: string | null;
  state: string;
  reason: string | null;
  reasonFacts: Record<string, unknown> | null;
};

export async function becameOf(context: Context, listId: string): Promise<Became[]> {
  return (
    await sql<Became>`select l.*, (select o.name from office o where o.code = split_part(l.paper_key, '/', 3)) as station_name from list_messages(${listId}) l`.execute(
      context.db,
    )
  ).rows;
}

/** False: too late, or asked before. */
export async function askUndo(context: Context, listId: string): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`select ask_undo_list(${listId}, ${context.now}) as asked`.execute(context.db);
  return rows[0]!.asked;
}

export type Ended = { recordId: RecordId; paperKey: string; outcome: 'closed' | 'stays' };

export async function endsOf(context: Context, listId: string): Promise<Ended[]> {
  const { rows } = await sql<Ended>`select record_id, paper_key, outcome from exchange_list_end where list_id = ${listId}
    order by paper_key, record_id`.execute(context.db);
  return rows;
}

/** The records of papers, for showing what a list became. */
export async function recordsOfPapers(context: Context, keys: readonly string[]): Promise<{ paperKey: string; recordId: RecordId }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ paperKey: string; recordId: RecordId }>`select paper_key, record_id from exchange_paper_child
    where paper_key = any (${keys as string[]}::text[]) order by paper_key, child_number`.execute(context.db);
  return rows;
}
