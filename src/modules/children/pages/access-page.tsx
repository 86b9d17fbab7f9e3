// Who looked: a record's access log in plain words, and the records last looked at.
import { formatMoment, formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { View } from '../../../web/view.ts';
import type { AccessEntry, AccessedRecord, Looker } from '../access-store.ts';

/** Purposes with words of their own; any other is shown by its code. */
const worded = [
  'casework',
  'tracing',
  'identification',
  'inquiry',
  'supervision',
  'court-order',
  'registration',
  'production',
  'photograph',
  'matching',
  'duty',
  'oversight',
  'care',
  'coordination',
  'exchange',
  'public-tracing',
  'own-report',
];

function purposeOf({ t }: View, purpose: string): string {
  return worded.includes(purpose) ? t(`children.purpose.${purpose}`) : purpose;
}

function whoOf(view: View, { officerName, officeName, role }: Pick<AccessEntry, 'officerName' | 'officeName' | 'role'>): string {
  if (officerName) return [officerName, officeName].filter(Boolean).join(', ');
  return view.t(role === 'citizen' ? 'children.access.citizen' : 'children.access.portal');
}

function LookedBy({ view, lookers }: { view: View; lookers: Looker[] }) {
  const { t } = view;
  const columns = ['who', 'read', 'changed', 'last'].map((name) => ({ label: t(`children.access.column.${name}`) }));
  const rows = lookers.map((one, at) => ({
    id: String(at),
    cells: [<bdi key="who">{whoOf(view, one)}</bdi>, one.reads, one.writes, formatMoment(view, one.lastAt)],
  }));
  return <Table caption={t('children.access.by')} columns={columns} rows={rows} />;
}

type AccessProps = {
  view: View;
  name: string;
  lookers: Looker[];
  entries: AccessEntry[];
  count: number;
  page: number;
  pages: number;
  size: number;
};

export function AccessPage({ view, name, lookers, entries, count, page, pages, size }: AccessProps) {
  const { t } = view;
  return (
    <>
      <p>
        <a href="/access">{t('children.access.all')}</a>
      </p>
      <h1>{t('children.access.title', { reference: name })}</h1>
      <LookedBy view={view} lookers={lookers} />
      <h2>{t('children.access.each')}</h2>
      <p>{t('children.access.count', { count })}</p>
      <ol class="access" reversed start={count - (page - 1) * size}>
        {entries.map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.at}>{formatMoment(view, entry.at)}</time>{' '}
            {t(`children.access.${entry.action}`, { who: whoOf(view, entry), purpose: purposeOf(view, entry.purpose) })}{' '}
            <span class="quiet-text">{entry.name}</span>
          </li>
        ))}
      </ol>
      <Pagination view={view} page={page} pages={pages} href={(at) => `/access/${name}?page=${at}`} />
    </>
  );
}

export function AccessedPage({ view, records }: { view: View; records: AccessedRecord[] }) {
  const { t } = view;
  return (
    <>
      <h1>{t('children.access.all')}</h1>
      <Form view={view} action="/access" method="get">
        <TextInput view={view} form={{ values: {}, errors: {} }} name="reference" label={t('children.access.reference')} />
        <Button kind="secondary">{t('children.access.find')}</Button>
      </Form>
      <h2>{t('children.access.latest')}</h2>
      {records.length === 0 ? <p>{t('children.access.nobody')}</p> : null}
      <ul>
        {records.map((record) => (
          <li key={record.reference}>
            <a class="reference" href={`/access/${record.reference}`}>
              {record.reference}
            </a>{' '}
            {formatWhen(view, record.lastAt, view.now)} {t('children.access.looks', { looks: record.looks, officers: record.officers })}
          </li>
        ))}
      </ul>
    </>
  );
}
