// Keeps a sighting's status in step with its diary.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, setStatus } from '../children/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { sightingStatus } from './sighting.ts';

export async function projectSighting(context: Context, record: ChildRecord, diary: readonly DiaryFact[]): Promise<void> {
  await setStatus(context, record, sightingStatus(effectiveEntries(diary)));
}
