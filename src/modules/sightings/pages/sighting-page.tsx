// One sighting on the desk: what was seen, what was answered, and the diary.
import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionSummary, type DrawnPanels, RecordHeader, type RecordHeaderProps } from '../../children/index.ts';
import { DiaryTimeline, type TimelineEntry } from '../../diary/index.ts';
import type { Sighting } from '../sighting.ts';
import { AnswerForm } from './desk-pages.tsx';

export type SightingPageProps = RecordHeaderProps & {
  sighting: Sighting;
  entries: TimelineEntry[];
  panels: DrawnPanels;
  form: FormState;
  /** Where an answer is sent; null when it is given already or this officer may not. */
  answerAt: string | null;
};

export function SightingPage(props: SightingPageProps) {
  const { view, description, sighting, entries, panels, form, answerAt } = props;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <RecordHeader {...props} />
      <div class="record-columns">
        <div>
          {answerAt ? <AnswerForm view={view} form={form} action={answerAt} ofNotice={sighting.noticePublicId !== null} /> : null}
          {panels.next}
          {panels.main}
          <WhatWasSeen view={view} sighting={sighting} />
          {description ? <DescriptionSummary view={view} description={description} /> : null}
          <DiaryTimeline view={view} entries={entries} />
        </div>
        <aside>{panels.side}</aside>
      </div>
    </>
  );
}

function WhatWasSeen({ view, sighting }: { view: View; sighting: Sighting }) {
  const { t } = view;
  const { reporterTelephone: telephone } = sighting;
  const lines: [string, ComponentChildren][] = [
    ['place', sighting.place],
    ['seenWith', sighting.seenWith],
    ['doing', sighting.doing],
    ['reporterName', sighting.reporterName],
    ['reporterTelephone', telephone && <a href={`tel:${telephone}`}>{telephone}</a>],
    ['answer', sighting.answer && t(`sightings.answer.${sighting.answer}`)],
    ['remark', sighting.remark],
  ];
  const known = lines.filter(([, value]) => value);
  return (
    <section aria-labelledby="seen-title">
      <h2 id="seen-title">{t('sightings.group.seen')}</h2>
      <SummaryList view={view} rows={known.map(([name, value]) => ({ label: t(`sightings.field.${name}`), value: <bdi>{value}</bdi> }))} />
    </section>
  );
}
