// Keeps the five standing lists of a State: what the rules find now, against what stood; the duty of the station begins and ends with its row.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrites } from '../../children/index.ts';
import { type DiaryEntry, writeDiaries } from '../../diary/index.ts';
import { writeJournal } from '../../journals/index.ts';
import { differings, inPapers, sameChildren, sameNumbers, standings, unopenedPapers, untoldRecords } from './candidate-store.ts';
import { changesOf } from './changes.ts';
import { differing } from './differs.ts';
import { inTwoPapers, sameChild, sameNumber } from './duplicates.ts';
import { type List, type Mismatch, hasOwnDuty, lists } from './mismatch.ts';
import { withoutPaper } from './no-paper.ts';
import { withoutRecord } from './no-record.ts';
import { endRows, holdLists, moveRows, openRows, openRowsOf, stationsWithoutRecord } from './reconcile-store.ts';
import { type Scope, takeScope } from './scope-store.ts';
import { tracedInOne } from './traced-in-one.ts';

/** Rows opened in one transaction; the rest in the next. Each holds its child's diary until the end, and an officer who writes there waits. */
const MOST_OPENED = 100;

/** What stands on each list now. */
const found: Readonly<Record<List, (context: Context, stateCode: string, scope: Scope) => Promise<Mismatch[]>>> = {
  'no-record': async (context, state) => (await unopenedPapers(context, state)).flatMap((paper) => withoutRecord(paper, context.now)),
  'no-paper': async (context, state, scope) =>
    (await untoldRecords(context, state, scope)).flatMap((record) => withoutPaper(record, context.now)),
  'traced-in-one': async (context, state, scope) =>
    (await standings(context, state, scope)).flatMap((child) => tracedInOne(child, context.now)),
  differs: async (context, state) => (await differings(context, state)).flatMap(differing),
  duplicate: async (context, state, scope) => [
    ...(await inPapers(context, state, scope)).flatMap(inTwoPapers),
    ...(await sameChildren(context, state, scope)).flatMap(sameChild),
    ...(await sameNumbers(context, state, scope)).flatMap(sameNumber),
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
  const { scope, done } = await takeScope(context, stateCode);
  const before = await stationsWithoutRecord(context, stateCode);
  let room = MOST_OPENED;
  const left: Mismatch[] = [];
  for (const list of lists) {
    const changes = changesOf(await openRowsOf(context, list, stateCode), await found[list](context, stateCode, scope));
    await endRows(context, changes.ended);
    await tell(context, changes.ended, 'missing.mismatchEnded');
    await moveRows(context, changes.moved);
    await tell(context, await openRows(context, list, stateCode, changes.fresh.slice(0, room)), 'missing.mismatchOpened');
    left.push(...changes.fresh.slice(room));
    room = Math.max(0, room - changes.fresh.length);
  }
  await done(left.flatMap(({ recordId, otherRecordId }) => [recordId, otherRecordId]));
  const after = await stationsWithoutRecord(context, stateCode);
  for (const id of after.filter((one) => !before.includes(one)))
    await writeJournal(context, id, { happening: 'office.firsWithoutRecord', facts: {} });
  for (const id of before.filter((one) => !after.includes(one)))
    await writeJournal(context, id, { happening: 'office.firsRecorded', facts: {} });
  return left.length > 0;
}
