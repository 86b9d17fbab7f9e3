// The league: for one month, whose entries came within their hours; by kind of authority, then by place.
import { uploadOffices, uploadPolicy } from '../../../law/index.ts';
import { formatDay, formatDuration, formatMoment, formatMonth } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Paged } from '../../../platform/paging.ts';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { monthsOffered } from '../month.ts';
import { FEW, type Figures, type LeagueRow, shareOf } from '../league.ts';
import type { LoadedLeague } from '../load.ts';
import { borderInWords, lateInWords } from '../words.ts';
import { ArrivalsSection } from './arrivals.tsx';
import { MonthForm } from './month-form.tsx';
import { ShareBar } from './share-bar.tsx';
import { placeName } from '../../places/index.ts';
import { Trail, lastOf, leaguePath } from './trail.tsx';

/** `paged`: of the places that are ranked. */
type Props = { view: View; loaded: LoadedLeague; paged: Paged<LeagueRow> };

export function LeaguePage({ view, loaded, paged }: Props) {
  const { asked, trail } = loaded;
  const { t } = view;
  const title = t('timeliness.titleOf', { place: lastOf(view, trail), month: formatMonth(view, asked.month) });
  return (
    <>
      <Trail view={view} asked={asked} trail={trail} />
      <h1>{title}</h1>
      <MonthForm view={view} action="/timeliness" asked={asked} months={monthsOffered(view.now)} kinds={uploadOffices} />
      <p class="quiet-text">
        {loaded.countedAt === null ? t('timeliness.notCounted') : t('timeliness.counted', { at: formatMoment(view, loaded.countedAt) })}
      </p>
      <Definition view={view} />
      <h2>{t('timeliness.byKind.title')}</h2>
      <Table
        caption={t('timeliness.byKind.title')}
        narrow="running"
        captionUnseen
        columns={columnsOf(view, 'kind')}
        rows={loaded.league.byKind.map(({ kind, figures }) => ({
          id: kind,
          cells: [<a href={leaguePath(asked, { kind })}>{t(`officers.office.${kind}`)}</a>, ...cellsOf(view, figures)],
        }))}
      />
      <Ranked view={view} loaded={loaded} paged={paged} />
      <ArrivalsSection view={view} loaded={loaded} />
      {asked.area.level === 'nation' ? null : (
        <p class="next-steps">
          {asked.area.level === 'district' ? (
            <>
              <a href={leaguePath(asked, { place: asked.area.code }, '/gaps')}>{t('timeliness.gaps.link')}</a> ·{' '}
            </>
          ) : null}
          <a href={leaguePath(asked, { place: asked.area.code }, '/certificate')}>{t('timeliness.certificate.link')}</a>
        </p>
      )}
    </>
  );
}

/** More than so many with too little to rank are folded away. */
const FOLDED = 5;

const figures = ['share', 'entries', 'p50', 'p90', 'p95', 'oldest', 'silent'] as const;

type First = 'kind' | 'nation' | 'state' | 'district';

/** One office is silent or not: it stands in another list. */
const shownOf = (first: First) => figures.filter((name) => name !== 'silent' || first !== 'district');

function columnsOf(view: View, first: First) {
  return [
    { label: view.t(`timeliness.column.${first}`) },
    ...shownOf(first).map((name) => ({ label: view.t(`timeliness.column.${name}`), numeric: name !== 'share' })),
  ];
}

function cellsOf(view: View, row: Figures) {
  return [
    <ShareBar share={shareOf(row)} label={view.t('timeliness.ofTimed', { inTime: row.inTime, timed: row.timed })} />,
    String(row.entries),
    borderInWords(view, row.p50),
    borderInWords(view, row.p90),
    borderInWords(view, row.p95),
    lateInWords(view, row.oldestLate, view.now),
    row.silent === 0 ? '0' : view.t('timeliness.silentOf', { silent: row.silent, offices: row.offices }),
  ];
}

function Ranked({ view, loaded, paged }: Props) {
  const { t } = view;
  const { league, asked } = loaded;
  const { level } = asked.area;
  const kind = t(`officers.office.${asked.kind}`);
  const table = (caption: string, rows: readonly LeagueRow[]) => (
    <Table
      caption={caption}
      narrow="running"
      captionUnseen
      columns={columnsOf(view, level)}
      rows={rows.map((row) => ({
        id: row.place,
        cells: [<PlaceName view={view} loaded={loaded} row={row} />, ...cellsOf(view, row).slice(0, shownOf(level).length)],
      }))}
    />
  );
  return (
    <>
      <h2>{t(`timeliness.league.${level}`, { kind })}</h2>
      {league.ranked.length > 0 ? table(kind, paged.shown) : <p>{t('timeliness.league.none', { few: FEW })}</p>}
      <Pagination view={view} page={paged.page} pages={paged.pages} href={(page) => `${leaguePath(asked, {})}&page=${page}`} />
      {league.few.length > 0 ? (
        <>
          <h2>{t('timeliness.few.title', { few: FEW })}</h2>
          <p class="quiet-text">{t('timeliness.few.about')}</p>
          {league.few.length > FOLDED ? (
            <details>
              <summary>{t('timeliness.few.fold', { count: league.few.length })}</summary>
              {table(t('timeliness.few.title', { few: FEW }), league.few)}
            </details>
          ) : (
            table(t('timeliness.few.title', { few: FEW }), league.few)
          )}
        </>
      ) : null}
      {league.silent.length > 0 ? (
        <>
          <h2>{t('timeliness.silent.title', { count: league.silent.length })}</h2>
          <p class="quiet-text">{t('timeliness.silent.about')}</p>
          <ul class="silent-places">
            {league.silent.map((row) => (
              <li key={row.place}>
                <PlaceName view={view} loaded={loaded} row={row} />
                {row.oldestLate ? (
                  <span class="late-word"> {t('timeliness.silent.late', { time: lateInWords(view, row.oldestLate, view.now) })}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A place opens into its own league; an office is rung up. */
function PlaceName({ view, loaded: { places, asked }, row }: { view: View; loaded: LoadedLeague; row: LeagueRow }) {
  const place = places.get(row.place);
  const name = placeName(view, { code: row.place, name: place?.name ?? row.place });
  if (asked.area.level !== 'district') return <a href={leaguePath(asked, { place: row.place })}>{name}</a>;
  return (
    <>
      {name} {place?.telephone ? <a href={`tel:${place.telephone.replace(/[^\d+]/g, '')}`}>{place.telephone}</a> : null}
    </>
  );
}

/** What each figure counts, and that the hours are nobody's law. */
function Definition({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <p>{t('timeliness.about')}</p>
      <details>
        <summary>{t('timeliness.definition.title')}</summary>
        <ul>
          {(['month', 'entry', 'elsewhere', 'percentile', 'oldest', 'silent', 'now'] as const).map((name) => (
            <li key={name}>{t(`timeliness.definition.${name}`)}</li>
          ))}
        </ul>
        <p>{t('timeliness.definition.hours', { from: formatDay(view, dayOf(view.now)) })}</p>
        <ul>
          {uploadPolicy.map(({ id, hours, from }) => (
            <li key={`${id} ${from}`}>
              {t(`timeliness.upload.${id}`)}: {t('timeliness.within', { time: formatDuration(view, hours * 60) })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
