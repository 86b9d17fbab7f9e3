// How a missing report stands by its diary; and takes the public notice down in the same transaction when its ground is gone (JJ Act s.74).
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { isStillMissing, missingStatus } from './missing-report.ts';

export function missingStanding(diary: readonly DiaryFact[]): Pick<ChildRecord, 'status' | 'closedAt'> {
  return missingStatus(effectiveEntries(diary));
}

/**
 * To be called when all else that follows from this diary is stored: withdrawing writes the diary, which stores all of it anew from a diary one entry longer.
 * By then no notice is live, so it ends.
 */
export async function projectTakedown(context: Context, record: ChildRecord, diary: readonly DiaryFact[]): Promise<void> {
  if (!isStillMissing(missingStatus(effectiveEntries(diary)).status)) await withdrawLiveNotice(context, record.id, 'traced');
}
