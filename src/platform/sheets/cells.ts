// A table somebody brings, as Excel workbook or CSV, read to rows of cells. Nothing but values: no formula, macro or link of a workbook is ever followed.
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';

export type Cell = string | number | boolean | Date | null;
/** Why a file could not be read. */
export type Unreadable = 'tooLarge' | 'notASheet';

const MOST_BYTES = 2 * 1024 * 1024;
/** Of all parts together, unpacked: an honest list of five thousand rows is a tenth of it. */
const MOST_UNPACKED = 30 * 1024 * 1024;

/** How large the parts say they are. The reader allots that much and no more, so a lie only breaks the file. */
function unpackedBytes(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, { filter: ({ originalSize }) => ((total += originalSize), false) });
  return total;
}

/** The first sheet of an .xlsx file. */
export async function workbookCells(bytes: Buffer): Promise<Cell[][] | Unreadable> {
  if (bytes.length > MOST_BYTES) return 'tooLarge';
  try {
    if (unpackedBytes(bytes) > MOST_UNPACKED) return 'tooLarge';
    const copy = new Uint8Array(bytes).buffer; // the reader takes an ArrayBuffer of its own
    const { readSheet } = await import('read-excel-file/universal'); // only where somebody brings a table
    return (await readSheet(copy)) as Cell[][];
  } catch {
    return 'notASheet';
  }
}

/** UTF-8, or the UTF-16 Excel writes as "Unicode text". A file in an old font's own letters is no text, and is refused rather than shown as signs. */
function textIn(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

/** Whichever of comma, semicolon and tab the text has most of. */
function delimiterOf(text: string): string {
  const count = (sign: string): number => text.split(sign).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0]!;
}

function csvCells(bytes: Buffer): Cell[][] | Unreadable {
  if (bytes.length > MOST_BYTES) return 'tooLarge';
  try {
    const text = textIn(bytes);
    if (text.includes('\0')) return 'notASheet';
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false });
  } catch {
    return 'notASheet';
  }
}

/** A workbook by its first bytes (it is a zip file), CSV otherwise. */
export async function sheetCells(bytes: Buffer): Promise<Cell[][] | Unreadable> {
  return bytes.subarray(0, 2).toString('latin1') === 'PK' ? workbookCells(bytes) : csvCells(bytes);
}

/** A heading or a word in a cell, as it is compared: small letters, no signs. */
export function simpleText(cell: Cell | undefined): string {
  return String(cell ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[._\-/\\()*:\s]+/g, ' ')
    .trim();
}

/** True if the text holds one of the words whole. Hindi joins its words (कार्यालय दूरभाष, पदनाम), so there, from four letters on, a part will do. */
export function holdsOneOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => ` ${text} `.includes(` ${word} `) || (/^[^a-z]{4,}$/.test(word) && text.includes(word)));
}

/** A cell as one line of text, at most 200 characters; a date as YYYY-MM-DD. */
export function textOf(cell: Cell | undefined): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell ?? '')
    .normalize('NFC')
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
