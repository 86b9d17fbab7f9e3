// Bringing a list of FIRs, and the lists the office brought before.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import type { ListHead } from '../lists/list-store.ts';

const SHEETS = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function ListsPage({
  view,
  form,
  lists,
  isStation,
}: {
  view: View;
  form: FormState;
  lists: readonly ListHead[];
  isStation: boolean;
}) {
  const { t } = view;
  return (
    <>
      <ExchangeTabs view={view} here="/exchange/lists" />
      <h1>{t('fir-lists.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t(isStation ? 'fir-lists.aboutStation' : 'fir-lists.aboutDistrict')}</p>
      <p>{t('fir-lists.unconfirmed')}</p>
      <p>
        {t('fir-lists.templates')} <a href="/exchange/lists/template.xlsx" download="fir-list.xlsx">{t('fir-lists.asWorkbook')}</a>
        {' · '}
        <a href="/exchange/lists/template.csv" download="fir-list.csv">{t('fir-lists.asCsv')}</a>
      </p>
      <Form view={view} action="/exchange/lists" files>
        <FileInput view={view} form={form} name="list" label={t('fir-lists.file')} hint={t('fir-lists.fileHint')} accept={SHEETS} />
        <Button>{t('fir-lists.look')}</Button>
      </Form>
      {lists.length > 0 ? (
        <Table
          caption={t('fir-lists.before')}
          narrow="running"
          columns={(['read', 'officer', 'rows', 'state'] as const).map((column) => ({ label: t(`fir-lists.before.${column}`) }))}
          rows={lists.map((list) => ({
            id: list.id,
            cells: [
              <a href={`/exchange/lists/${list.id}`}>{formatMoment(view, list.readAt)}</a>,
              <bdi>{list.officer}</bdi>,
              t('fir-lists.rowCount', { count: list.count }),
              <ListState view={view} list={list} />,
            ],
          }))}
        />
      ) : null}
    </>
  ); // prettier-ignore
}

export function ListState({ view, list }: { view: View; list: Pick<ListHead, 'takenAt' | 'undoAskedAt' | 'undoneAt'> }) {
  const { t } = view;
  if (list.undoneAt) return <WordStatus kind="done">{t('fir-lists.state.undone')}</WordStatus>;
  if (list.undoAskedAt) return <WordStatus kind="doing">{t('fir-lists.state.undoing')}</WordStatus>;
  if (list.takenAt) return <WordStatus kind="done">{t('fir-lists.state.taken')}</WordStatus>;
  return <WordStatus kind="waiting">{t('fir-lists.state.waiting')}</WordStatus>;
}
