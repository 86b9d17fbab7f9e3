// The exchange of a place: until when it is proved complete, what came and what became of it, how long it took, and where the two are not one.
import { formatAgo, formatMoment } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { AreaAsked } from '../area-asked.ts';
import { type Period, type PlaceRow, periods } from '../figures/figures-store.ts';
import type { Standing, Standings } from '../figures/standing.ts';
import { lists } from '../reconciling/mismatch.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import { LagPicture, withinWords } from './lag-picture.tsx';
import { PlaceTrail, lastPlace } from './place-trail.tsx';

type Props = { view: View; place: AreaAsked; period: Period; standings: Standings; names: ReadonlyMap<string, string> };

function pathOf({ area }: AreaAsked, period: Period, change: { place?: string } = {}): string {
  const values = { place: area.level === 'nation' ? '' : area.code, period, ...change };
  return `/exchange?${new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''))}`;
}

export function ExchangePage({ view, place, period, standings: { places, whole }, names }: Props) {
  const { t } = view;
  const { level } = place.area;
  return (
    <>
      <ExchangeTabs view={view} here="/exchange" place={level === 'nation' ? '' : place.area.code} />
      <PlaceTrail view={view} place={place} path={(code) => pathOf(place, period, { place: code })} />
      <h1>{t('exchange.titleOf', { place: lastPlace(view, place) })}</h1>
      <p>{t('exchange.about')}</p>
      {whole ? (
        <>
          <p class="quiet-text">{t('exchange.counted', { at: formatMoment(view, whole.countedAt) })}</p>
          <p>
            <strong>{completeWords(view, whole)}</strong>
          </p>
          <Tabs
            label={t('exchange.periods')}
            tabs={periods.map((one) => ({ label: t(`exchange.period.${one}`), href: pathOf(place, one), current: one === period }))}
          />
          <p>{t('exchange.sum', { ...countsOf(whole) })}</p>
          <ToDo view={view} row={whole} place={place} />
          <h2>{t('exchange.lag.title')}</h2>
          <LagPicture view={view} lags={whole.lags} />
          <p class="quiet-text">{t('exchange.lag.about')}</p>
          {level === 'district' ? (
            <Now view={view} row={whole} place={place.area.code} />
          ) : (
            <Table
              caption={t(`exchange.by.${level}`)}
              narrow="running"
              columns={columnsOf(view, level)}
              rows={places.map((row) => ({
                id: row.place,
                cells: cellsOf(view, row, nameOf(view, row, names), pathOf(place, period, { place: row.place })),
              }))}
            />
          )}
        </>
      ) : (
        <p>{t('exchange.nothing')}</p>
      )}
    </>
  );
}

const countsOf = ({ received, applied, parked, quarantined, ignored, waiting }: PlaceRow) => ({
  received,
  applied,
  parked,
  quarantined,
  ignored,
  waiting,
});
const openRows = ({ mismatches }: PlaceRow): number => lists.reduce((sum, list) => sum + mismatches[list], 0);

function completeWords(view: View, { stations, stationsWhole, completeUpTo }: PlaceRow): string {
  if (completeUpTo) return view.t('exchange.complete', { at: formatMoment(view, completeUpTo), stations });
  return stations === 0 ? view.t('exchange.notProved') : view.t('exchange.partlyProved', { stations, whole: stationsWhole });
}

function nameOf(view: View, { place }: PlaceRow, names: ReadonlyMap<string, string>): string {
  return place === '' ? view.t('exchange.noDistrict') : placeName(view, { code: place, name: names.get(place) ?? place });
}

const figures = ['received', 'applied', 'parked', 'quarantined', 'ignored', 'lag', 'heard', 'oldest', 'rows', 'complete'] as const;
const words = new Set(['lag', 'heard', 'oldest', 'complete']);

function columnsOf(view: View, level: string) {
  return [{ label: view.t(`exchange.column.${level}`) }, ...figures.map((name) => ({ label: view.t(`exchange.column.${name}`), numeric: !words.has(name) }))]; // prettier-ignore
}

function cellsOf(view: View, row: Standing, name: string, path: string) {
  const { p50, p95 } = row.lags.whole;
  return [
    row.place === '' ? name : <a href={path}>{name}</a>,
    ...[row.received, row.applied, row.parked].map(String),
    row.quarantined > 0 && view.may('quarantine.settle') ? <a href="/exchange/quarantine">{row.quarantined}</a> : String(row.quarantined),
    String(row.ignored),
    p50 === null ? '–' : `${withinWords(view, p50)} / ${withinWords(view, p95)}`,
    row.lastHeard ? formatAgo(view, row.lastHeard, view.now) : view.t('exchange.never'),
    row.oldestOpen ? formatAgo(view, row.oldestOpen, view.now) : '–',
    row.place === '' || !view.may('exchangeMismatch.read') ? (
      String(openRows(row))
    ) : (
      <a href={`/exchange/reconciliation?place=${row.place}`}>{openRows(row)}</a>
    ),
    row.completeUpTo ? formatMoment(view, row.completeUpTo) : view.t('exchange.notYet'),
  ];
}

/** What waits for somebody who may do it, before all the figures. */
function ToDo({ view, row, place: { area } }: { view: View; row: PlaceRow; place: AreaAsked }) {
  const differ = openRows(row);
  const where = area.level === 'nation' ? '' : `?place=${area.code}`;
  const acts = [
    ...(row.quarantined > 0 && view.may('quarantine.settle')
      ? [{ href: '/exchange/quarantine', words: view.t('exchange.todo.quarantine', { count: row.quarantined }) }]
      : []),
    ...(differ > 0 && view.may('exchangeMismatch.read')
      ? [{ href: `/exchange/reconciliation${where}`, words: view.t('exchange.todo.mismatch', { count: differ }) }]
      : []),
  ];
  if (acts.length === 0) return null;
  return (
    <ul>
      {acts.map(({ href, words: said }) => (
        <li key={href}>
          <a href={href}>{said}</a>
        </li>
      ))}
    </ul>
  );
}

/** Of one district: what a table of one row would say. */
function Now({ view, row, place }: { view: View; row: Standing; place: string }) {
  const { t } = view;
  return (
    <>
      <p>
        {row.lastHeard ? t('exchange.heard', { ago: formatAgo(view, row.lastHeard, view.now) }) : t('exchange.never')}{' '}
        {row.oldestOpen ? t('exchange.oldest', { ago: formatAgo(view, row.oldestOpen, view.now) }) : null}
      </p>
      <ul>
        {lists.map((list) => (
          <li key={list}>
            {view.may('exchangeMismatch.read') ? (
              <a href={`/exchange/reconciliation?place=${place}&list=${list}`}>{t(`reconciliation.list.${list}`)}</a>
            ) : (
              t(`reconciliation.list.${list}`)
            )}
            : {row.mismatches[list]}
          </li>
        ))}
      </ul>
    </>
  );
}
