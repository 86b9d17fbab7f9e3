// The records of an officer's office, district or State, newest first, dense enough for a night shift.
import type { RecordKind } from '../../../kernel/reference.ts';
import { formatAgo } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Table } from '../../../web/components/table.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
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
  const ofKind = kinds.map((each) => ({ label: t(`children.kinds.${each}`), href: link(each, open), current: each === kind }));
  const ofState = [true, false].map((each) => ({
    label: t(each ? 'children.list.open' : 'children.list.closed'),
    href: link(kind, each),
    current: each === open,
  }));
  return (
    <>
      <h1>{t(`children.list.title.${kind}`)}</h1>
      <Tabs label={t('children.list.filters')} tabs={ofKind} />
      <Tabs label={t('children.list.openOrClosed')} tabs={ofState} />
      {records.length === 0 ? (
        <EmptyState view={view} title={t('children.list.none')} text={t(`children.list.empty.${kind}`)} />
      ) : (
        <RecordTable view={view} caption={t(`children.list.title.${kind}`)} records={records} />
      )}
      {older ? <a href={older}>{t('children.list.older')}</a> : null}
    </>
  );
}

const columns = ['reference', 'photograph', 'name', 'ageNow', 'since', 'status', 'office'] as const;

export function RecordTable({ view, caption, records }: { view: View; caption: string; records: readonly RecordListItem[] }) {
  const labels = columns.map((column) => ({ label: view.t(`children.column.${column}`) }));
  const rows = records.map((record) => ({ id: record.id, cells: cellsOf(view, record) }));
  return <Table caption={caption} captionUnseen columns={labels} rows={rows} />;
}

function cellsOf(view: View, record: RecordListItem) {
  const { t } = view;
  return [
    <a href={recordPath(record)}>{record.reference}</a>,
    <RecordPhotograph view={view} name={record.photographName} />,
    <bdi>{record.childName ?? t('children.nameUnknown')}</bdi>,
    ageNow(view, record) ?? t('children.unknown'),
    <time dateTime={record.happenedAt}>{formatAgo(view, record.happenedAt, view.now)}</time>,
    t(`children.status.${record.status}`),
    record.officeName,
  ];
}
