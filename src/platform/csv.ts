// Tables for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, without which Excel reads Hindi as noise.

export type Cell = string | number | null;

/** The columns by name, in this order, under a line of their names. */
export function csvText<Name extends string>(columns: readonly Name[], rows: readonly Readonly<Record<Name, Cell>>[]): string {
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet runs a text that begins like a formula, also after blanks: an apostrophe before it makes it text. */
function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
