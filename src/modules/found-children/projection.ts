// Keeps a found child's status in step with its diary.
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecord, setStatus } from '../children/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { foundStatus } from './found-child.ts';

export async function projectFoundChild(context: Context, recordId: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record?.kind !== 'found') return;
  const { status, closedAt } = foundStatus(effectiveEntries(await readDiary(context, recordId)));
  await setStatus(context, recordId, status, closedAt);
}
