// What was written in the diary since somebody last looked: for those who go through what changed, and need no word of each entry.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

/** The last entry recorded before that moment; null where none came after `from`. */
export async function lastEntryBefore({ db }: Context, before: Instant, from: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`select max(sequence) as last from diary_entry
    where sequence > ${from} and recorded_at < ${before}`.execute(db);
  return rows[0]!.last;
}

export async function recordsWrittenSince({ db }: Context, sequence: number): Promise<RecordId[]> {
  const { rows } = await sql<{ id: RecordId }>`select distinct record_id as id from diary_entry where sequence > ${sequence}`.execute(db);
  return rows.map(({ id }) => id);
}
