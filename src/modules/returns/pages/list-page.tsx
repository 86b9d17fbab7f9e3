// The returns of a quarter in an area: of a State or the nation how many of how many, of a district each Committee; and the directions whose clock runs.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { periodInWords } from '../../journals/index.ts';
import type { ReturningOffice } from '../office-store.ts';
import type { AskedArea } from '../pendency.ts';
import type { Quarter } from '../quarterly-return.ts';
import type { CommitteeStanding, Outstanding } from '../standing.ts';
import { Cliff } from './cliff.tsx';
import { QuarterForm } from './quarter-form.tsx';
import { placeName } from '../../places/index.ts';
import { Trail, areaPath, lastOf } from './trail.tsx';

export type ListShown = {
  asked: AskedArea;
  trail: readonly { place: string; name: string }[];
  quarter: Quarter;
  groups: readonly { id: string; name: string; isPlace: boolean; standings: readonly CommitteeStanding[] }[];
  boards: readonly ReturningOffice[];
  outstanding: readonly Outstanding[];
};

export function ListPage({ view, shown }: { view: View; shown: ListShown }) {
  const { t } = view;
  const { asked, trail, quarter, groups, boards, outstanding } = shown;
  const place = asked.area.level === 'nation' ? '' : asked.area.code;
  const isDistrict = asked.area.level === 'district';
  const boardsOnly = groups.length === 0 && boards.length > 0;
  const columns = isDistrict ? (['return', 'review'] as const) : (['committees', 'return', 'review'] as const);
  return (
    <>
      <Trail view={view} asked={asked} trail={trail} path="/returns" query={{ period: quarter.period }} />
      <h1>
        {t('returns.list.titleOf', { place: lastOf(view, trail) ?? t('returns.nation'), period: periodInWords(view, quarter.period) })}
      </h1>
      {asked.wrong ? <p class="late-word">{t('returns.error.place')}</p> : null}
      {boardsOnly ? null : (
        <>
          <p>{t('returns.list.about')}</p>
          <QuarterForm view={view} action="/returns" period={quarter.period} place={place} />
        </>
      )}
      <Cliff view={view} outstanding={outstanding} />
      <Table
        caption={t('returns.list.title')}
        narrow="running"
        captionUnseen
        empty={boardsOnly ? <></> : <EmptyState view={view} title={t('returns.list.none')} text={t('returns.pendency.definition.told')} />}
        columns={[{ label: t(`returns.column.${asked.area.level}`) }, ...columns.map((name) => ({ label: t(`returns.column.${name}`) }))]}
        rows={groups.map(({ id, name, isPlace, standings }) => ({
          id,
          cells: isPlace
            ? [
                <a href={areaPath('/returns', { period: quarter.period, place: id })}>{placeName(view, { code: id, name })}</a>,
                String(standings.length),
                countOf(view, standings, ({ signedAt }) => signedAt !== null),
                countOf(view, standings, ({ reviewedAt }) => reviewedAt !== null),
              ]
            : [
                <a href={`/returns/${id}?period=${quarter.period}`}>{name}</a>,
                <ReturnStanding view={view} standing={standings[0]!} quarter={quarter} />,
                reviewWords(view, standings[0]!),
              ],
        }))}
      />
      {isDistrict && boards.length > 0 ? (
        <>
          <h2>{t('returns.list.boards')}</h2>
          <ul class="silent-places">
            {boards.map(({ id, name }) => (
              <li key={id}>
                <a href={`/returns/${id}`}>{name}</a>: {t('returns.pendency.noMatters')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function countOf(view: View, standings: readonly CommitteeStanding[], is: (one: CommitteeStanding) => boolean): string {
  return view.t('returns.list.of', { done: standings.filter(is).length, count: standings.length });
}

function reviewWords(view: View, { reviewedAt }: CommitteeStanding): string {
  return reviewedAt ? view.t('returns.list.reviewed', { at: formatMoment(view, reviewedAt) }) : view.t('returns.list.notReviewed');
}

function ReturnStanding({ view, standing, quarter }: { view: View; standing: CommitteeStanding; quarter: Quarter }) {
  const { signedAt, nil, dueAt } = standing;
  const { t } = view;
  if (signedAt) return <>{t(nil ? 'returns.list.nil' : 'returns.list.signed', { at: formatMoment(view, signedAt) })}</>;
  if (!quarter.over) return <>{t('returns.list.running')}</>;
  if (!dueAt) return <>{t('returns.list.notAsked')}</>;
  const due = formatDay(view, dayOf(dueAt));
  return dueAt < view.now ? <span class="late-word">{t('returns.list.late', { due })}</span> : <>{t('returns.list.due', { due })}</>;
}
