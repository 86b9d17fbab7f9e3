// A year as a picture: twelve small months, each closed day marked and named.
import { formatDay, formatMonth } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Holiday } from '../holiday.ts';
import type { YearDay, YearMonth } from '../year.ts';

const week = ['0', '1', '2', '3', '4', '5', '6'] as const;

export function YearGrid({ view, months, holidays }: { view: View; months: readonly YearMonth[]; holidays: readonly Holiday[] }) {
  const names = Map.groupBy(holidays, ({ day }) => day);
  return (
    <div class="year-grid">
      {months.map((month) => (
        <table key={month.first} class="month">
          <caption>{formatMonth(view, month.first)}</caption>
          <thead>
            <tr>
              {week.map((day) => (
                <th key={day} scope="col">
                  <abbr title={view.t(`calendars.weekday.${day}`)}>{view.t(`calendars.weekdayLetter.${day}`)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((days, at) => (
              <tr key={at}>
                {days.map((day, column) =>
                  day ? <DayCell key={day.day} view={view} day={day} named={names.get(day.day) ?? []} /> : <td key={column} />,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function weeksOf({ blanks, days }: YearMonth): (YearDay | null)[][] {
  const cells: (YearDay | null)[] = [...Array.from({ length: blanks }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

function DayCell({ view, day, named }: { view: View; day: YearDay; named: readonly Holiday[] }) {
  const number = String(Number(day.day.slice(8)));
  if (!day.closed && !day.restricted) return <td>{number}</td>;
  const why = day.closed ? view.t(`calendars.closed.${day.closed}`) : view.t('calendars.kind.restricted');
  const title = [formatDay(view, day.day), ...named.map(({ name }) => name), why].join(', ');
  return (
    <td class={day.closed ? `closed-${day.closed}` : 'restricted'} title={title}>
      {number}
    </td>
  );
}

/** What the marks mean. */
export function GridKey({ view }: { view: View }) {
  const { t } = view;
  return (
    <ul class="grid-key">
      <li>
        <span class="closed-holiday">1</span> {t('calendars.closed.holiday')}
      </li>
      <li>
        <span class="closed-national">1</span> {t('calendars.closed.national')}
      </li>
      <li>
        <span class="closed-sunday">1</span> {t('calendars.closed.sunday')}, {t('calendars.closed.saturday')}
      </li>
      <li>
        <span class="restricted">1</span> {t('calendars.closed.restricted')}
      </li>
    </ul>
  );
}
