// The five standing lists: how many rows each has, by place, and row by row what differs, whose it is, since when, and what to do next.
import { formatAgo, formatMoment } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { Asked } from '../desk-reconciliation.ts';
import { lists } from '../reconciling/mismatch.ts';
import type { Count, Shown } from '../reconciling/reconcile-store.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import { NextStep, reasonInWords } from './mismatch-words.tsx';
import { paperWords } from './paper-words.ts';
import { PlaceTrail, lastPlace } from './place-trail.tsx';

type Props = {
  view: View;
  ask: Asked;
  counts: readonly Count[];
  rows: readonly Shown[];
  names: ReadonlyMap<string, string>;
  page: number;
  pages: number;
};

function pathOf({ list, stationId, place, own }: Asked, change: Record<string, string> = {}, file = ''): string {
  const area = place?.area;
  const values = { list, place: area && area.level !== 'nation' ? area.code : '', station: own ? '' : (stationId ?? ''), ...change };
  const asked = Object.entries(values).filter(([, value]) => value !== '');
  return `/exchange/reconciliation${file}?${new URLSearchParams(asked)}`;
}

export function ReconciliationPage({ view, ask, counts, rows, names, page, pages }: Props) {
  const { t } = view;
  const sum = (list: string) => counts.filter((one) => one.list === list).reduce((all, one) => all + one.rows, 0);
  return (
    <>
      <ExchangeTabs
        view={view}
        here="/exchange/reconciliation"
        place={ask.place && ask.place.area.level !== 'nation' ? ask.place.area.code : ''}
      />
      {ask.place ? <PlaceTrail view={view} place={ask.place} path={(place) => pathOf(ask, { place, station: '' })} /> : null}
      <h1>{ask.place ? t('reconciliation.titleOf', { place: lastPlace(view, ask.place) }) : t('reconciliation.title')}</h1>
      <p>{t('reconciliation.about')}</p>
      <Tabs
        label={t('reconciliation.lists')}
        tabs={lists.map((list) => ({
          label: t(`reconciliation.list.${list}`),
          href: pathOf(ask, { list }),
          count: sum(list),
          current: list === ask.list,
        }))}
      />
      <p>{t(`reconciliation.aboutList.${ask.list}`)}</p>
      <Places view={view} ask={ask} counts={counts} names={names} />
      <Table
        caption={t(`reconciliation.list.${ask.list}`)}
        captionUnseen
        narrow="running"
        columns={(['what', 'child', 'paper', 'station', 'since', 'next'] as const).map((column) => ({
          label: t(`reconciliation.column.${column}`),
        }))}
        rows={rows.map((row) => ({
          id: row.id,
          cells: [
            reasonInWords(view, row),
            <Children row={row} />,
            row.paperKey ? paperWords(view, row.paperKey) : '–',
            row.stationName ?? t('reconciliation.noStation'),
            <>
              <time datetime={row.since}>{formatMoment(view, row.since)}</time>{' '}
              <span class="quiet-text">({formatAgo(view, row.since, view.now)})</span>
            </>,
            <NextStep view={view} row={row} />,
          ],
        }))}
        empty={<EmptyState view={view} title={t('reconciliation.none.title')} text={t('reconciliation.none.text')} />}
      />
      <Pagination view={view} page={page} pages={pages} href={(number) => pathOf(ask, { page: String(number) })} />
      <p class="next-steps">
        <a href={pathOf(ask, {}, '.csv')}>{t('reconciliation.csv')}</a>
      </p>
    </>
  );
}

function Children({ row: { reference, otherReference } }: { row: Shown }) {
  if (!reference) return <>–</>;
  return (
    <>
      <a href={`/missing/${reference}`}>{reference}</a>
      {otherReference ? (
        <>
          {' · '}
          <a href={`/missing/${otherReference}`}>{otherReference}</a>
        </>
      ) : null}
    </>
  );
}

/** How the list is spread over the places below: each opens into its own. */
function Places({ view, ask, counts, names }: Pick<Props, 'view' | 'ask' | 'counts' | 'names'>) {
  const { t } = view;
  const mine = counts.filter(({ list }) => list === ask.list);
  const { place } = ask;
  if (!place || ask.stationId || mine.length === 0) return null;
  const { level } = place.area;
  const nameOf = ({ place: code, name }: Count) =>
    code === null
      ? t('reconciliation.noStation')
      : level === 'district'
        ? (name ?? code)
        : placeName(view, { code, name: names.get(code) ?? code });
  return (
    <details>
      <summary>{t(`reconciliation.by.${level}`, { count: mine.length })}</summary>
      <Table
        caption={t(`reconciliation.by.${level}`, { count: mine.length })}
        captionUnseen
        narrow="running"
        columns={[
          { label: t(`reconciliation.column.${level === 'district' ? 'station' : level === 'nation' ? 'state' : 'district'}`) },
          { label: t('reconciliation.column.rows'), numeric: true },
          { label: t('reconciliation.column.oldest') },
        ]}
        rows={mine.map((one) => ({
          id: one.place ?? 'none',
          cells: [
            one.place === null ? (
              nameOf(one)
            ) : (
              <a href={pathOf(ask, level === 'district' ? { station: one.place } : { place: one.place })}>{nameOf(one)}</a>
            ),
            String(one.rows),
            formatAgo(view, one.oldest, view.now),
          ],
        }))}
      />
    </details>
  );
}
