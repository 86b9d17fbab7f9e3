// The records of an officer's office, district or State, newest first, dense enough for a night shift.
import type { RecordKind } from '../../../kernel/reference.ts';
import { formatAgo } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../record.ts';
import type { RecordListItem } from '../store.ts';
import { ageNow } from './age-now.ts';
import { RecordPhotograph } from './photograph.tsx';

export type ListPageProps = {
  view: View;
  kinds: readonly RecordKind[];
  kind: RecordKind;
  open: boolean;
  records: readonly RecordListItem[];
  /** Address of the next page, if there is one. */
  older: string | null;
};

export function ListPage({ view, kinds, kind, open, records, older }: ListPageProps) {
  const { t } = view;
  const link = (toKind: RecordKind, toOpen: boolean) => `/children?kind=${toKind}&open=${toOpen ? 'yes' : 'no'}`;
  return (
    <>
      <h1>{t(`children.list.title.${kind}`)}</h1>
      <nav class="filters" aria-label={t('children.list.filters')}>
        {kinds.map((each) => (
          <a key={each} href={link(each, open)} aria-current={each === kind ? 'page' : undefined}>
            {t(`children.kinds.${each}`)}
          </a>
        ))}
        {[true, false].map((each) => (
          <a key={String(each)} href={link(kind, each)} aria-current={each === open ? 'page' : undefined}>
            {t(each ? 'children.list.open' : 'children.list.closed')}
          </a>
        ))}
      </nav>
      {records.length === 0 ? <p>{t(`children.list.empty.${kind}`)}</p> : <RecordTable view={view} records={records} />}
      {older ? <a href={older}>{t('children.list.older')}</a> : null}
    </>
  );
}

export function RecordTable({ view, records }: { view: View; records: readonly RecordListItem[] }) {
  const { t } = view;
  const columns = ['photograph', 'reference', 'name', 'ageNow', 'since', 'status', 'office'] as const;
  return (
    <table class="dense stacked">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`children.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.id} view={view} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ view, record }: { view: View; record: RecordListItem }) {
  const { t } = view;
  return (
    <tr data-row>
      <td>
        <RecordPhotograph view={view} name={record.photographName} />
      </td>
      <td data-label={t('children.column.reference')}>
        <a href={recordPath(record)}>{record.reference}</a>
      </td>
      <td data-label={t('children.column.name')} dir="auto">
        {record.childName ?? t('children.nameUnknown')}
      </td>
      <td data-label={t('children.column.ageNow')}>{ageNow(view, record) ?? t('children.unknown')}</td>
      <td data-label={t('children.column.since')}>
        <time dateTime={record.happenedAt}>{formatAgo(view, record.happenedAt, view.now)}</time>
      </td>
      <td data-label={t('children.column.status')}>{t(`children.status.${record.status}`)}</td>
      <td data-label={t('children.column.office')}>{record.officeName}</td>
    </tr>
  );
}
