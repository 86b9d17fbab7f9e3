// Taking a list back: its records are closed as entered in error, by the diary's own way, where nobody has worked on them since; their papers are free for whoever brings them right.
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrites, peekRecords } from '../../children/index.ts';
import { holdDiaries, readTimeline, writeDiaries } from '../../diary/index.ts';
import { recordsOfComplaints, withdrawComplaints } from '../../missing-reports/index.ts';
import { type ListedPaper, dropWaiting, freePapers, noteUndone, papersOfList, takeUndo } from './undo-store.ts';

type Judged = ListedPaper & { opened: RecordId[]; stays: boolean };

/** An alert is acknowledged by whoever was told, without doing anything on the record. */
const noWork: ReadonlySet<string> = new Set(['missing.alertAcknowledged']);

/** `opened`: the records this message opened; of a typed FIR it only confirmed, none. */
async function judge(context: Context, paper: ListedPaper): Promise<Judged> {
  const opened: RecordId[] = [];
  let worked = false;
  for (const recordId of paper.recordIds) {
    const timeline = await readTimeline(context, recordId);
    const reported = timeline.find(({ happening }) => happening === 'missing.reported');
    if (reported?.paperKind !== 'exchange-message' || reported.paperId !== paper.messageId) continue;
    opened.push(recordId);
    worked ||= timeline.some(({ happening, byOfficerName, door }) => (byOfficerName !== null || door === 'citizen') && !noWork.has(happening));
  }
  return { ...paper, opened, stays: paper.isTold || worked };
} // prettier-ignore

/** One list, in the caller's transaction. Answers how many: none, where none is asked to be taken back. */
export async function undoNext(context: Context): Promise<number> {
  const list = await takeUndo(context);
  if (!list) return 0;
  await dropWaiting(context, list.id);
  const papers: Judged[] = [];
  const listed = await papersOfList(context, list.id);
  // Held before they are read: an officer who writes at this moment is waited for, and the work seen.
  await holdDiaries(
    context,
    listed.flatMap(({ recordIds }) => recordIds),
  );
  for (const paper of listed) papers.push(await judge(context, paper));
  const goes = papers.filter(({ stays }) => !stays);
  const records = await peekRecords(context, goes.flatMap(({ opened }) => opened)); // prettier-ignore
  const open = records.filter(({ closedAt }) => closedAt === null).map(({ id }) => id);
  await auditWrites(context, open);
  await writeDiaries(
    context,
    open.map((recordId) => ({
      recordId,
      entry: {
        happening: 'missing.closed',
        facts: { outcome: 'entered-in-error' },
        paper: { kind: 'exchange-list', id: list.id },
        byOffice: list.officeId,
      },
    })),
  );
  await freePapers(context, goes);
  await withdrawWhole(context, goes);
  const ends = papers.flatMap(({ paperKey, opened, stays }) => opened.map((recordId) => ({ recordId, paperKey, outcome: stays ? ('stays' as const) : ('closed' as const) }))); // prettier-ignore
  await noteUndone(context, list.id, ends);
  return 1;
}

/** A complaint goes with the last of its children; one that was typed here stays. */
async function withdrawWhole(context: Context, papers: readonly Judged[]): Promise<void> {
  const complaints = papers.flatMap(({ complaintId, opened }) => (complaintId ? [{ complaintId, opened }] : []));
  const records = await recordsOfComplaints(context, complaints.map(({ complaintId }) => complaintId)); // prettier-ignore
  await withdrawComplaints(
    context,
    complaints
      .filter(({ complaintId, opened }) => (records.get(complaintId) ?? []).every((id) => opened.includes(id)))
      .map(({ complaintId }) => complaintId),
  );
}
