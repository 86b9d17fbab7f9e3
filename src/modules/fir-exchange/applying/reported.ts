// Traced, closed, transferred: what the police say became of a child is written down and asked of the station (and, of a child traced, of the Committee). It ends nothing here.
import type { PoliceReport } from '../../../kernel/happenings/missing.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { auditWrites, peekRecords } from '../../children/index.ts';
import { type DiaryEntry, withoutNews, writeDiaries } from '../../diary/index.ts';
import { isStillMissing } from '../../missing-reports/index.ts';
import { odditiesOf } from '../messages/index.ts';
import { openedNow } from './from-past.ts';
import { type PaperChild, childrenOfPapers } from './paper-store.ts';
import { type Report, type Saying, endReports, keepReports } from './report-store.ts';
import { type Outcome, type StepOf, applied, toldBy, wrong } from './step.ts';

type Reporting = StepOf<'MissingPerson.traced' | 'Case.closed' | 'Case.transferredToAHTU'>;

/** `childNumbers` null: all children of the paper. */
function said({ message }: Reporting): { what: PoliceReport; at: Instant; childNumbers: readonly number[] | null; path: string } {
  switch (message.type) {
    case 'MissingPerson.traced':
      return { what: 'traced', at: message.body.tracedAt, childNumbers: [message.body.childNumber], path: '/body/childNumber' };
    case 'Case.closed':
      return { what: 'closed', at: message.body.closedAt, childNumbers: message.body.childNumbers ?? null, path: '/body/childNumbers' };
    default:
      return {
        what: 'transferred',
        at: message.body.transferredAt,
        childNumbers: message.body.childNumbers ?? null,
        path: '/body/childNumbers',
      };
  }
}

/** Whether the record says so already: then nobody is asked. */
function isKnown(what: PoliceReport, { status, closedAt }: { status: string; closedAt: Instant | null }): boolean {
  if (what === 'traced') return !isStillMissing(status);
  return what === 'closed' ? closedAt !== null : closedAt !== null || status === 'with-anti-trafficking' || !isStillMissing(status);
}

type Concerned = { step: Reporting; child: PaperChild; what: PoliceReport; at: Instant };

/** Whom each step is about, or what is wrong with it. */
function concerned(step: Reporting, children: readonly PaperChild[]): Concerned[] | Outcome {
  const { what, at, childNumbers, path } = said(step);
  const unknown = (childNumbers ?? []).findIndex((number) => !children.some(({ childNumber }) => childNumber === number));
  if (unknown >= 0)
    return wrong('unknown-child', childNumbers!.length === 1 ? path : `${path}/${unknown}`, { childNumber: childNumbers![unknown]! });
  return children
    .filter(({ childNumber }) => !childNumbers || childNumbers.includes(childNumber))
    .map((child) => ({ step, child, what, at }));
}

/** A message never speaks of what lies after it: the moment it was written is the latest. */
const notAfter = (at: Instant, latest: Instant): Instant => (at > latest ? latest : at);

export async function applyReported(context: Context, steps: readonly Reporting[]): Promise<Outcome[]> {
  await retract(
    context,
    steps.flatMap(({ paperKey, message }) => (message.corrects ? [{ paperKey, messageId: message.corrects.messageId }] : [])),
  );
  const children = Map.groupBy(await childrenOfPapers(context, steps.map(({ paperKey }) => paperKey)), ({ paperKey }) => paperKey); // prettier-ignore
  const outcomes: Outcome[] = [];
  const all: Concerned[] = [];
  for (const step of steps) {
    const found = concerned(step, children.get(step.paperKey) ?? []);
    if (Array.isArray(found)) all.push(...found);
    outcomes.push(Array.isArray(found) ? applied(...odditiesOf(step.message).map(({ code }) => code)) : found);
  }
  await report(context, all);
  return outcomes;
}

async function report(context: Context, all: readonly Concerned[]): Promise<void> {
  if (all.length === 0) return;
  const records = new Map((await peekRecords(context, all.map(({ child }) => child.recordId))).map((record) => [record.id, record])); // prettier-ignore
  const missing = all.filter(({ child }) => records.get(child.recordId)?.kind === 'missing');
  const fresh = missing.filter(({ child, what }) => !isKnown(what, records.get(child.recordId)!));
  const ended = fresh.filter(endsHere);
  const isNew = ({ child }: Concerned) => openedNow(context, records.get(child.recordId)!);
  await withoutNews(context, () => endPast(context, ended.filter(isNew)));
  await endPast(
    context,
    ended.filter((one) => !isNew(one)),
  );
  const asked = fresh.filter((one) => !ended.includes(one));
  await auditWrites(context, asked.map(({ child }) => child.recordId)); // prettier-ignore
  const ids = await writeDiaries(
    context,
    asked.map(({ step, child, what, at }): DiaryEntry => ({
      recordId: child.recordId,
      entry: { happening: 'missing.policeReported', facts: { what }, happenedAt: notAfter(at, step.message.sentAt), ...toldBy(step) },
    })),
  );
  const entryOf = new Map(asked.map((one, at) => [one, ids[at]!]));
  await keepReports(
    context,
    missing.map((one): Report => ({
      messageId: one.step.message.messageId,
      row: one.step.row,
      paperKey: one.step.paperKey,
      childNumber: one.child.childNumber,
      recordId: one.child.recordId,
      what: one.what,
      happenedAt: one.at,
      entryId: entryOf.get(one) ?? null,
    })),
  );
}

/** A child of an FIR long past that was traced, or a case that ended with the child back: nobody is asked today. All else of the past is asked as ever. */
function endsHere({ step: { past, message } }: Concerned): boolean {
  if (past !== 'old') return false;
  return message.type === 'MissingPerson.traced' ? message.body.inCareOf !== 'not-recovered' : message.type === 'Case.closed' && message.body.outcome === 'recovered'; // prettier-ignore
}

async function endPast(context: Context, ended: readonly Concerned[]): Promise<void> {
  await auditWrites(context, ended.map(({ child }) => child.recordId)); // prettier-ignore
  await writeDiaries(
    context,
    ended.flatMap(({ step, child, at }): DiaryEntry[] => {
      const by = { happenedAt: notAfter(at, step.message.sentAt), ...toldBy(step) };
      const alive = step.message.type !== 'MissingPerson.traced' || step.message.body.condition === 'alive';
      return [
        { recordId: child.recordId, entry: { happening: 'missing.traced', facts: { how: 'by-police', alive }, ...by } },
        {
          recordId: child.recordId,
          entry: { happening: 'missing.closed', facts: { outcome: alive ? 'before-the-portal' : 'deceased' }, ...by },
        },
      ];
    }),
  );
}

/** What these messages said is taken back: corrected by a later one, or another stands at their place. */
export async function retract(context: Context, sayings: readonly Saying[]): Promise<void> {
  const ended = await endReports(context, sayings);
  const written = ended.filter((one): one is Report & { entryId: string } => one.entryId !== null);
  await writeDiaries(
    context,
    written.map(({ recordId, entryId, messageId, what }): { recordId: RecordId; entry: DiaryEntry['entry'] } => ({
      recordId,
      entry: {
        happening: 'missing.policeReportTakenBack',
        facts: { what },
        paper: { kind: 'exchange-message', id: messageId },
        corrects: entryId,
      },
    })),
  );
}
