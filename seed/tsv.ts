// Reads the tab-separated data files of this folder: a head line with column names, then one row a line, all text.
import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** Empty cells are ''. Throws if a row has more cells than the head. */
export function readTsv(file: URL): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const columns = head.split('\t');
  return lines.filter((line) => line !== '').map((line) => rowOf(columns, line, file));
}

function rowOf(columns: string[], line: string, file: URL): Row {
  const cells = line.split('\t');
  if (cells.length > columns.length) throw new Error(`${file.pathname}: too many cells in "${line}"`);
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
}
