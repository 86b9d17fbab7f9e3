// Keeps the matters of a Committee in step with the diaries of its children, in the writing transaction.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { effectiveEntries, has } from '../diary/index.ts';
import { keepMatters } from './matter-store.ts';
import { mattersOf } from './matter.ts';

/** A child never produced is no matter, and was none: nothing is asked of the database. */
export async function projectMatters(
  context: Context,
  records: readonly Pick<ChildRecord, 'id'>[],
  diaries: ReadonlyMap<RecordId, readonly DiaryFact[]>,
): Promise<void> {
  const produced = records.filter(({ id }) => has(diaries.get(id) ?? [], 'found.produced'));
  await keepMatters(context, new Map(produced.map(({ id }) => [id, mattersOf(effectiveEntries(diaries.get(id)!))])));
}
