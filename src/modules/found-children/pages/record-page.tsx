// A found child's page: what to do next on the left, the child and the diary beside it. Never shown to the public.
import type { ComponentChildren } from 'preact';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import type { View } from '../../../web/view.ts';
import { type Description, DescriptionSummary, type DrawnPanels, RecordHeader, type RecordHeaderProps } from '../../children/index.ts';
import { DiaryTimeline, type TimelineEntry } from '../../diary/index.ts';
import type { FoundChild } from '../found-child.ts';

export type FoundAction = 'description' | 'photograph' | 'production-report' | 'journey' | 'close';

export type FoundRecordPageProps = RecordHeaderProps & {
  description: Description | undefined;
  found: FoundChild | undefined;
  homeDistrictName: string | null;
  panels: DrawnPanels;
  entries: TimelineEntry[];
  /** What this officer may do now, in the order to do it. */
  actions: readonly FoundAction[];
  /** The stated purpose, carried along. */
  suffix: string;
};

export function FoundRecordPage(props: FoundRecordPageProps) {
  const { view, record, description, found, homeDistrictName, panels, entries, actions, suffix } = props;
  return (
    <>
      <RecordHeader {...props} />
      <div class="record-columns">
        <div>
          <NextActions view={view} reference={record.reference} actions={actions} suffix={suffix} />
          {panels.main}
          <section aria-labelledby="child-title">
            <h2 id="child-title">{view.t('found-children.record.child')}</h2>
            {description ? <DescriptionSummary view={view} description={description} homeDistrictName={homeDistrictName} /> : null}
          </section>
          {found ? <FoundFacts view={view} found={found} /> : null}
          <DiaryTimeline view={view} entries={entries} />
        </div>
        <aside>{panels.side}</aside>
      </div>
    </>
  );
}

type NextActionsProps = { view: View; reference: string; actions: readonly FoundAction[]; suffix: string };

function NextActions({ view: { t }, reference, actions, suffix }: NextActionsProps) {
  if (actions.length === 0) return null;
  return (
    <nav class="actions" aria-label={t('found-children.record.actions')}>
      {actions.map((action, index) => (
        <LinkButton key={action} href={`/found/${reference}/${action}${suffix}`} kind={index === 0 ? 'primary' : 'secondary'}>
          {t(`found-children.action.${action}`)}
        </LinkButton>
      ))}
    </nav>
  );
}

function FoundFacts({ view, found }: { view: View; found: FoundChild }) {
  const { t } = view;
  const told = (yes: boolean | null) => (yes === null ? null : t(yes ? 'found-children.yes' : 'found-children.no'));
  const lines: [string, ComponentChildren][] = [
    ['foundPlace', found.foundPlace],
    ['foundWith', found.foundWith],
    ['circumstances', found.circumstances],
    ['condition', found.condition],
    ['treatment', found.treatment],
    ['belongings', found.belongings],
    ['broughtBy', found.broughtBy && [t(`found-children.broughtBy.${found.broughtBy}`), found.broughtByName].filter(Boolean).join(', ')],
    ['allegationOfOffence', told(found.allegationOfOffence)],
    ['policeInformed', told(found.policeInformed)],
    ['effortsToTrace', found.effortsToTrace],
  ];
  const known = lines.filter(([, value]) => value);
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{t('found-children.record.found')}</h2>
      <SummaryList
        view={view}
        rows={known.map(([name, value]) => ({ label: t(`found-children.field.${name}`), value: <bdi>{value}</bdi> }))}
      />
    </section>
  );
}
