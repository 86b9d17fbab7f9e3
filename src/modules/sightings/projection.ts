// How a sighting stands by its diary.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { ChildRecord } from '../children/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { sightingStatus } from './sighting.ts';

export function sightingStanding(diary: readonly DiaryFact[]): Pick<ChildRecord, 'status' | 'closedAt'> {
  return sightingStatus(effectiveEntries(diary));
}
