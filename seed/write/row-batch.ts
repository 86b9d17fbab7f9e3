// Rows gathered as the bytes PostgreSQL's COPY reads, table by table.
import { type Held, type Out, put, putInt16, putNull, startOut } from './binary.ts';
import { type Row, type Table, tables } from './tables.ts';

export type RowBatch = {
  add<T extends Table>(table: T, row: Row<T>): void;
  /** How many rows it holds. */
  count(): number;
  /** Tables that have rows, in order of reference, with all COPY needs of each. */
  texts(): [table: Table, bytes: Buffer][];
};

const FIRST_BYTES = 65_536;
/** Signature, no flags, no extension. */
const head = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const END = -1;

type Column = { name: string; put: (out: Out, value: Held[keyof Held]) => void };
const columnsOf = new Map(
  Object.entries(tables).map(([table, columns]) => [
    table as Table,
    Object.entries(columns).map(([name, kind]) => ({ name, put: put[kind as keyof Held] }) as Column),
  ]),
);

function putRow(out: Out, row: Readonly<Record<string, Held[keyof Held] | null>>, columns: readonly Column[]): void {
  putInt16(out, columns.length);
  for (const column of columns) {
    const value = row[column.name]!;
    if (value === null) putNull(out);
    else column.put(out, value);
  }
}

export function startBatch(): RowBatch {
  const outs = new Map<Table, { out: Out; columns: readonly Column[] }>();
  let rows = 0;
  return {
    add(table, row) {
      rows++;
      let one = outs.get(table);
      if (!one) {
        one = { out: startOut(FIRST_BYTES), columns: columnsOf.get(table)! };
        one.out.used = head.copy(one.out.bytes);
        outs.set(table, one);
      }
      putRow(one.out, row, one.columns);
    },
    count: () => rows,
    texts: () =>
      [...columnsOf.keys()]
        .filter((table) => outs.has(table))
        .map((table) => {
          const { out } = outs.get(table)!;
          putInt16(out, END);
          return [table, out.bytes.subarray(0, out.used)];
        }),
  };
}
