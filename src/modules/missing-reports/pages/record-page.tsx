// One missing report on the desk: what to do next on the left, why and the record on the right, the diary below.
import { formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import {
  type ChildRecord,
  type Description,
  DescriptionSummary,
  type DrawnPanels,
  NextSteps,
  type Photograph,
  RecordHeader,
  type Step,
  recordPath,
} from '../../children/index.ts';
import { type Alert, AlertsOfRecord } from '../../alerts/index.ts';
import type { Intimated } from '../../intimations/index.ts';
import { type Notice, NoticesOfRecord } from '../../notices/index.ts';
import { DiaryTimeline, type TimelineEntry } from '../../diary/index.ts';
import { lastSeenInWords } from '../last-seen.ts';
import type { Complaint, MissingReport, RiskAssessment } from '../missing-report.ts';
import type { NextAction } from '../next-actions.ts';
import type { Note } from '../store.ts';
import { PaperSummary, RiskSummary } from './record-parts.tsx';

export type RecordPageProps = {
  view: View;
  record: ChildRecord;
  report: MissingReport;
  complaint: Complaint | undefined;
  risk: RiskAssessment | undefined;
  notices: readonly Notice[];
  notes: readonly Note[];
  alerts: readonly Alert[];
  chains: readonly Intimated[];
  photographs: readonly Photograph[];
  description: Description | undefined;
  homeDistrictName: string | null;
  officeName: string;
  districtName: string;
  actions: readonly NextAction[];
  /** The paper for the family: by who may act on the report. */
  mayPrint: boolean;
  /** Languages of the State (ISO 639), for posters; null: they are not this officer's to take. */
  spoken: readonly string[] | null;
  timeline: readonly TimelineEntry[];
  panels: DrawnPanels;
  /** The stated purpose, carried along in links. */
  suffix: string;
};

function otherSteps({ view, record, actions, suffix }: Pick<RecordPageProps, 'view' | 'record' | 'actions' | 'suffix'>): Step[] {
  return actions.map(({ name, again }) => ({
    href: `${recordPath(record)}/${name}${suffix}`,
    label: view.t(`missing-reports.${again ? 'again' : 'action'}.${name.replace('/', '-')}`),
  }));
}

function TheChild({ view, description, homeDistrictName }: RecordPageProps) {
  const { t } = view;
  return (
    <section>
      <h2>{t('missing-reports.record.child')}</h2>
      {description ? <DescriptionSummary view={view} description={description} homeDistrictName={homeDistrictName} /> : null}
    </section>
  );
}

function Notes({ view, notes }: Pick<RecordPageProps, 'view' | 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{view.t('missing-reports.record.notes')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <time dateTime={note.writtenAt}>{formatMoment(view, note.writtenAt)}</time>: <span dir="auto">{note.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RecordPage(props: RecordPageProps) {
  const { view, record, description, photographs, officeName, districtName, panels } = props;
  return (
    <>
      <RecordHeader
        view={view}
        record={record}
        description={description}
        photographName={photographs[0]?.name}
        officeName={officeName}
        districtName={districtName}
        happened={lastSeenInWords(view, props.report, record.happenedAt)}
      />
      <div class="record-columns">
        <div>
          <NextSteps view={view} panels={panels} others={otherSteps(props)} />
          {panels.main}
          <PaperSummary {...props} />
          <RiskSummary {...props} />
        </div>
        <aside>
          {panels.side}
          <TheChild {...props} />
          <NoticesOfRecord
            view={view}
            notices={props.notices}
            kit={props.spoken && { under: recordPath(record), spoken: props.spoken, suffix: props.suffix }}
          />
          <AlertsOfRecord view={view} alerts={props.alerts} chains={props.chains} />
          <Notes {...props} />
        </aside>
      </div>
      <DiaryTimeline view={view} entries={props.timeline} />
    </>
  );
}
