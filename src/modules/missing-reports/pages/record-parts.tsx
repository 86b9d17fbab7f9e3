// Parts of a missing report's page: the paper and the last sighting, the risk.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import { lastSeenInWords } from '../last-seen.ts';
import type { RecordPageProps } from './record-page.tsx';

type Line = [label: string, value: ComponentChildren];

/** Only what is known: a report taken at once has many gaps, and each is asked for by a duty. */
function Known({ view, lines }: { view: View; lines: Line[] }) {
  const rows = lines.filter(([, value]) => value).map(([label, value]) => ({ label, value: <span dir="auto">{value}</span> }));
  return <SummaryList view={view} rows={rows} />;
}

function paperLine(view: View, complaint: RecordPageProps['complaint']): string {
  if (!complaint?.paper) return view.t('missing-reports.paper.to-be-registered');
  const number = `${complaint.paperNumber}/${complaint.paperYear}`;
  return `${view.t(`missing-reports.paper.${complaint.paper}`)} ${number}, ${formatMoment(view, complaint.paperAt!)}`;
}

function complaintLines({ view, complaint }: RecordPageProps): Line[] {
  if (!complaint) return [];
  const { t } = view;
  return [
    [t('missing-reports.field.source'), t(`missing-reports.source.${complaint.source}`)],
    [t('missing-reports.field.received'), formatMoment(view, complaint.receivedAt)],
    [t('missing-reports.field.sections'), complaint.sections.join(', ')],
    [t('missing-reports.field.delayReason'), complaint.delayReason],
    [t('missing-reports.field.informantName'), [complaint.informantName, complaint.informantRelation].filter(Boolean).join(', ')],
    [
      t('missing-reports.field.informantTelephone'),
      complaint.informantTelephone ? <a href={`tel:${complaint.informantTelephone}`}>{complaint.informantTelephone}</a> : null,
    ],
    [t('missing-reports.field.informantAddress'), complaint.informantAddress],
  ];
}

export function PaperSummary(props: RecordPageProps) {
  const { view, report, complaint, record, districtName } = props;
  const { t } = view;
  const seen = lastSeenInWords(view, report, record.happenedAt);
  const lines: Line[] = [
    [t('missing-reports.field.paper'), paperLine(view, complaint)],
    [t('missing-reports.field.lastSeenOn'), seen],
    [t('missing-reports.field.lastSeenPlace'), [report.lastSeenPlace, districtName].filter(Boolean).join(', ')],
    [t('missing-reports.field.lastSeenWith'), report.lastSeenWith],
    [t('missing-reports.field.circumstance'), report.circumstance && t(`missing-reports.circumstance.${report.circumstance}`)],
    [t('missing-reports.field.details'), report.details],
    [
      t('missing-reports.field.previousEpisodes'),
      report.previousEpisodes === null ? null : t(`missing-reports.answer.${report.previousEpisodes ? 'yes' : 'no'}`),
    ],
    ...complaintLines(props),
  ];
  return (
    <section>
      <h2>{t('missing-reports.record.report')}</h2>
      {report.offenceLink || report.contactBarred || report.askerBarred ? (
        <p class="alert refused">{t('missing-reports.record.barred')}</p>
      ) : null}
      <Known view={view} lines={lines} />
      {props.mayPrint ? (
        <p>
          <a href={`${recordPath(record)}/print.pdf${props.suffix}`}>{t('missing-reports.familyPaper.print')}</a>
        </p>
      ) : null}
    </section>
  );
}

export function RiskSummary({ view, risk }: RecordPageProps) {
  if (!risk) return null;
  const { t } = view;
  return (
    <section>
      <h2>{t('missing-reports.record.risk')}</h2>
      <Known
        view={view}
        lines={[
          [t('missing-reports.field.level'), t(`missing-reports.level.${risk.level}`)],
          [t('missing-reports.field.signs'), risk.signs.map((sign) => t(`missing-reports.sign.${sign}`)).join(', ')],
          [t('missing-reports.field.urgency'), risk.urgency],
          [t('missing-reports.field.linesOfInquiry'), risk.linesOfInquiry],
          [t('missing-reports.record.assessedAt'), formatMoment(view, risk.assessedAt)],
        ]}
      />
    </section>
  );
}
