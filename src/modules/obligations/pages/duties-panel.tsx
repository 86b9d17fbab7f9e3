// The duties of one child: at the head of the page what this office owes now; in the rail what others owe, and what ended.
import { DutyList } from '../../../web/components/duty.tsx';
import type { View } from '../../../web/view.ts';
import type { DutyRow } from '../duty-row.ts';
import { DutyItem } from './duty-item.tsx';

export type PanelRow = { row: DutyRow; open: boolean; own: boolean };
type Props = { view: View; rows: readonly PanelRow[] };

function soonestFirst(rows: readonly PanelRow[]): PanelRow[] {
  return rows.toSorted((one, other) => (one.row.lateAfter < other.row.lateAfter ? -1 : 1));
}

/** The most pressing one is the page's primary button. */
export function OwedPanel({ view, rows }: Props) {
  return (
    <DutyList>
      {soonestFirst(rows).map(({ row }, index) => (
        <DutyItem
          key={row.key}
          view={view}
          row={row}
          doable={row.doPath !== row.recordPath}
          named={false}
          primary={index === 0}
          back="record"
        />
      ))}
    </DutyList>
  );
}

/** With a `title` they are an office's, not one child's: each says what period or order it is about. */
export function DutiesPanel({ view, rows, title }: Props & { title?: string }) {
  const named = title !== undefined;
  const [open, ended] = [rows.filter((one) => one.open), rows.filter((one) => !one.open)];
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{title ?? view.t('duties.panel.title')}</h2>
      {open.length === 0 ? (
        <p>{view.t(named ? 'duties.panel.noneOfOffice' : 'duties.panel.none')}</p>
      ) : (
        <Items view={view} rows={soonestFirst(open)} named={named} />
      )}
      {ended.length > 0 ? (
        <details>
          <summary>{view.t('duties.panel.ended', { count: ended.length })}</summary>
          <Items view={view} rows={ended} named={named} />
        </details>
      ) : null}
    </section>
  );
}

function Items({ view, rows, named }: Props & { named: boolean }) {
  return (
    <DutyList>
      {rows.map(({ row }) => (
        <DutyItem key={row.key} view={view} row={row} doable={false} named={named} owner back="record" />
      ))}
    </DutyList>
  );
}
