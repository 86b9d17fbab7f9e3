// Which State brought its list of which year, and which have none yet.
import { formatDay } from '../../../platform/i18n/index.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type State, placeName } from '../../places/index.ts';
import { nation } from '../holiday.ts';
import type { ListedYear } from '../store.ts';

type NationProps = {
  view: View;
  states: readonly State[];
  years: readonly number[];
  lists: readonly ListedYear[];
  /** States of which an order on Saturdays is in. */
  saturdays: ReadonlySet<string>;
  keeps: boolean;
};

export function NationPage({ view, states, years, lists, saturdays, keeps }: NationProps) {
  const { t } = view;
  const places = [
    { code: nation, name: t('calendars.nation') },
    ...states.map((state) => ({ code: state.code, name: placeName(view, state) })),
  ];
  const columns = [t('calendars.column.place'), ...years.map(String), t('calendars.column.saturdays')];
  const cell = (place: string, year: number) => {
    const list = lists.find((one) => one.place === place && one.year === year);
    const href = `/calendars?place=${place}&year=${year}`;
    const words = list ? t('calendars.listed', { count: list.days, day: formatDay(view, list.notifiedOn) }) : t('calendars.noList');
    return <a href={href}>{list ? words : <span class="quiet-text">{words}</span>}</a>;
  };
  return (
    <>
      <h1>{t('calendars.title')}</h1>
      <p>{t('calendars.about')}</p>
      <p>{t('calendars.without')}</p>
      {keeps ? <Keeping view={view} /> : null}
      <Table
        narrow="running"
        caption={t('calendars.byState')}
        columns={columns.map((label) => ({ label }))}
        rows={places.map(({ code, name }) => ({
          id: code,
          cells: [
            <a href={`/calendars?place=${code}`}>{name}</a>,
            ...years.map((year) => cell(code, year)),
            code === nation ? '–' : t(saturdays.has(code) ? 'calendars.saturdaysKnown' : 'calendars.saturdaysUnknown'),
          ],
        }))}
      />
    </>
  );
}

/** `query` names the place and the year the reader is looking at. */
export function Keeping({ view, query = '', saturdays = true }: { view: View; query?: string; saturdays?: boolean }) {
  return (
    <p class="button-row">
      <LinkButton href={`/calendars/import${query}`}>{view.t('calendars.import.title')}</LinkButton>
      {saturdays ? <LinkButton href={`/calendars/saturdays${query}`}>{view.t('calendars.saturdays.title')}</LinkButton> : null}
    </p>
  );
}
