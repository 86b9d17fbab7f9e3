// Duties of the police's past: late already when a file of it brought their beginning here. They stand on the record, wake nobody and are in no list of work. Pure.
import type { DiaryFact } from '../../kernel/happenings.ts';
import { isOfThePast } from '../diary/index.ts';
import type { StoredObligation } from './obligation.ts';

/** Of one record's duties. A correction of such an entry began no sooner than what it corrects. */
export function lateWhenKnown(diary: readonly DiaryFact[]): (duty: Pick<StoredObligation, 'triggerEntryId' | 'lateAfter'>) => boolean {
  if (!diary.some(isOfThePast)) return () => false;
  const byId = new Map(diary.map((entry) => [entry.entryId, entry]));
  const originOf = (id: string): DiaryFact | undefined => {
    const entry = byId.get(id);
    return entry?.corrects ? (originOf(entry.corrects) ?? entry) : entry;
  };
  return ({ triggerEntryId, lateAfter }) => {
    const began = originOf(triggerEntryId);
    return began !== undefined && isOfThePast(began) && lateAfter <= began.recordedAt;
  };
}
