// Keeps a found child's status in step with its diary.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, setStatus } from '../children/index.ts';
import { effectiveEntries } from '../diary/index.ts';
import { foundStatus } from './found-child.ts';

export async function projectFoundChild(context: Context, record: ChildRecord, diary: readonly DiaryFact[]): Promise<void> {
  await setStatus(context, record, foundStatus(effectiveEntries(diary)));
}
