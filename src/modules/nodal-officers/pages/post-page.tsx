// One post: how it stands and why, who holds it, what its keeper may record, and all that ever happened to it.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { dutyToFill } from '../posts.ts';
import type { Post, PostEvent } from '../store.ts';
import { type PostAction, offered } from './action-page.tsx';
import { ConditionOf, Telephone, nameOf, whyOf } from './post-table.tsx';

type PostProps = { view: View; post: Post; events: readonly PostEvent[]; keeps: boolean };

export function PostPage({ view, post, events, keeps }: PostProps) {
  const { t } = view;
  const { holder, deputy, leave } = post;
  const since = (officer: Post['holder']) =>
    officer ? t('nodal-officers.heldSince', { name: nameOf(officer), day: formatDay(view, officer.fromOn) }) : t('nodal-officers.nobody');
  const duty = dutyToFill(post.kind);
  return (
    <>
      <p>
        <a href={post.stateCode ? `/nodal-officers?state=${post.stateCode}` : '/nodal-officers'}>{t('nodal-officers.title')}</a>
      </p>
      <h1>{post.name}</h1>
      <p>
        <ConditionOf view={view} post={post} /> {whyOf(view, post)}
      </p>
      {post.alive.condition === 'vacant' && duty ? (
        <p>{t('nodal-officers.vacant.breach', { authority: t(`law.actor.${duty.actor}`), duty: duty.id })}</p>
      ) : null}
      <SummaryList
        view={view}
        rows={[
          { label: t('nodal-officers.column.officer'), value: since(holder) },
          { label: t('nodal-officers.column.deputy'), value: since(deputy) },
          ...(leave
            ? [{ label: t('nodal-officers.leave.title'), value: t('nodal-officers.onLeave', { until: formatDay(view, leave.toOn) }) }]
            : []),
          {
            label: t('nodal-officers.column.telephone'),
            value: post.telephone ? <Telephone telephone={post.telephone} /> : null,
          },
          {
            label: t('nodal-officers.verifiedLabel'),
            value: post.verifiedAt ? formatMoment(view, post.verifiedAt) : t('nodal-officers.never'),
          },
          {
            label: t('nodal-officers.column.lastSign'),
            value: post.lastSign
              ? `${t(`nodal-officers.sign.${post.lastSign.kind}`)}, ${formatMoment(view, post.lastSign.at)}`
              : t('nodal-officers.never'),
          },
        ]}
      />
      {keeps ? <Actions view={view} post={post} /> : null}
      <Table
        caption={t('nodal-officers.history.title')}
        columns={(['day', 'what', 'by'] as const).map((column) => ({ label: t(`nodal-officers.history.${column}`) }))}
        rows={events.map((event, at) => ({ id: String(at), cells: eventCells(view, event) }))}
        empty={<p>{t('nodal-officers.history.none')}</p>}
      />
    </>
  );
}

function Actions({ view, post }: { view: View; post: Post }) {
  const href = (action: PostAction) => `/nodal-officers/${post.officeId}/${action}`;
  return (
    <ButtonRow>
      {offered(post).map((action) => (
        <LinkButton key={action} href={href(action)}>
          {view.t(`nodal-officers.${action}.title`)}
        </LinkButton>
      ))}
    </ButtonRow>
  );
}

function eventCells(view: View, event: PostEvent) {
  const { t } = view;
  const facts = {
    officer: event.officer ?? '',
    order: event.orderNumber ?? '',
    telephone: event.telephone ?? '',
    to: event.toDay ? formatDay(view, event.toDay) : '',
    from: event.day ? formatDay(view, event.day) : '',
    reason: event.reason ? t(`nodal-officers.reason.${event.reason}`) : '',
  };
  const what = event.standing === 'deputy' && event.about === 'appointed' ? 'appointedDeputy' : event.about;
  const plain = event.about === 'ended' && !event.reason ? 'endedPlain' : what;
  return [
    event.day ? formatDay(view, event.day) : formatMoment(view, event.at),
    t(`nodal-officers.event.${plain}`, facts),
    event.by ?? null,
  ];
}
