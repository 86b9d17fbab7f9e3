// One State's year: the picture, the days with their names, what is not in yet, and the history of lists and orders.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { nationalHolidays, weekday } from '../../../law/index.ts';
import { FIRST_YEAR } from '../form.ts';
import { type Holiday, type HolidayList, type SaturdayOrder, nation } from '../holiday.ts';
import { type YearMonth, changed } from '../year.ts';
import { Keeping } from './nation-page.tsx';
import { GridKey, YearGrid } from './year-grid.tsx';

type YearProps = {
  view: View;
  place: string;
  name: string;
  year: number;
  months: readonly YearMonth[];
  /** Of the place's list and the nation's, in order. */
  holidays: readonly Holiday[];
  /** Of the place, the one that counts first. */
  lists: readonly HolidayList[];
  days: ReadonlyMap<string, readonly Holiday[]>;
  orders: readonly SaturdayOrder[];
  keeps: boolean;
};

export function YearPage(props: YearProps) {
  const { view, place, name, year, months, holidays, lists, orders, keeps } = props;
  const { t } = view;
  const closed = months.flatMap(({ days }) => days).filter((day) => day.closed !== null).length;
  const all = months.reduce((sum, { days }) => sum + days.length, 0);
  const open = new Set(months.flatMap(({ days }) => days.flatMap(({ day, closed: why }) => (why === null ? [day] : []))));
  const href = (other: number) => `/calendars?place=${place}&year=${other}`;
  return (
    <>
      <p>
        <a href="/calendars">{t('calendars.title')}</a>
      </p>
      <h1>{t('calendars.ofPlace', { place: name, year: String(year) })}</h1>
      <p>
        {year > FIRST_YEAR ? <a href={href(year - 1)}>{year - 1}</a> : null} <strong>{year}</strong> <a href={href(year + 1)}>{year + 1}</a>
      </p>
      <p>{t('calendars.counts', { open: all - closed, closed })}</p>
      {lists.length === 0 ? (
        <p>{t(place === nation ? 'calendars.noNationList' : 'calendars.noListYet', { place: name, year: String(year) })}</p>
      ) : null}
      {place !== nation && orders.length === 0 ? <p>{t('calendars.noSaturdaysYet', { place: name })}</p> : null}
      {keeps ? <Keeping view={view} query={`?place=${place}&year=${year}`} saturdays={place !== nation} /> : null}
      <YearGrid view={view} months={months} holidays={holidays} />
      <GridKey view={view} />
      <Table
        caption={t('calendars.days')}
        columns={(['day', 'holiday', 'kind'] as const).map((column) => ({ label: t(`calendars.column.${column}`) }))}
        rows={holidays.map(({ day, name: holiday, kind }) => ({
          id: `${day} ${holiday}`,
          cells: [
            `${t(`calendars.weekday.${weekday(day)}`)}, ${formatDay(view, day)}`,
            <bdi>{holiday}</bdi>,
            t(kind === 'gazetted' && open.has(day) ? 'calendars.cameLate' : `calendars.kind.${kind}`),
          ],
        }))}
        empty={<p>{t('calendars.noDays')}</p>}
      />
      <p class="hint">
        {t('calendars.always', {
          days: nationalHolidays.map((one) => t(`calendars.national.${one.name}`)).join(', '),
          confidence: t(`law.confidence.${nationalHolidays[0]!.confidence}`),
        })}
      </p>
      <History {...props} />
    </>
  );
}

function History({ view, lists, days, orders, place }: YearProps) {
  const { t } = view;
  const by = (who: string, at: string) => t('calendars.history.by', { officer: who, when: at });
  const listed = lists.map((list) => {
    const before = list.replaces ? (days.get(list.replaces) ?? []) : null;
    const { added, gone } = changed(before ?? [], days.get(list.id) ?? []);
    const what = before
      ? t('calendars.history.replaced', { added: added.length, gone: gone.length })
      : t('calendars.history.first', { count: added.length });
    const named = before
      ? [
          ...added.map((one) => `+ ${formatDay(view, one.day)} ${one.name}`),
          ...gone.map((one) => `− ${formatDay(view, one.day)} ${one.name}`),
        ]
      : [];
    return {
      id: list.id,
      cells: [
        t('calendars.history.list', { source: list.source, day: formatDay(view, list.notifiedOn) }),
        <>
          {what}
          {named.map((line) => (
            <div key={line}>
              <bdi>{line}</bdi>
            </div>
          ))}
        </>,
        by(list.importedByName, formatMoment(view, list.importedAt)),
      ],
    };
  });
  const ordered = orders.toReversed().map((order, at) => ({
    id: `order ${at}`,
    cells: [
      t('calendars.history.order', { source: order.source }),
      saturdaysInWords(view, order),
      by(order.recordedByName, formatMoment(view, order.recordedAt)),
    ],
  }));
  return (
    <>
      <h2>{t('calendars.history.title')}</h2>
      <Table
        caption={t('calendars.history.caption')}
        captionUnseen
        columns={(['paper', 'what', 'by'] as const).map((column) => ({ label: t(`calendars.history.column.${column}`) }))}
        rows={[...listed, ...(place === nation ? [] : ordered)]}
        empty={<p>{t('calendars.history.none')}</p>}
      />
    </>
  );
}

function saturdaysInWords(view: View, { saturdays, fromOn }: SaturdayOrder): string {
  const from = formatDay(view, fromOn);
  if (saturdays.length === 0) return view.t('calendars.history.allOpen', { from });
  const which = saturdays.toSorted().map((number) => view.t(`calendars.saturday.${number as 1 | 2 | 3 | 4 | 5}`)).join(', '); // prettier-ignore
  return view.t('calendars.history.saturdays', { which, from });
}
