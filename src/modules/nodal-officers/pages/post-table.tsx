// Posts as a table: how each stands, since when and why, who holds it, who stands in, how to ring, when it was last heard of.
import type { ComponentChildren } from 'preact';
import { formatAgo, formatDay } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Table } from '../../../web/components/table.tsx';
import { type StatusKind, WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Condition } from '../aliveness.ts';
import type { Post, PostOfficer } from '../store.ts';

const signs: Record<Condition, StatusKind> = { active: 'done', silent: 'soon', unreachable: 'late', vacant: 'late' };
const columns = ['post', 'condition', 'officer', 'deputy', 'telephone', 'lastSign'] as const;

export function ConditionOf({ view, post: { alive } }: { view: View; post: Post }) {
  return <WordStatus kind={signs[alive.condition]}>{view.t(`nodal-officers.condition.${alive.condition}`)}</WordStatus>;
}

/** The one sentence why. */
export function whyOf(view: View, { alive: { why, day, since, days } }: Post): string {
  return view.t(`nodal-officers.why.${why}`, { day: formatDay(view, day), since: formatDay(view, since), days });
}

export function nameOf(officer: PostOfficer | null): string {
  return officer ? [officer.rank, officer.name].filter(Boolean).join(' ') : '';
}

export function Telephone({ telephone }: { telephone: string | null }) {
  return telephone ? <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a> : null;
}

/** A second line in a cell; on a phone it goes on in the same line. */
export function Below({ children }: { children: ComponentChildren }) {
  return (
    <>
      {' '}
      <span class="lag">{children}</span>
    </>
  );
}

export function PostTable({ view, posts, caption }: { view: View; posts: readonly Post[]; caption: string }) {
  const { t } = view;
  const empty = <EmptyState view={view} title={t('nodal-officers.list.none')} text={t('nodal-officers.list.noneHow')} />;
  return (
    <Table
      caption={caption}
      narrow="running"
      columns={columns.map((column) => ({ label: t(`nodal-officers.column.${column}`) }))}
      rows={posts.map((post) => ({ id: post.officeId, cells: cellsOf(view, post) }))}
      empty={empty}
    />
  );
}

function cellsOf(view: View, post: Post) {
  const { t } = view;
  return [
    <a href={`/nodal-officers/${post.officeId}`}>{post.name}</a>,
    <>
      <ConditionOf view={view} post={post} />
      <Below>{whyOf(view, post)}</Below>
    </>,
    <>
      {nameOf(post.holder) || t('nodal-officers.nobody')}
      {post.leave ? <Below>{t('nodal-officers.onLeave', { until: formatDay(view, post.leave.toOn) })}</Below> : null}
    </>,
    nameOf(post.deputy) || null,
    <>
      <Telephone telephone={post.telephone} />
      {post.verifiedAt ? <Below>{t('nodal-officers.verified', { when: formatAgo(view, post.verifiedAt, view.now) })}</Below> : null}
    </>,
    post.lastSign ? (
      <>
        {t(`nodal-officers.sign.${post.lastSign.kind}`)}
        <Below>{formatAgo(view, post.lastSign.at, view.now)}</Below>
      </>
    ) : null,
  ];
}
