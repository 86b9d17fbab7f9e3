// The paper the station gives the family beside the copy of the FIR, which is free (BNSS s.173(2) [M]): what was written down, whose case it is, whom to call.
// What the police think of the case, its risk and its inquiries, is not in it.
import { formatDay, formatMoment } from '../../platform/i18n/index.ts';
import type { Document } from '../../platform/documents/index.ts';
import { dayOf } from '../../kernel/time.ts';
import type { View } from '../../web/view.ts';
import { type ChildRecord, type Description, childName, descriptionLines } from '../children/index.ts';
import { lastSeenOnPaper } from './last-seen.ts';
import type { Complaint, MissingReport } from './missing-report.ts';
import type { Investigator } from './store.ts';

export type FamilyPaper = {
  record: ChildRecord;
  report: MissingReport;
  complaint: Complaint;
  description: Description | undefined;
  homeDistrictName: string | null;
  districtName: string;
  investigator: Investigator;
};

type Row = { term: string; value: string };

const known = (rows: readonly (readonly [string, string | null | undefined | false])[]): Row[] =>
  rows.flatMap(([term, value]) => (value ? [{ term, value }] : []));

/** The paper's own rows stand even where nothing is known: the family writes what it is told. */
function complaintRows({ t, locale }: View, complaint: Complaint): Row[] {
  const { paper, paperNumber, paperYear, paperAt } = complaint;
  return [
    { term: t('missing-reports.field.paper'), value: t(`missing-reports.paper.${paper ?? 'to-be-registered'}`) },
    { term: t('missing-reports.field.paperNumber'), value: paper ? `${paperNumber}/${paperYear}` : '' },
    { term: t('missing-reports.field.paperOn'), value: paperAt ? formatMoment({ t, locale }, paperAt) : '' },
    ...known([
      [t('missing-reports.field.sections'), complaint.sections.join(', ')],
      [t('missing-reports.field.received'), formatMoment({ t, locale }, complaint.receivedAt)],
      [t('missing-reports.field.delayReason'), complaint.delayReason],
      [t('missing-reports.field.informantTelephone'), complaint.informantTelephone],
      [t('missing-reports.field.informantAddress'), complaint.informantAddress],
    ]),
  ];
}

function reportRows(view: View, { record, report, districtName }: FamilyPaper): Row[] {
  const { t } = view;
  return known([
    [t('missing-reports.field.lastSeenOn'), lastSeenOnPaper(view, report, record.happenedAt)],
    [t('missing-reports.field.lastSeenPlace'), [report.lastSeenPlace, districtName].filter(Boolean).join(', ')],
    [t('missing-reports.field.lastSeenWith'), report.lastSeenWith],
    [t('missing-reports.field.circumstance'), report.circumstance && t(`missing-reports.circumstance.${report.circumstance}`)],
    [t('missing-reports.field.details'), report.details],
  ]);
}

function childRows(view: View, { description, homeDistrictName }: FamilyPaper): Row[] {
  const lines = description ? descriptionLines(view, description, homeDistrictName) : [];
  return lines.map(({ label, values }) => ({ term: label, value: values.join('\n') }));
}

export function familyPaper(view: View, given: FamilyPaper): Omit<Document, 'printed'> {
  const { t } = view;
  const { record, complaint, investigator } = given;
  const informant = [complaint.informantName, complaint.informantRelation].filter(Boolean).join(', ');
  return {
    form: null,
    title: t('missing-reports.familyPaper.title'),
    reference: record.reference,
    date: formatDay(view, dayOf(view.now)),
    parties: [
      { role: t('missing-reports.familyPaper.child'), name: childName(view, given.description) },
      ...known([[t('missing-reports.field.informantName'), informant]]).map(({ term, value }) => ({ role: term, name: value })),
      { role: t('missing-reports.familyPaper.station'), name: investigator.officeName },
    ],
    body: [
      { kind: 'heading', text: t('missing-reports.record.report') },
      { kind: 'definitions', rows: [...complaintRows(view, complaint), ...reportRows(view, given)] },
      { kind: 'heading', text: t('missing-reports.record.child') },
      { kind: 'definitions', rows: childRows(view, given) },
      { kind: 'heading', text: t('missing-reports.familyPaper.whoAnswers') },
      {
        kind: 'definitions',
        rows: [
          { term: t('missing-reports.familyPaper.investigator'), value: [investigator.name, investigator.rank].filter(Boolean).join(', ') },
          { term: t('missing-reports.familyPaper.telephone'), value: investigator.officeTelephone ?? '' },
        ],
      },
      { kind: 'heading', text: t('missing-reports.familyPaper.yours') },
      { kind: 'conditions', items: [t('missing-reports.familyPaper.freeCopy'), t('missing-reports.familyPaper.correct')] },
      {
        kind: 'signatures',
        of: [
          { name: complaint.informantName ?? '', designation: t('missing-reports.familyPaper.received'), signedAt: null, textHash: null },
          { name: investigator.officeName, designation: t('missing-reports.familyPaper.forStation'), signedAt: null, textHash: null },
        ],
      },
    ],
  };
}
