// Keeps the five standing lists of a State: what the rules find now, against what stood; the duty of the station begins and ends with its row.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrites } from '../../children/index.ts';
import { type DiaryEntry, writeDiaries } from '../../diary/index.ts';
import { writeJournal } from '../../journals/index.ts';
import { differings, inPapers, sameChildren, sameNumbers, standings, unopenedPapers, untoldRecords } from './candidate-store.ts';
import { differing } from './differs.ts';
import { inTwoPapers, sameChild, sameNumber } from './duplicates.ts';
import { type List, type Mismatch, hasOwnDuty, lists } from './mismatch.ts';
import { withoutPaper } from './no-paper.ts';
import { withoutRecord } from './no-record.ts';
import { endRows, holdLists, openRows, stationsWithoutRecord } from './reconcile-store.ts';
import { tracedInOne } from './traced-in-one.ts';

/** Duties begun in one transaction; the rest with the next round. */
const MOST_OPENED = 500;

/** What stands on each list now. */
const found: Readonly<Record<List, (context: Context, stateCode: string) => Promise<Mismatch[]>>> = {
  'no-record': async (context, state) => (await unopenedPapers(context, state)).flatMap((paper) => withoutRecord(paper, context.now)),
  'no-paper': async (context, state) => (await untoldRecords(context, state)).flatMap((record) => withoutPaper(record, context.now)),
  'traced-in-one': async (context, state) => (await standings(context, state)).flatMap((child) => tracedInOne(child, context.now)),
  differs: async (context, state) => (await differings(context, state)).flatMap(differing),
  duplicate: async (context, state) => [
    ...(await inPapers(context, state)).flatMap(inTwoPapers),
    ...(await sameChildren(context, state)).flatMap(sameChild),
    ...(await sameNumbers(context, state)).flatMap(sameNumber),
  ],
};

type Changed = { id: string; list: List; reason: string; recordId: RecordId | null };

async function tell(
  context: Context,
  rows: readonly Changed[],
  happening: 'missing.mismatchOpened' | 'missing.mismatchEnded',
): Promise<void> {
  const owed = rows.filter((row): row is Changed & { recordId: RecordId } => hasOwnDuty(row));
  await auditWrites(context, owed.map(({ recordId }) => recordId)); // prettier-ignore
  await writeDiaries(
    context,
    owed.map(({ id, list, recordId }): DiaryEntry => ({
      recordId,
      entry: { happening, facts: { list, reference: id }, paper: { kind: 'exchange-mismatch', id } },
    })),
  );
}

/** In the caller's transaction. Answers whether more is left to open; nothing is done where another worker is at it. */
export async function reconcileState(context: Context, stateCode: string): Promise<boolean> {
  if (!(await holdLists(context, stateCode))) return false;
  let more = false;
  const before = await stationsWithoutRecord(context, stateCode);
  for (const list of lists) {
    const rows = await found[list](context, stateCode);
    await tell(context, await endRows(context, list, stateCode, rows), 'missing.mismatchEnded');
    const opened = await openRows(context, list, stateCode, rows, MOST_OPENED);
    await tell(context, opened, 'missing.mismatchOpened');
    more ||= opened.length === MOST_OPENED;
  }
  const after = await stationsWithoutRecord(context, stateCode);
  for (const id of after.filter((one) => !before.includes(one)))
    await writeJournal(context, id, { happening: 'office.firsWithoutRecord', facts: {} });
  for (const id of before.filter((one) => !after.includes(one)))
    await writeJournal(context, id, { happening: 'office.firsRecorded', facts: {} });
  return more;
}
