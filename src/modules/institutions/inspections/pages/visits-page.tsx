// Which homes were visited and by whom, and who is overdue: the Inspection Committee's quarter, the Committee's two visits a month, the unit's own.
import type { Day } from '../../../../kernel/time.ts';
import { formatDay } from '../../../../platform/i18n/index.ts';
import type { Paged } from '../../../../platform/paging.ts';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { Pagination } from '../../../../web/components/pagination.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { View } from '../../../../web/view.ts';
import type { Homes } from '../../register/store.ts';
import { quarterOf, visitState } from '../inspection.ts';
import type { VisitedHome } from '../store.ts';

type Props = {
  view: View;
  title: string;
  homes: Homes;
  rows: readonly VisitedHome[];
  paged: Paged<VisitedHome>;
  month: { done: number; wanted: number } | null;
  today: Day;
};

export function Quarterly({ view, last, today }: { view: View; last: Day | null; today: Day }) {
  const state = visitState(last, today);
  const kind = { visited: 'done', due: 'soon', overdue: 'late' } as const;
  const facts = { last: last ? formatDay(view, last) : 'never', by: formatDay(view, quarterOf(today).to) };
  return <WordStatus kind={kind[state]}>{view.t(`institutions.visitState.${state}`, facts)}</WordStatus>;
}

export function VisitsPage({ view, title, homes, rows, paged, month, today }: Props) {
  const { t } = view;
  const overdue = rows.filter(({ lastQuarterly }) => visitState(lastQuarterly, today) === 'overdue').length;
  const query = homes.districtCode ? `district=${homes.districtCode}` : `state=${homes.stateCode ?? ''}`;
  const day = (on: Day | null) => (on ? formatDay(view, on) : t('institutions.visits.never'));
  return (
    <>
      <p>
        <a href={`/homes?${query}`}>{t('institutions.list.title')}</a>
      </p>
      <h1>
        {t('institutions.visits.title')}: <bdi>{title}</bdi>
      </h1>
      <p>{t('institutions.visits.totals', { homes: rows.length, overdue })}</p>
      {month ? <p>{t('institutions.visits.month', month)}</p> : null}
      <Table
        caption={t('institutions.visits.title')}
        captionUnseen
        columns={(['home', 'quarterly', 'committee', 'unitVisit', 'findings'] as const).map((name) => ({
          label: t(`institutions.column.${name}`),
        }))}
        rows={paged.shown.map((home) => ({
          id: home.officeId,
          cells: [
            <>
              <a href={`/homes/${home.officeId}/visits`}>{home.name}</a>{' '}
              <span class="quiet-text">{home.name.includes(home.districtName) ? '' : home.districtName}</span>
            </>,
            <Quarterly view={view} last={home.lastQuarterly} today={today} />,
            day(home.lastCommittee),
            day(home.lastUnit),
            home.late > 0 ? (
              <WordStatus kind="late">{t('institutions.visits.late', { late: home.late, open: home.open })}</WordStatus>
            ) : (
              t('institutions.visits.open', { open: home.open })
            ),
          ],
        }))}
        empty={<EmptyState view={view} title={t('institutions.list.none')} text={t('institutions.list.empty')} />}
      />
      <Pagination view={view} page={paged.page} pages={paged.pages} href={(number) => `/homes/visits?${query}&page=${number}`} />
    </>
  );
}
