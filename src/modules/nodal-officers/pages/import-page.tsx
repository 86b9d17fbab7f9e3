// Reading in a State's list, and what each of its rows would change.
import { formatDay } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Plan } from '../import.ts';
import type { PlannedRow } from '../import-plan.ts';
import type { WaitingList } from '../import-store.ts';
import { Below } from './post-table.tsx';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function ImportPage({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  return (
    <>
      <h1>{t('nodal-officers.import.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('nodal-officers.import.about')}</p>
      <p class="hint">{t('nodal-officers.import.columns')}</p>
      <Form view={view} action="/nodal-officers/import" files>
        <FileInput
          view={view}
          form={form}
          name="list"
          label={t('nodal-officers.import.file')}
          hint={t('nodal-officers.import.hint')}
          accept={XLSX}
        />
        <Button>{t('nodal-officers.import.look')}</Button>
      </Form>
    </>
  );
}

type PreviewProps = { view: View; list: WaitingList; plan: Plan; form: FormState };

export function PreviewPage({ view, list, plan, form }: PreviewProps) {
  const { t } = view;
  const count = (outcome: PlannedRow['outcome']) => plan.rows.filter((row) => row.outcome === outcome).length;
  const changes = count('change');
  return (
    <>
      <h1>{t('nodal-officers.import.preview')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>
        {t('nodal-officers.import.counts', { change: changes, same: count('same'), rejected: count('rejected') })}{' '}
        <strong>{t('nodal-officers.import.nothingYet')}</strong>
      </p>
      <Table
        caption={t('nodal-officers.import.rows')}
        columns={(['line', 'post', 'officer', 'what'] as const).map((column) => ({ label: t(`nodal-officers.import.column.${column}`) }))}
        rows={plan.rows.map((planned) => ({ id: String(planned.row.line), cells: cellsOf(view, planned) }))}
      />
      {changes > 0 ? (
        <Form view={view} action={`/nodal-officers/import/preview?list=${list.id}`}>
          <Hidden name="list" value={list.id} />
          <Hidden name="plan" value={plan.fingerprint} />
          <Button>{t('nodal-officers.import.yes', { count: changes })}</Button>
        </Form>
      ) : (
        <p>{t('nodal-officers.import.nothing')}</p>
      )}
      <p>
        <a href="/nodal-officers/import">{t('nodal-officers.import.other')}</a>
      </p>
    </>
  );
}

function cellsOf(view: View, planned: PlannedRow) {
  const { row, post } = planned;
  const officer = [row.rank, row.name].filter(Boolean).join(' ');
  return [
    String(row.line),
    post?.name ?? ([row.kind, row.district].filter(Boolean).join(', ') || null),
    <>
      <bdi>{officer}</bdi>
      {row.email ? <Below>{row.email}</Below> : null}
    </>,
    <What view={view} planned={planned} />,
  ];
}

function What({ view, planned }: { view: View; planned: PlannedRow }) {
  const { t } = view;
  if (planned.outcome === 'same') return <span class="quiet-text">{t('nodal-officers.import.same')}</span>;
  if (planned.outcome === 'rejected')
    return <WordStatus kind="late">{t('nodal-officers.import.rejected', { why: t(`nodal-officers.reject.${planned.why}`) })}</WordStatus>;
  const { appoint, ends, telephone } = planned.change;
  return (
    <ul class="changes">
      {ends ? <li>{t('nodal-officers.change.ends', { name: ends.name, day: formatDay(view, ends.toOn) })}</li> : null}
      {appoint ? (
        <li>
          {t('nodal-officers.change.begins', { name: appoint.name, day: formatDay(view, appoint.fromOn), order: appoint.orderNumber })}
        </li>
      ) : null}
      {appoint?.isNew ? <li>{t('nodal-officers.change.enrolled')}</li> : null}
      {telephone ? <li>{t('nodal-officers.change.telephone', { from: planned.post!.telephone ?? '–', to: telephone })}</li> : null}
    </ul>
  );
}
