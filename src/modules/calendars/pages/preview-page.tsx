// What a list would make of the year, row by row, before the yes.
import { dayOf } from '../../../kernel/time.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { weekday } from '../../../law/index.ts';
import { MOST_CLOSED, type PlannedRow, changesOfPast, daysClosed, isReady } from '../import-plan.ts';
import type { Plan } from '../import.ts';
import type { WaitingList } from '../import-store.ts';

type PreviewProps = { view: View; list: WaitingList; name: string; plan: Plan; form: FormState };

export function PreviewPage({ view, list, name, plan, form }: PreviewProps) {
  const { t } = view;
  const count = (fits: (row: PlannedRow) => boolean) => plan.rows.filter(fits).length;
  const wrong = count(({ outcome }) => outcome === 'rejected');
  const past = changesOfPast(plan, dayOf(view.now));
  const counts = {
    gazetted: count(({ holiday }) => holiday?.kind === 'gazetted'),
    restricted: count(({ holiday }) => holiday?.kind === 'restricted'),
    wrong,
  };
  return (
    <>
      <h1>{t('calendars.import.previewOf', { place: name, year: String(list.year) })}</h1>
      <ErrorSummary view={view} form={form} />
      <p>
        {t('calendars.import.counts', counts)} <strong>{t('calendars.import.nothingYet')}</strong>
      </p>
      {plan.replaces ? (
        <p>{t('calendars.import.replaces', { source: plan.replaces.source, day: formatDay(view, plan.replaces.notifiedOn) })}</p>
      ) : null}
      {plan.gone.length > 0 ? (
        <>
          <p>{t('calendars.import.gone', { count: plan.gone.length })}</p>
          <ul>
            {plan.gone.map(({ day, name: holiday }) => (
              <li key={`${day} ${holiday}`}>
                {formatDay(view, day)}: <bdi>{holiday}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {past > 0 ? <p>{t('calendars.import.past', { count: past })}</p> : null}
      <Table
        caption={t('calendars.import.rows')}
        columns={(['line', 'day', 'holiday', 'kind', 'what'] as const).map((column) => ({ label: t(`calendars.column.${column}`) }))}
        rows={plan.rows.map((planned) => ({ id: String(planned.row.line), cells: cellsOf(view, planned) }))}
      />
      <Yes view={view} list={list} plan={plan} wrong={wrong} />
      <p>
        <a href={`/calendars/import?place=${list.place}&year=${list.year}`}>{t('calendars.import.other')}</a>
      </p>
    </>
  );
}

function Yes({ view, list, plan, wrong }: { view: View; list: WaitingList; plan: Plan; wrong: number }) {
  const { t } = view;
  if (wrong > 0) return <p>{t('calendars.import.mend', { count: wrong })}</p>;
  const closed = daysClosed(plan);
  if (closed > MOST_CLOSED) return <p>{t('calendars.import.tooManyClosed', { closed, most: MOST_CLOSED })}</p>;
  if (!isReady(plan)) return <p>{t('calendars.import.nothing')}</p>;
  return (
    <Form view={view} action={`/calendars/import/preview?list=${list.id}`}>
      <Hidden name="list" value={list.id} />
      <Hidden name="plan" value={plan.fingerprint} />
      <Button>{t('calendars.import.yes', { year: String(list.year) })}</Button>
    </Form>
  );
}

function cellsOf(view: View, planned: PlannedRow) {
  const { t } = view;
  const { row, holiday } = planned;
  if (!holiday) {
    const why = t(`calendars.reject.${planned.why}`);
    return [
      String(row.line),
      row.day,
      <bdi>{row.name}</bdi>,
      row.kind,
      <WordStatus kind="late">{t('calendars.import.rejected', { why })}</WordStatus>,
    ];
  }
  return [
    String(row.line),
    `${t(`calendars.weekday.${weekday(holiday.day)}`)}, ${formatDay(view, holiday.day)}`,
    <bdi>{holiday.name}</bdi>,
    t(`calendars.kind.${holiday.kind}`),
    planned.outcome === 'same' ? <span class="quiet-text">{t('calendars.import.same')}</span> : t('calendars.import.new'),
  ];
}
