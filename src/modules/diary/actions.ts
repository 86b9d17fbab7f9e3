// Writing the diary: append entries, then let every derived state catch up in the same transaction.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { type DiaryEntry, type NewEntry, appendEntries, holdDiaries } from './store.ts';

/**
 * Appends entries to one record and returns their ids. State tables are current when this returns. Who checks something before writing, or
 * writes to several records one after another, holds their diaries first (`holdDiaries`).
 */
export async function writeDiary(context: Context, recordId: RecordId, ...entries: NewEntry[]): Promise<string[]> {
  return writeDiaries(
    context,
    entries.map((entry) => ({ recordId, entry })),
  );
}

/** The same for several records at once, in a handful of statements however many they are. */
export async function writeDiaries(context: Context, entries: readonly DiaryEntry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const recordIds = [...new Set(entries.map(({ recordId }) => recordId))];
  await holdDiaries(context, recordIds);
  const ids = await appendEntries(context, entries);
  await context.tools.project(context, recordIds);
  return ids;
}
