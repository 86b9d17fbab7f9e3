// The cause list on screen: one sentence per child, with a verb and a date; what is late says so in words.
import type { ComponentChildren } from 'preact';
import { formatMoment, formatWhen } from '../../../platform/i18n/index.ts';
import { Duty, DutyList } from '../../../web/components/duty.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import { type Awaited, type Cause, type CauseList, type CausePermissions, firstDue } from '../cause-list.ts';
import type { CommitteeStep } from '../identity.ts';
import type { Sitting } from '../sittings/sitting.ts';
import { TodaysSitting } from '../sittings/pages/todays-sitting.tsx';
import { Docket } from './docket.tsx';

type Props = { view: View; causes: CauseList; may: CausePermissions };

/** `sitting`: today's, if the Committee sits today. */
export function CauseListPage({ sitting, ...props }: Props & { sitting: Sitting | null }) {
  const { view } = props;
  const { t } = view;
  return (
    <>
      <h1>{t('cwc.list.title')}</h1>
      {view.may('committeeFile.keep') ? (
        <p>
          <a href="/cwc/sittings">{t('cwc-sittings.title')}</a>
          {' · '}
          {sitting ? <TodaysSitting view={view} sitting={sitting} /> : t('cwc-sittings.noneToday')}
        </p>
      ) : null}
      <Causes {...props} />
    </>
  );
}

/** What there is to hear and decide, in the order of the law's own days; the same on the page of a day of sitting. */
export function Causes({ view, causes, may }: Props) {
  const { t } = view;
  const none = causes.identities.length + causes.restorations.length + causes.awaited.length + causes.docket.length === 0;
  return (
    <>
      {none ? <EmptyState view={view} title={t('cwc.list.none')} text={t('cwc.list.empty')} /> : null}
      <Docket view={view} rows={causes.docket} />
      <List title={t('cwc.list.identities', { count: causes.identities.length })} empty={causes.identities.length === 0}>
        {causes.identities.map((cause) => (
          <IdentityRow key={cause.request.id} view={view} cause={cause} may={may} />
        ))}
      </List>
      <List title={t('cwc.list.awaited', { count: causes.awaited.length })} empty={causes.awaited.length === 0}>
        {causes.awaited.map((child) => (
          <AwaitedRow key={child.record.id} view={view} child={child} may={may} />
        ))}
      </List>
      <List title={t('cwc.list.restorations', { count: causes.restorations.length })} empty={causes.restorations.length === 0}>
        {causes.restorations.map((cause) => (
          <RestorationRow key={cause.request.id} view={view} cause={cause} may={may} />
        ))}
      </List>
    </>
  );
}

function List({ title, empty, children }: { title: string; empty: boolean; children: ComponentChildren }) {
  if (empty) return null;
  return (
    <section>
      <h2>{title}</h2>
      <DutyList>{children}</DutyList>
    </section>
  );
}

type RowProps<Of> = { view: View; may: CausePermissions } & Of;

/** The one action of a row, if the officer may. */
function actionOf(view: View, step: CommitteeStep, allowed: boolean, reference: string, query = '') {
  return allowed ? { action: { href: `/cwc/${reference}/${step}${query}`, label: view.t(`cwc.action.${step}`) } } : {};
}

function IdentityRow({ view, cause, may }: RowProps<{ cause: Cause }>) {
  const { t } = view;
  const { request, found, produceBy } = cause;
  const title = titleOf(view, cause);
  const why = t('cwc.list.asked', { reference: found.reference, when: formatWhen(view, request.askedAt, view.now) });
  const action =
    produceBy === null
      ? actionOf(view, 'identity', may.confirm, found.reference, `?request=${request.id}`)
      : actionOf(view, 'production', may.produce, found.reference);
  return <Duty view={view} title={title} due={firstDue(cause)} why={why} href={recordPath(found)} {...action} />;
}

/** Both duties of a child not yet produced, the earlier first. */
function titleOf(view: View, { name, missing, dueAt, produceBy }: Cause): string {
  const due = formatMoment(view, dueAt);
  const decide = missing ? view.t('cwc.list.decideReport', { name, due, ...missing }) : view.t('cwc.list.decide', { name, due });
  if (produceBy === null) return decide;
  const produce = view.t('cwc.list.produce', { name, due: formatMoment(view, produceBy) });
  return (produceBy <= dueAt ? [produce, decide] : [decide, produce]).join('; ');
}

function AwaitedRow({ view, child: { record, dueAt }, may }: RowProps<{ child: Awaited }>) {
  const { t } = view;
  const name = record.childName ?? t('children.nameUnknown');
  const title = t('cwc.list.produce', { name, due: formatMoment(view, dueAt) });
  const why = t('cwc.list.found', {
    reference: record.reference,
    office: record.officeName,
    when: formatWhen(view, record.happenedAt, view.now),
  });
  return (
    <Duty
      view={view}
      title={title}
      due={dueAt}
      why={why}
      href={recordPath(record)}
      {...actionOf(view, 'production', may.produce, record.reference)}
    />
  );
}

function RestorationRow({ view, cause, may }: RowProps<{ cause: Cause }>) {
  const { t } = view;
  const { found, name, since, dueAt } = cause;
  const title = t('cwc.list.restore', { name, due: formatMoment(view, dueAt) });
  const why = t('cwc.list.confirmed', { reference: found.reference, when: formatWhen(view, since, view.now) });
  return (
    <Duty
      view={view}
      title={title}
      due={dueAt}
      why={why}
      href={recordPath(found)}
      {...actionOf(view, 'restoration', may.restore, found.reference)}
    />
  );
}
