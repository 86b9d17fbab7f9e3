// Every duty of one child: those that run, with their clocks, above; those that ended, with how, below.
import { DutyList } from '../../../web/components/duty.tsx';
import type { View } from '../../../web/view.ts';
import type { DutyRow } from '../duty-row.ts';
import { DutyItem } from './duty-item.tsx';

export type PanelRow = { row: DutyRow; open: boolean; own: boolean };

export function DutiesPanel({ view, rows }: { view: View; rows: readonly PanelRow[] }) {
  const [open, ended] = [rows.filter((one) => one.open), rows.filter((one) => !one.open)];
  const inOrder = open.toSorted((one, other) => (one.row.lateAfter < other.row.lateAfter ? -1 : 1));
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{view.t('duties.panel.title')}</h2>
      {open.length === 0 ? <p>{view.t('duties.panel.none')}</p> : <Items view={view} rows={inOrder} />}
      {ended.length > 0 ? (
        <details>
          <summary>{view.t('duties.panel.ended', { count: ended.length })}</summary>
          <Items view={view} rows={ended} />
        </details>
      ) : null}
    </section>
  );
}

function Items({ view, rows }: { view: View; rows: readonly PanelRow[] }) {
  return (
    <DutyList>
      {rows.map(({ row, open, own }) => (
        <DutyItem key={row.key} view={view} row={row} doable={open && own} named={false} owner />
      ))}
    </DutyList>
  );
}
