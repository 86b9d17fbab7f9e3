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
  texts(): [table: Table, text: Buffer][];
};

/** Text as bytes outside the JavaScript heap: millions of lines kept as strings would keep the garbage collector busy. */
type Text = { bytes: Buffer; used: number };

const FIRST_BYTES = 65_536;

function append(text: Text, line: string): void {
  const most = text.used + line.length * 3; // a UTF-16 unit takes at most three bytes
  if (most > text.bytes.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, text.bytes.length * 2));
    text.bytes.copy(larger, 0, 0, text.used);
    text.bytes = larger;
  }
  text.used += text.bytes.write(line, text.used);
}

function lineOf(row: Readonly<Record<string, Value>>, columns: readonly string[]): string {
  let line = copyText(row[columns[0]!]!);
  for (let at = 1; at < columns.length; at++) line += `\t${copyText(row[columns[at]!]!)}`;
  return `${line}\n`;
}

export function startBatch(): RowBatch {
  const texts = new Map<Table, Text>();
  let rows = 0;
  return {
    add(table, row) {
      rows++;
      let text = texts.get(table);
      if (!text) texts.set(table, (text = { bytes: Buffer.allocUnsafeSlow(FIRST_BYTES), used: 0 }));
      append(text, lineOf(row, tables[table]));
    },
    count: () => rows,
    texts: () =>
      (Object.keys(tables) as Table[])
        .filter((table) => texts.has(table))
        .map((table) => {
          const { bytes, used } = texts.get(table)!;
          return [table, bytes.subarray(0, used)];
        }),
  };
}
