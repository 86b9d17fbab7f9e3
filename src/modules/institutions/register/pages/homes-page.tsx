// Homes of a State or a district: places, how many are taken, by whom the home is run and whether it is registered; and the nation by State.
import type { Day } from '../../../../kernel/time.ts';
import type { Paged } from '../../../../platform/paging.ts';
import { Button } from '../../../../web/components/button.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { Pagination } from '../../../../web/components/pagination.tsx';
import { Table } from '../../../../web/components/table.tsx';
import type { View } from '../../../../web/view.ts';
import { type District, DistrictSelect, type State, placeName } from '../../../places/index.ts';
import type { HomeRow, Homes, StateRow } from '../store.ts';
import { Fullness, Registration } from './words.tsx';

type HomesProps = {
  view: View;
  title: string;
  up: string | null;
  homes: Homes;
  rows: readonly HomeRow[];
  districts: readonly District[];
  paged: Paged<HomeRow>;
  on: Day;
};

const sum = (rows: readonly HomeRow[], of: 'strength' | 'here' | 'free' | 'over' | 'girls' | 'boys') =>
  rows.reduce((all, row) => all + row[of], 0);

export function HomesPage({ view, title, up, homes, rows, districts, paged, on }: HomesProps) {
  const { t } = view;
  const query = new URLSearchParams(homes.districtCode ? { district: homes.districtCode } : { state: homes.stateCode ?? '' });
  const totals = {
    homes: rows.length,
    strength: sum(rows, 'strength'),
    here: sum(rows, 'here'),
    free: sum(rows, 'free'),
    over: sum(rows, 'over'),
  };
  const columns = (['home', 'strength', 'here', 'girls', 'boys', 'free', 'registration'] as const).map((name) => ({
    label: t(`institutions.column.${name}`),
    numeric: ['strength', 'here', 'girls', 'boys'].includes(name),
  }));
  return (
    <>
      {up ? (
        <p>
          <a href={up}>{t('institutions.list.wider')}</a>
        </p>
      ) : null}
      <h1>
        {t('institutions.list.title')}: <bdi>{title}</bdi>
      </h1>
      <p>{t('institutions.list.totals', totals)}</p>
      <p>
        <a href={`/homes/visits?${query}`}>{t('institutions.visits.link')}</a>
        {homes.districtCode ? (
          <>
            {' · '}
            <a href={`/homes/fit?${query}`}>{t('institutions.fit.link')}</a>
          </>
        ) : null}
      </p>
      {districts.length > 1 ? (
        <Form view={view} action="/homes" method="get">
          <Hidden name="state" value={homes.stateCode ?? ''} />
          <DistrictSelect
            view={view}
            form={{ values: {}, errors: {} }}
            name="district"
            label={t('institutions.list.district')}
            districts={districts}
          />
          <Button kind="secondary">{t('institutions.list.show')}</Button>
        </Form>
      ) : null}
      <Table
        caption={t('institutions.list.title')}
        captionUnseen
        narrow="running"
        columns={columns}
        rows={paged.shown.map((row) => ({
          id: row.officeId,
          cells: [
            <>
              <a href={`/homes/${row.officeId}`}>{row.name}</a>
              <span class="quiet-text">
                {' '}
                {[row.name.includes(row.districtName) ? null : row.districtName, row.runBy && t(`institutions.runBy.${row.runBy}`)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </>,
            row.strength,
            row.here,
            row.girls,
            row.boys,
            <Fullness view={view} occupancy={row} />,
            <Registration view={view} home={row} on={on} />,
          ],
        }))}
        empty={<EmptyState view={view} title={t('institutions.list.none')} text={t('institutions.list.empty')} />}
      />
      <Pagination
        view={view}
        page={paged.page}
        pages={paged.pages}
        href={(page) => `/homes?${new URLSearchParams([...query, ['page', String(page)]])}`}
      />
    </>
  );
}

export function NationPage({ view, states, rows }: { view: View; states: readonly State[]; rows: readonly StateRow[] }) {
  const { t } = view;
  const nameOf = (code: string) => {
    const state = states.find((one) => one.code === code);
    return state ? placeName(view, state) : code;
  };
  const columns = (['state', 'homes', 'strength', 'here', 'unregistered'] as const).map((name) => ({
    label: t(`institutions.column.${name}`),
    numeric: name !== 'state',
  }));
  return (
    <>
      <h1>{t('institutions.list.title')}</h1>
      <p>{t('institutions.list.nation')}</p>
      <Table
        caption={t('institutions.list.title')}
        captionUnseen
        narrow="running"
        columns={columns}
        rows={rows.map((row) => ({
          id: row.stateCode,
          cells: [
            <a href={`/homes?state=${row.stateCode}`}>{nameOf(row.stateCode)}</a>,
            row.homes,
            row.strength,
            row.here,
            row.unregistered,
          ],
        }))}
        empty={<EmptyState view={view} title={t('institutions.list.none')} text={t('institutions.list.empty')} />}
      />
    </>
  );
}
