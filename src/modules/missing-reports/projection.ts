// Keeps a missing report's status in step with its diary, and takes the public notice down in the same transaction when its ground is gone (JJ Act s.74).
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecord, setStatus } from '../children/index.ts';
import { effectiveEntries, readDiary } from '../diary/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { isStillMissing, missingStatus } from './missing-report.ts';

export async function projectMissingReport(context: Context, recordId: RecordId): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record?.kind !== 'missing') return;
  const { status, closedAt } = missingStatus(effectiveEntries(await readDiary(context, recordId)));
  await setStatus(context, recordId, status, closedAt);
  // Withdrawing writes the diary, which comes back here; by then no notice is live, so it ends.
  if (!isStillMissing(status)) await withdrawLiveNotice(context, recordId, 'traced');
}
