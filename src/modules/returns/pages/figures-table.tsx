// The figures of a return, one to a line; of a signed one what the records say now stands beside what was signed.
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type Figures, figureNames } from '../figures.ts';

export function FiguresTable({ view, then, now }: { view: View; then: Figures | null; now: Figures }) {
  const { t } = view;
  return (
    <Table
      narrow="running"
      caption={t('returns.page.caption')}
      captionUnseen
      columns={[
        { label: t('returns.column.figure') },
        ...(then ? [{ label: t('returns.column.then'), numeric: true }] : []),
        { label: t('returns.column.now'), numeric: true },
      ]}
      rows={figureNames.map((name) => ({
        id: name,
        cells: [
          t(`returns.figure.${name}`),
          ...(then ? [String(then[name])] : []),
          then && then[name] !== now[name] ? <strong class="late-word">{now[name]}</strong> : String(now[name]),
        ],
      }))}
    />
  );
}
