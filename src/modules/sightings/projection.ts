// Keeps a sighting's status in step with its diary.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecord, setStatus } from '../children/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { sightingStatus } from './sighting.ts';

export async function projectSighting(context: Context, recordId: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record?.kind !== 'sighting') return;
  const { status, closedAt } = sightingStatus(effectiveEntries(await readDiary(context, recordId)));
  await setStatus(context, recordId, status, closedAt);
}
