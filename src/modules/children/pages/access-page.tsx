// Who looked: a record's access log in plain words, and the records last looked at.
import { formatMoment, formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { View } from '../../../web/view.ts';
import type { AccessEntry, AccessedRecord } from '../access-store.ts';

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

function whoOf(view: View, { officerName, officeName, role }: AccessEntry): string {
  if (officerName) return [officerName, officeName].filter(Boolean).join(', ');
  return view.t(role === 'citizen' ? 'children.access.citizen' : 'children.access.portal');
}

/** Who looked, each once: how often, and when last. The latest first, as the entries come. */
function LookedBy({ view, entries }: { view: View; entries: AccessEntry[] }) {
  const { t } = view;
  const columns = ['who', 'read', 'changed', 'last'].map((name) => ({ label: t(`children.access.column.${name}`) }));
  const rows = [...Map.groupBy(entries, (entry) => whoOf(view, entry))].map(([who, own]) => ({
    id: who,
    cells: [
      <bdi key="who">{who}</bdi>,
      own.filter(({ action }) => action === 'read').length,
      own.filter(({ action }) => action === 'write').length,
      formatMoment(view, own[0]!.at),
    ],
  }));
  return <Table caption={t('children.access.by')} columns={columns} rows={rows} />;
}

export function AccessPage({ view, name, entries }: { view: View; name: string; entries: AccessEntry[] }) {
  const { t } = view;
  return (
    <>
      <p>
        <a href="/access">{t('children.access.all')}</a>
      </p>
      <h1>{t('children.access.title', { reference: name })}</h1>
      <LookedBy view={view} entries={entries} />
      <h2>{t('children.access.each')}</h2>
      <p>{t('children.access.count', { count: entries.length })}</p>
      <ol class="access" reversed>
        {entries.map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.at}>{formatMoment(view, entry.at)}</time>{' '}
            {t(`children.access.${entry.action}`, { who: whoOf(view, entry), purpose: purposeOf(view, entry.purpose) })}{' '}
            <span class="quiet-text">{entry.name}</span>
          </li>
        ))}
      </ol>
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
