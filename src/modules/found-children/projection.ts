// How a found child's record stands by its diary.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { ChildRecord } from '../children/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { foundStatus } from './found-child.ts';

export function foundStanding(diary: readonly DiaryFact[]): Pick<ChildRecord, 'status' | 'closedAt'> {
  return foundStatus(effectiveEntries(diary));
}
