// Children of a file of the past who are still missing when all it says of their papers was settled: each becomes work of its station from today on (P16).
import type { Context } from '../../../platform/context.ts';
import { auditWrites, peekRecords } from '../../children/index.ts';
import { type DiaryEntry, withoutNews, writeDiaries } from '../../diary/index.ts';
import { isStillMissing } from '../../missing-reports/index.ts';
import { childrenOfPapers } from './paper-store.ts';

/** Opened in this very transaction: no other saw it, none compared it, and whoever listens has nothing to take back. */
export function openedNow({ now }: Context, { openedAt }: { openedAt: string }): boolean {
  return openedAt === now;
}

/** Papers a file of the past opened in this transaction. A record the station had already is its work as it was. */
export async function takeUp(context: Context, paperKeys: readonly string[]): Promise<void> {
  if (paperKeys.length === 0) return;
  const children = await childrenOfPapers(context, paperKeys);
  const records = await peekRecords(context, children.map(({ recordId }) => recordId)); // prettier-ignore
  const missing = records.filter((one) => one.kind === 'missing' && openedNow(context, one) && !one.closedAt && isStillMissing(one.status));
  await auditWrites(context, missing.map(({ id }) => id)); // prettier-ignore
  const entries = missing.map(({ id }): DiaryEntry => ({ recordId: id, entry: { happening: 'missing.cameFromPast', facts: {} } }));
  await withoutNews(context, () => writeDiaries(context, entries));
}
