// The Committee's own pending matters, the oldest first. No name stands here: the record opens from its number, and the opening is written down.
import { daysBetween } from '../../../kernel/time.ts';
import { formatDay, formatDuration } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import { type Bucket, type Figures, buckets, pendingOf } from '../figures.ts';
import type { PendingMatter } from '../matter-store.ts';
import type { Day } from '../../../kernel/time.ts';

export type MattersShown = {
  officeName: string;
  bucket: Bucket | null;
  figures: Figures;
  matters: readonly PendingMatter[];
  page: number;
  pages: number;
  on: Day;
};

export function MattersPage({ view, shown }: { view: View; shown: MattersShown }) {
  const { t } = view;
  const { officeName, bucket, figures, matters, page, pages, on } = shown;
  const href = (of: Bucket | null, at = 1): string => `/pendency/matters?${new URLSearchParams({ ...(of ? { age: of } : {}), ...(at > 1 ? { page: String(at) } : {}) })}`.replace(/\?$/, ''); // prettier-ignore
  return (
    <>
      <p class="back">
        <a href="/pendency">{t('returns.pendency.title')}</a>
      </p>
      <h1>{t('returns.matters.title', { office: officeName })}</h1>
      <Tabs
        label={t('returns.matters.ages')}
        tabs={[
          { label: t('returns.matters.all'), href: href(null), count: pendingOf(figures), current: bucket === null },
          ...buckets.map((each) => ({
            label: t(`returns.bucket.${each}`),
            href: href(each),
            count: figures[each],
            current: each === bucket,
          })),
        ]}
      />
      <Table
        caption={t('returns.matters.title', { office: officeName })}
        captionUnseen
        empty={<EmptyState view={view} title={t('returns.matters.none')} text={t('returns.matters.noneAbout')} />}
        columns={[
          { label: t('returns.column.matter') },
          { label: t('returns.column.produced') },
          { label: t('returns.column.age'), numeric: true },
        ]}
        rows={matters.map(({ recordId, reference, startedOn, withoutParents }) => ({
          id: recordId,
          cells: [
            <>
              <a class="reference" href={recordPath({ kind: 'found', reference })}>
                {reference}
              </a>
              {withoutParents ? <span class="quiet-text"> {t('returns.matters.withoutParents')}</span> : null}
            </>,
            formatDay(view, startedOn),
            formatDuration(view, daysBetween(startedOn, on) * 24 * 60),
          ],
        }))}
      />
      <Pagination view={view} page={page} pages={pages} href={(at) => href(bucket, at)} />
    </>
  );
}
