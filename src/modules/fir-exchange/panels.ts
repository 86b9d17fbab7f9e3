// What the exchange adds to a record's page: what the police's own system tells of the child, who has to answer, and whose word stands behind the paper.
import type { RequestContext } from '../../web/route.ts';
import { type ChildRecord, type RecordPanel, mayChange } from '../children/index.ts';
import { effectiveEntries, readTimeline } from '../diary/index.ts';
import { readComplaint, readMissingReport } from '../missing-reports/index.ts';
import { answersOfRecord, differencesOfRecord, heldOfRecord, papersOfRecord, reportsOfRecord } from './answering/answer-store.ts';
import { waitsFor } from './answering/open-question.ts';
import { PolicePanel, type Standing } from './pages/police-panel.tsx';

async function hasFir(context: RequestContext, record: ChildRecord): Promise<boolean> {
  const report = record.kind === 'missing' ? await readMissingReport(context, record.id) : undefined;
  const complaint = report && (await readComplaint(context, report.complaintId));
  return complaint?.paper === 'fir' || complaint?.paper === 'zero-fir';
}

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, actor, tools } = context;
  const papers = await papersOfRecord(context, record.id);
  if (papers.length === 0 && !(await hasFir(context, record))) return null;
  const timeline = effectiveEntries(await readTimeline(context, record.id));
  const reports = (await reportsOfRecord(context, record.id)).map((report) => ({ ...report, waits: waitsFor(timeline, report) }));
  const touched = timeline.some(({ byOfficerName }) => byOfficerName !== null);
  const standing: Standing =
    papers.length === 0
      ? 'typed'
      : papers.every(({ nodeName }) => nodeName === null)
        ? 'list'
        : papers.some(({ openedByFeed }) => openedByFeed)
          ? touched
            ? 'told'
            : 'unconfirmed'
          : 'verified';
  const isCommittee = actor.kind === 'officer' && actor.officeKind === 'cwc' && actor.districtCode === record.districtCode;
  return PolicePanel({
    view,
    record,
    papers,
    reports,
    standing,
    held: await heldOfRecord(context, record.id),
    answers: await answersOfRecord(context, record.id),
    differences: await differencesOfRecord(context, record.id),
    acts: {
      station: mayChange(actor, record) && tools.may(actor, 'missingReport.act'),
      committee: isCommittee && tools.may(actor, 'identity.confirm'),
    },
  });
}

export const panels: readonly RecordPanel[] = [{ kinds: ['missing', 'found'], place: 'main', draw }];
