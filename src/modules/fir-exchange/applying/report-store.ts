// SQL of what the police's system says became of a child: traced, closed, transferred. Each stands until a correction takes it back.
import { sql } from 'kysely';
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

export type Report = {
  messageId: string;
  row: number;
  paperKey: string;
  childNumber: number;
  recordId: RecordId;
  what: PoliceReport;
  happenedAt: Instant;
  /** Its entry in the diary; null where the portal knew it already and nobody is asked. */
  entryId: string | null;
};

export async function keepReports(context: Context, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  await sql`insert into exchange_report (message_id, message_sequence, paper_key, child_number, record_id, what, happened_at, entry_id, since)
    select "messageId", "row", "paperKey", "childNumber", "recordId", what, "happenedAt", "entryId", ${context.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as r ("messageId" uuid, "row" bigint, "paperKey" text, "childNumber" int, "recordId" uuid, what text,
      "happenedAt" timestamptz, "entryId" uuid)
    on conflict (message_sequence, child_number) do update set entry_id = excluded.entry_id, since = excluded.since, ended_at = null`.execute(
    context.db,
  );
}

/** A message of a paper. Its id alone is no name: whoever knows another paper's could name it. */
export type Saying = { paperKey: string; messageId: string };

/** What these messages said of their papers and still stands, ended now. */
export async function endReports(context: Context, sayings: readonly Saying[]): Promise<Report[]> {
  if (sayings.length === 0) return [];
  const { rows } = await sql<Report>`update exchange_report r set ended_at = ${context.now}
    from unnest(${sayings.map(({ paperKey }) => paperKey)}::text[], ${sayings.map(({ messageId }) => messageId)}::uuid[]) as s (paper_key, message_id)
    where r.message_id = s.message_id and r.paper_key = s.paper_key and r.ended_at is null
    returning r.message_id, r.message_sequence as row, r.paper_key, r.child_number, r.record_id, r.what, r.happened_at, r.entry_id`.execute(
    context.db,
  );
  return rows;
}
