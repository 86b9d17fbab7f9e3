// The attendance sheet of a month: a line for each child, a letter for each night, and how many were here.
import type { Day } from '../../../../kernel/time.ts';
import { addMonths } from '../../../../kernel/time.ts';
import { formatDay, formatMonth } from '../../../../platform/i18n/index.ts';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import type { View } from '../../../../web/view.ts';
import type { Office } from '../../../officers/index.ts';
import type { Mark, Sheet, SheetRow } from '../sheet.ts';

type Child = SheetRow & { reference: string | null; name: string | null };
type Props = { view: View; office: Office; month: string; sheet: Sheet; children: readonly Child[]; current: string };

const marks = ['present', 'leave', 'hospital', 'missing'] as const;

export function AttendancePage({ view, office, month, sheet, children, current }: Props) {
  const { t } = view;
  const first = `${month}-01` as Day;
  const href = (by: number) => `/homes/${office.id}/attendance?month=${addMonths(first, by).slice(0, 7)}`;
  return (
    <>
      <p>
        <a href={`/homes/${office.id}`}>{office.name}</a>
      </p>
      <h1>
        {t('institutions.attendance.title')}: {formatMonth(view, first)}
      </h1>
      <p>
        <a href={href(-1)}>{formatMonth(view, addMonths(first, -1))}</a>
        {month < current ? (
          <>
            {' · '}
            <a href={href(1)}>{formatMonth(view, addMonths(first, 1))}</a>
          </>
        ) : null}
      </p>
      <p class="quiet-text">
        {t('institutions.attendance.how')}{' '}
        {marks.map((mark) => `${t(`institutions.letter.${mark}`)} ${t(`institutions.mark.${mark}`)}`).join(' · ')}
      </p>
      {children.length === 0 ? (
        <EmptyState view={view} title={t('institutions.attendance.none')} text={t('institutions.tonight.empty')} />
      ) : null}
      {children.length > 0 ? <SheetTable view={view} sheet={sheet} children={children} /> : null}
    </>
  );
}

function SheetTable({ view, sheet, children }: Pick<Props, 'view' | 'sheet' | 'children'>) {
  const { t } = view;
  return (
    <table class="attendance">
      <caption class="unseen">{t('institutions.attendance.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('institutions.column.child')}</th>
          {sheet.days.map((day) => (
            <th key={day} scope="col">
              {Number(day.slice(8))}
            </th>
          ))}
          <th scope="col">{t('institutions.attendance.nights')}</th>
        </tr>
      </thead>
      <tbody>
        {children.map((child, at) => (
          <tr key={at} data-row>
            <th scope="row">
              {child.reference ? (
                <a href={`/found/${child.reference}`}>
                  <bdi>{child.name}</bdi>
                </a>
              ) : (
                <span class="quiet-text">{t('institutions.attendance.moved')}</span>
              )}{' '}
              <span class="quiet-text">{child.admissionNumber}</span>
            </th>
            {child.marks.map((mark, day) => (
              <MarkCell key={day} view={view} day={sheet.days[day]!} mark={mark} />
            ))}
            <td class="nights" data-label={t('institutions.attendance.nights')}>
              {child.nights}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('institutions.attendance.here')}</th>
          {sheet.totals.map((total, day) => (
            <td key={day} data-day={Number(sheet.days[day]!.slice(8))}>
              {total > 0 ? total : ''}
            </td>
          ))}
          <td class="nights" data-label={t('institutions.attendance.nights')}>
            {sheet.totals.reduce((sum, total) => sum + total, 0)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function MarkCell({ view, day, mark }: { view: View; day: Day; mark: Mark }) {
  if (mark === '') return <td class="none" data-day={Number(day.slice(8))} />;
  const words = `${formatDay(view, day)}: ${view.t(`institutions.mark.${mark}`)}`;
  return (
    <td class={mark === 'present' ? 'here' : mark} data-day={Number(day.slice(8))}>
      <abbr title={words}>{view.t(`institutions.letter.${mark}`)}</abbr>
    </td>
  );
}
