// Rows gathered as the text PostgreSQL's COPY reads, table by table.
import { type Row, type Table, type Value, tables } from './tables.ts';

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const plainElement = /^[\w.:-]+$/;

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text;
}

/** An array literal; an element that is not a plain word is quoted, so that NULL, commas and braces are words too. */
function arrayText(elements: readonly string[]): string {
  const quoted = elements.map((element) =>
    plainElement.test(element) && element.toLowerCase() !== 'null' ? element : `"${element.replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${quoted.join(',')}}`;
}

/** One value in COPY's text format. */
export function copyText(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return escaped(arrayText(value as readonly string[]));
}

export type RowBatch = {
  add<T extends Table>(table: T, row: Row<T>): void;
  /** How many rows it holds. */
  count(): number;
  /** Tables that have rows, in order of reference, with their text. */
  texts(): [table: Table, text: string][];
};

export function startBatch(): RowBatch {
  const lines = new Map<Table, string[]>();
  let rows = 0;
  return {
    add(table, row) {
      let line = '';
      rows++;
      for (const column of tables[table]) {
        const text = copyText((row as Record<string, Value>)[column]!);
        line = line === '' && column === tables[table][0] ? text : `${line}\t${text}`;
      }
      const held = lines.get(table);
      if (held) held.push(line);
      else lines.set(table, [line]);
    },
    count: () => rows,
    texts: () =>
      (Object.keys(tables) as Table[])
        .filter((table) => lines.has(table))
        .map((table) => [table, `${lines.get(table)!.join('\n')}\n`]),
  };
}
