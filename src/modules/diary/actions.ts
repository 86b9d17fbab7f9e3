// Writing the diary: append entries, then let every derived state catch up in the same transaction.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { type NewEntry, appendEntries, holdDiaries } from './store.ts';

/**
 * Appends entries to one record and returns their ids. State tables are current when this returns. Who checks something before writing, or
 * writes to several records, holds their diaries first (`holdDiaries`).
 */
export async function writeDiary(context: Context, recordId: RecordId, ...entries: NewEntry[]): Promise<string[]> {
  await holdDiaries(context, [recordId]);
  const ids = await appendEntries(context, recordId, entries);
  for (const project of context.tools.projections) await project(context, recordId);
  return ids;
}
