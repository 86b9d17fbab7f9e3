// SQL of taking a list back: the worker's.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';

export type ToUndo = { id: string; officeId: OfficeId };

/** One that is asked to be taken back, held: another worker passes it over. */
export async function takeUndo(context: Context): Promise<ToUndo | undefined> {
  const { rows } = await sql<ToUndo>`select id, office_id from exchange_list where undo_asked_at is not null and undone_at is null
    order by undo_asked_at limit 1 for update skip locked`.execute(context.db);
  return rows[0];
}

export type ListedPaper = { paperKey: string; messageId: string; complaintId: string | null; isTold: boolean; recordIds: RecordId[] };

/** The papers whose message of this list took effect, each held until the transaction ends. `isTold`: the police's system has told it since. */
export async function papersOfList(context: Context, listId: string): Promise<ListedPaper[]> {
  const { rows } = await sql<ListedPaper>`select m.paper_key, m.message_id, p.complaint_id, p.node_code is not null as is_told,
      (select coalesce(array_agg(c.record_id order by c.child_number), '{}') from exchange_paper_child c where c.paper_key = m.paper_key) as record_ids
    from exchange_list l join exchange_message m on m.delivery_id = l.delivery_id join exchange_paper p on p.paper_key = m.paper_key,
      lateral (select pg_advisory_xact_lock(hashtextextended('exchange ' || m.paper_key, 0))) held
    where l.id = ${listId} and m.state = 'applied' order by m.paper_key`.execute(context.db);
  return rows;
}

/** What of the list had not taken effect yet never will. */
export async function dropWaiting(context: Context, listId: string): Promise<void> {
  await sql`update exchange_message m set state = 'ignored', reason = 'undone', reason_facts = null, next_at = null, settled_at = ${context.now}
    from exchange_list l where l.id = ${listId} and m.delivery_id = l.delivery_id and m.state in ('received', 'parked', 'quarantined')`.execute(
    context.db,
  );
}

/** These papers are of nothing here any longer: whoever tells them next opens them. */
export async function freePapers(context: Context, papers: readonly Pick<ListedPaper, 'paperKey' | 'messageId'>[]): Promise<void> {
  const keys = papers.map(({ paperKey }) => paperKey);
  await sql`update exchange_message set state = 'ignored', reason = 'undone', reason_facts = null, settled_at = ${context.now}
    where message_id = any (${papers.map(({ messageId }) => messageId)}::uuid[]) and paper_sequence = 0`.execute(context.db);
  await sql`update exchange_difference set ended_at = ${context.now} where paper_key = any (${keys}::text[]) and ended_at is null`.execute(context.db);
  await sql`delete from exchange_paper_child where paper_key = any (${keys}::text[])`.execute(context.db);
  await sql`update exchange_paper set complaint_id = null, raw_number = null where paper_key = any (${keys}::text[])`.execute(context.db);
} // prettier-ignore

export async function noteUndone(
  context: Context,
  listId: string,
  ends: readonly { recordId: RecordId; paperKey: string; outcome: 'closed' | 'stays' }[],
): Promise<void> {
  await sql`insert into exchange_list_end (list_id, record_id, paper_key, outcome, at)
    select ${listId}, "recordId", "paperKey", outcome, ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e ("recordId" uuid, "paperKey" text, outcome text)`.execute(context.db);
  await sql`update exchange_list set undone_at = ${context.now} where id = ${listId}`.execute(context.db);
}
