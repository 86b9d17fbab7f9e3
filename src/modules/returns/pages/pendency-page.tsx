// Pendency of an area: one line for each State, district or Committee, with the ages as numbers and a small bar. Nobody's file.
import { formatDay } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import type { Paged } from '../../../platform/paging.ts';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type Figures, buckets, overFourOf, pendingOf } from '../figures.ts';
import type { AskedArea, Pendency, PendencyRow } from '../pendency.ts';
import { AgeBar } from './age-bar.tsx';
import { placeName } from '../../places/index.ts';
import { Trail, areaPath, lastOf } from './trail.tsx';

export type PendencyShown = {
  asked: AskedArea;
  trail: readonly { place: string; name: string }[];
  pendency: Pendency;
  /** Of its rows. */
  paged: Paged<PendencyRow>;
  /** The reader's own Committee, whose list it may open. */
  ownId: string | null;
};

const freeLate = (figures: Figures): number => figures.freeTwoLate + figures.freeOlderLate;

export function PendencyPage({ view, shown }: { view: View; shown: PendencyShown }) {
  const { t } = view;
  const { asked, trail, pendency, paged, ownId } = shown;
  const { rows, all, boards, on } = pendency;
  return (
    <>
      <Trail view={view} asked={asked} trail={trail} path="/pendency" query={{}} />
      <h1>{t('returns.pendency.titleOf', { place: lastOf(view, trail) ?? t('returns.nation') })}</h1>
      {asked.wrong ? <p class="late-word">{t('returns.error.place')}</p> : null}
      {rows.length > 0 ? <p>{t('returns.pendency.about', { day: formatDay(view, on) })}</p> : null}
      <p>
        {all
          ? t('returns.pendency.sum', { pending: pendingOf(all), late: overFourOf(all), free: freeLate(all) })
          : rows.length > 0
            ? t('returns.pendency.noMatters')
            : null}
      </p>
      {ownId ? (
        <p>
          <a href="/pendency/matters">{t('returns.pendency.list')}</a>
        </p>
      ) : null}
      <Table
        caption={t('returns.pendency.title')}
        narrow="running"
        captionUnseen
        empty={
          boards > 0 ? <></> : <EmptyState view={view} title={t('returns.pendency.none')} text={t('returns.pendency.definition.start')} />
        }
        columns={[
          { label: t(`returns.column.${asked.area.level}`) },
          { label: t('returns.column.picture') },
          { label: t('returns.column.pending'), numeric: true },
          ...buckets.map((bucket) => ({ label: t(`returns.bucket.${bucket}`), numeric: true })),
          { label: t('returns.column.free'), numeric: true },
        ]}
        rows={paged.shown.map((row) => ({ id: row.id, cells: cellsOf(view, row) }))}
      />
      <Pagination
        view={view}
        page={paged.page}
        pages={paged.pages}
        href={(page) => areaPath('/pendency', { place: trail.at(-1)?.place ?? '', page: String(page) })}
      />
      {boards > 0 ? (
        <>
          <h2>{t('returns.pendency.boards')}</h2>
          <p>{t('returns.pendency.boardsNone')}</p>
        </>
      ) : null}
      <details>
        <summary>{t('returns.pendency.definition')}</summary>
        <ul>
          {(['start', 'age', 'free', 'told'] as const).map((each) => (
            <li key={each}>{t(`returns.pendency.definition.${each}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function cellsOf(view: View, { id, name, isPlace, figures }: PendencyRow) {
  const named = <a href={isPlace ? `/pendency?place=${id}` : `/returns/${id}`}>{placeName(view, { code: id, name })}</a>;
  if (!figures) return [named, <span class="quiet-text">{view.t('returns.pendency.noMatters')}</span>, ...Array<string>(6).fill('–')];
  return [
    named,
    <AgeBar figures={figures} />,
    String(pendingOf(figures)),
    ...buckets.map((bucket) => String(figures[bucket])),
    String(freeLate(figures)),
  ];
}
