// A dense table for desks. On a phone each row becomes a small card with its column names.
import type { ComponentChildren } from 'preact';

/** `numeric` columns are set to the right in tabular figures. */
export type Column = { label: string; numeric?: boolean };
/** One cell per column. The first is the row's name; put the row's link in it. */
export type Row = { id: string; cells: readonly ComponentChildren[] };

/**
 * `captionUnseen` where a heading above already says it. `empty` is shown in place of a table without rows.
 * `narrow`: on a phone the cells stand one a line, or run on as a sentence does, for tables of many rows with little in each.
 */
export type TableProps = {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  captionUnseen?: boolean;
  narrow?: 'lines' | 'running';
  empty?: ComponentChildren;
};

export function Table({ caption, columns, rows, captionUnseen, narrow = 'lines', empty }: TableProps) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table class={narrow === 'running' ? 'dense stacked running' : 'dense stacked'}>
      <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" class={column.numeric ? 'numeric' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row>
            {row.cells.map((cell, index) => (
              <Cell key={index} column={columns[index]} first={index === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ column, first, children }: { column: Column | undefined; first: boolean; children: ComponentChildren }) {
  if (first) return <th scope="row">{children}</th>;
  return (
    <td class={column?.numeric ? 'numeric' : undefined} data-label={column?.label}>
      {children}
    </td>
  );
}
