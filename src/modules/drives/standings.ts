// The children of drives as they stand now: read in bulk, whoever asks; row security says of which children.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { plansCounted } from '../care-plans/index.ts';
import type { ChildRecord } from '../children/index.ts';
import { readDiaries } from '../diary/index.ts';
import { type ChildStanding, standingOf } from './standing.ts';

export async function standingsOf(
  context: Context,
  records: readonly Pick<ChildRecord, 'id' | 'stateCode'>[],
): Promise<Map<RecordId, ChildStanding>> {
  const ids = records.map(({ id }) => id);
  const [diaries, plans] = [await readDiaries(context, ids), await plansCounted(context, ids)];
  return new Map(records.map(({ id, stateCode }) => [id, standingOf(diaries.get(id) ?? [], plans.get(id), context.now, stateCode)]));
}
