// The two children side by side: photographs of one size with the age in each, names in both scripts, ages then and now; then every particular.
import { RecordComparison, type ComparedRecord } from '../../../web/components/record-comparison.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type Description, photographPath, recordPath } from '../../children/index.ts';
import { particularsOf } from '../particulars.ts';
import type { Side } from '../review.ts';
import { ageThenAndNow, aliasesOf, nameInBoth, nameShown, photographCaption, sourceOf } from '../words.ts';

export function BothRecords({ view, missing, found }: { view: View; missing: Side; found: Side }) {
  return <RecordComparison view={view} left={comparedOf(view, missing)} right={comparedOf(view, found)} />;
}

function comparedOf(view: View, side: Side): ComparedRecord {
  const { record, photograph, description } = side;
  return {
    heading: view.t(`match-review.heading.${record.kind}`, { source: sourceOf(view, side) }),
    ...(side.opens ? { href: recordPath(record) } : {}),
    photo: photograph ? { src: photographPath(photograph.name), taken: photographCaption(view, side) } : null,
    name: nameShown(description),
    lines: [...alsoCalled(view, description), ageThenAndNow(view, side) ?? view.t('match-review.age.unknown'), record.reference],
  };
}

function alsoCalled(view: View, description: Description): string[] {
  const names = aliasesOf(description)
    .filter((name) => name !== nameShown(description).latin) // said already, beside the name
    .map(nameInBoth);
  return names.length > 0 ? [view.t('match-review.alsoCalled', { names: names.join(', ') })] : [];
}

/** What was compared, in each side's own words. Only these fields of the other office's file are shown. */
export function Particulars({ view, missing, found }: { view: View; missing: Side; found: Side }) {
  const unknown = <span class="quiet-text">{view.t('web.unknown')}</span>;
  const cell = (text: string | null) => (text === null ? unknown : <span dir="auto">{text}</span>);
  const rows = particularsOf(view, missing, found).map((row) => ({
    id: row.label,
    cells: [row.label, cell(row.missing), cell(row.found)],
  }));
  const columns = [
    view.t('match-review.field.what'),
    view.t(`match-review.side.${missing.record.kind}`),
    view.t(`match-review.side.${found.record.kind}`),
  ];
  return (
    <details id="particulars">
      <summary>{view.t('match-review.particulars')}</summary>
      <Table caption={view.t('match-review.particulars')} captionUnseen columns={columns.map((label) => ({ label }))} rows={rows} />
    </details>
  );
}
