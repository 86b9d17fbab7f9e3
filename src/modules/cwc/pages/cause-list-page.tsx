// The cause list on screen: one sentence per child, with a verb and a date; what is late says so in words.
import type { ComponentChildren } from 'preact';
import type { Instant } from '../../../kernel/time.ts';
import { formatDeadline, formatMoment, formatWhen } from '../../../platform/i18n/index.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import type { View } from '../../../web/view.ts';
import type { Awaited, Cause, CauseList } from '../cause-list.ts';

export type CausePermissions = { produce: boolean; confirm: boolean; restore: boolean };
type Props = { view: View; causes: CauseList; may: CausePermissions };

export function CauseListPage({ view, causes, may }: Props) {
  const { t } = view;
  const none = causes.identities.length + causes.restorations.length + causes.awaited.length === 0;
  return (
    <>
      <h1>{t('cwc.list.title')}</h1>
      {none ? <p>{t('cwc.list.empty')}</p> : null}
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
      <ul class="duties">{children}</ul>
    </section>
  );
}

function Deadline({ view, dueAt }: { view: View; dueAt: Instant }) {
  return <strong class={dueAt < view.now ? 'late' : undefined}>{formatDeadline(view, dueAt, view.now)}</strong>;
}

function IdentityRow({ view, cause, may }: { view: View; cause: Cause; may: CausePermissions }) {
  const { t } = view;
  const { request, found, name, produced } = cause;
  const due = formatMoment(view, cause.dueAt);
  const doing = produced ? 'identity' : 'production';
  const allowed = produced ? may.confirm : may.produce;
  return (
    <li data-row>
      <p>
        <a href={`/found/${found.reference}`}>{t(`cwc.list.${produced ? 'decide' : 'produceToDecide'}`, { name, due })}</a> <Deadline view={view} dueAt={cause.dueAt} />
      </p>
      <p class="hint">{t('cwc.list.asked', { reference: found.reference, when: formatWhen(view, request.askedAt, view.now) })}</p>
      {allowed ? <LinkButton href={`/cwc/${found.reference}/${doing}${produced ? `?request=${request.id}` : ''}`}>{t(`cwc.action.${doing}`)}</LinkButton> : null}
    </li>
  );
}

function AwaitedRow({ view, child: { record, dueAt }, may }: { view: View; child: Awaited; may: CausePermissions }) {
  const { t } = view;
  const name = record.childName ?? t('children.nameUnknown');
  return (
    <li data-row>
      <p>
        <a href={`/found/${record.reference}`}>{t('cwc.list.produce', { name, due: formatMoment(view, dueAt) })}</a> <Deadline view={view} dueAt={dueAt} />
      </p>
      <p class="hint">{t('cwc.list.found', { reference: record.reference, office: record.officeName, when: formatWhen(view, record.happenedAt, view.now) })}</p>
      {may.produce ? <LinkButton href={`/cwc/${record.reference}/production`}>{t('cwc.action.production')}</LinkButton> : null}
    </li>
  );
}

function RestorationRow({ view, cause, may }: { view: View; cause: Cause; may: CausePermissions }) {
  const { t } = view;
  const { found, name, since } = cause;
  return (
    <li data-row>
      <p>
        <a href={`/found/${found.reference}`}>{t('cwc.list.restore', { name, due: formatMoment(view, cause.dueAt) })}</a> <Deadline view={view} dueAt={cause.dueAt} />
      </p>
      <p class="hint">{t('cwc.list.confirmed', { reference: found.reference, when: formatWhen(view, since, view.now) })}</p>
      {may.restore ? <LinkButton href={`/cwc/${found.reference}/restoration`}>{t('cwc.action.restoration')}</LinkButton> : null}
    </li>
  );
}
