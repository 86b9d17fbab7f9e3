// A found child's page: what to do next on the left, the child and the diary beside it. Never shown to the public.
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { PrintLanguages } from '../../../web/print-languages.tsx';
import type { View } from '../../../web/view.ts';
import {
  type Description,
  DescriptionSummary,
  type DrawnPanels,
  NextSteps,
  RecordHeader,
  type RecordHeaderProps,
  type Step,
  recordPath,
} from '../../children/index.ts';
import { DiaryTimeline, type TimelineEntry } from '../../diary/index.ts';
import { findingInWords } from '../facts-in-words.ts';
import type { FoundChild } from '../found-child.ts';
import type { ProductionReport } from '../production-report.ts';
import { ProductionReportFacts } from './production-report-page.tsx';

export type FoundAction =
  | 'description'
  | 'photograph'
  | 'production-report'
  | 'information'
  | 'journey'
  | 'unfit'
  | 'unfit-report'
  | 'fit'
  | 'close';

export type FoundRecordPageProps = RecordHeaderProps & {
  description: Description | undefined;
  found: FoundChild | undefined;
  /** Form 17, for those whose own child it is or who decide about it. */
  reports: readonly ProductionReport[];
  homeDistrictName: string | null;
  panels: DrawnPanels;
  entries: TimelineEntry[];
  /** What this officer may do now, in the order to do it. */
  actions: readonly FoundAction[];
  /** Those of them that were done before and may be done again. */
  done: ReadonlySet<FoundAction>;
  /** The stated purpose, carried along. */
  suffix: string;
  /** Languages of its State, ISO 639. */
  spoken: readonly string[];
};

export function FoundRecordPage(props: FoundRecordPageProps) {
  const { view, description, found, reports, homeDistrictName, panels, entries } = props;
  return (
    <>
      <RecordHeader {...props} />
      <div class="record-columns">
        <div>
          <NextSteps view={view} panels={panels} others={otherSteps(props)} />
          {panels.main}
          <section aria-labelledby="child-title">
            <h2 id="child-title">{view.t('found-children.record.child')}</h2>
            {description ? <DescriptionSummary view={view} description={description} homeDistrictName={homeDistrictName} /> : null}
          </section>
          {found ? <FoundFacts view={view} found={found} /> : null}
          {reports.map((report) => (
            <ProductionReportFacts key={report.id} view={view} report={report} />
          ))}
          {reports.length > 0 ? (
            <p>
              <a href={`${recordPath(props.record)}/form-17.pdf${props.suffix}`}>{view.t('found-children.form17.print')}</a>
              <PrintLanguages href={`${recordPath(props.record)}/form-17.pdf${props.suffix}`} spoken={props.spoken} />
            </p>
          ) : null}
          <DiaryTimeline view={view} entries={entries} />
        </div>
        <aside>{panels.side}</aside>
      </div>
    </>
  );
}

/** `done`: what was done before is not offered as if it were new. */
function otherSteps({ view, record, actions, done, suffix }: FoundRecordPageProps): Step[] {
  return actions.map((action) => ({
    href: `${recordPath(record)}/${action}${suffix}`,
    label: view.t(`found-children.${done.has(action) ? 'again' : 'action'}.${action}`),
  }));
}

function FoundFacts({ view, found }: { view: View; found: FoundChild }) {
  const lines = findingInWords(view, found);
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{view.t('found-children.record.found')}</h2>
      <SummaryList view={view} rows={lines.map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> }))} />
    </section>
  );
}
