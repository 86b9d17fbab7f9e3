// SQL of filling the outbox: the papers a child stands in, whose nodes they are, what was written already, and what is added.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { Paper } from '../messages/index.ts';
import { type ChildPaper, typedPaper } from './addressees.ts';

/** So that a child's happenings are numbered in the order of its diary, whichever of several is heard first. Until the transaction ends. */
export async function holdOutbox(context: Context, recordId: RecordId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('exchange outgoing ' || ${recordId}::text, 0))`.execute(context.db);
}

/** The State's own open node, else whichever open node told the paper. */
const nodeOf = sql`coalesce((select n.code from exchange_node n where n.state_code = p.state_code and n.closed_at is null),
  (select n.code from exchange_node n where n.code = p.node_code and n.closed_at is null))`;

/** Papers the feed told. */
async function papersTold(context: Context, recordId: RecordId): Promise<ChildPaper[]> {
  const { rows } = await sql<Omit<ChildPaper, 'name' | 'nodeCode'> & { name: Paper; nodeCode: string | null }>`select p.paper_key as key,
      c.child_number, p.transferred_from, ${nodeOf} as node_code, jsonb_build_object('kind', p.kind, 'state', p.state_code, 'district', p.district_code,
        'station', p.station_code, 'year', p.year, 'number', p.number) as name
    from exchange_paper_child c join exchange_paper p using (paper_key) where c.record_id = ${recordId} order by p.paper_key`.execute(
    context.db,
  );
  return rows.flatMap((row) => (row.nodeCode === null ? [] : [{ ...row, nodeCode: row.nodeCode }]));
}

/** The paper a station typed, unless the feed told it too. */
async function paperTyped(context: Context, recordId: RecordId): Promise<ChildPaper | null> {
  const { rows } = await sql<{
    name: Paper;
    nodeCode: string | null;
  }>`select n.code as node_code, jsonb_build_object('kind', r.paper, 'state', o.state_code,
      'district', o.district_code, 'station', o.code, 'year', r.paper_year, 'number', r.paper_number) as name
    from report_paper r join office o on o.id = r.station_id left join exchange_node n on n.state_code = o.state_code and n.closed_at is null
    where r.record_id = ${recordId} and r.paper is not null and r.paper_year is not null
      and not exists (select from exchange_paper p join exchange_paper_child c using (paper_key) where c.record_id = r.record_id and p.complaint_id = r.complaint_id)`.execute(
    context.db,
  );
  const [row] = rows;
  const typed = row?.nodeCode ? typedPaper(row.name) : null;
  return typed ? { ...typed, nodeCode: row!.nodeCode!, childNumber: null, transferredFrom: null } : null;
}

export async function papersOfChild(context: Context, recordId: RecordId): Promise<ChildPaper[]> {
  const typed = await paperTyped(context, recordId);
  return [...(await papersTold(context, recordId)), ...(typed ? [typed] : [])];
}

export type Written = { nodeCode: string; entryId: string; messageId: string };

export async function writtenOf(context: Context, recordId: RecordId): Promise<Written[]> {
  const { rows } = await sql<Written>`select node_code, entry_id, message_id from exchange_outgoing where record_id = ${recordId}`.execute(
    context.db,
  );
  return rows;
}

export type NewOutgoing = Written & { paperKey: string; recordId: RecordId; content: string };

/** In this order. One that is there already stays as it is. */
export async function addOutgoing(context: Context, rows: readonly NewOutgoing[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into exchange_outgoing (message_id, node_code, paper_key, record_id, entry_id, content, created_at, next_at)
    select "messageId", "nodeCode", "paperKey", "recordId", "entryId", content::json, ${context.now}::timestamptz, ${context.now}::timestamptz
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as ("messageId" uuid, "nodeCode" text, "paperKey" text, "recordId" uuid, "entryId" uuid, content text)) with ordinality
    order by ordinality on conflict (node_code, record_id, entry_id) do nothing`.execute(context.db);
}
