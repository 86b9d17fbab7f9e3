// A State's list as it comes: an Excel sheet with a title above, headings in English or Hindi, merged and blank cells. Out of it rows of text, each with its
// line in the sheet. Reads nothing but values: no formula, macro or link of a workbook is ever followed.
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Day, addDays, isDay } from '../../kernel/time.ts';
import { plainDigits } from '../../kernel/digits.ts';

export const fields = ['district', 'kind', 'name', 'rank', 'email', 'telephone', 'orderNumber', 'orderedOn', 'fromOn'] as const;
export type Field = (typeof fields)[number];
/** `line` counts as the sheet does, from 1. */
export type SheetRow = { line: number } & Record<Field, string>;

const MOST_BYTES = 2 * 1024 * 1024;
/** Of all parts together, unpacked: an honest list of five thousand posts is a tenth of it. */
const MOST_UNPACKED = 30 * 1024 * 1024;
const MOST_ROWS = 2_000;
const HEADINGS_WITHIN = 15;

/** Words a heading may be written with, simplified; a heading is of the first field one of whose words it holds, so "order date" stands before "date". Hindi joins its
 * words (कार्यालय दूरभाष, पदनाम), so there a part will do. */
const headings: readonly (readonly [Field, readonly string[]])[] = [
  ['orderedOn', ['order date', 'date of order', 'आदेश दिनांक', 'आदेश तिथि', 'आदेश की तिथि', 'आदेश का दिनांक']],
  ['orderNumber', ['order', 'आदेश']],
  ['fromOn', ['from', 'joining', 'date', 'since', 'कब से', 'कार्यभार', 'दिनांक', 'तिथि', 'से']],
  ['email', ['email', 'mail', 'मेल']],
  ['telephone', ['phone', 'telephone', 'tel', 'contact', 'दूरभाष', 'फोन', 'फ़ोन', 'संपर्क']],
  ['rank', ['designation', 'rank', 'पदनाम']],
  ['district', ['district', 'जिला', 'ज़िला', 'जनपद']],
  ['kind', ['post', 'office', 'unit', 'पद', 'कार्यालय', 'इकाई']],
  ['name', ['name', 'officer', 'नाम', 'अधिकारी']],
];

type Cell = string | number | boolean | Date | null;

const simple = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[._\-/\\()*:\s]+/g, ' ')
    .trim();

function fieldOf(cell: Cell | undefined): Field | undefined {
  const text = simple(cell);
  if (!text) return undefined;
  return headings.find(([, words]) =>
    words.some((word) => ` ${text} `.includes(` ${word} `) || (/^[^a-z]{4,}$/.test(word) && text.includes(word))),
  )?.[0];
}

/** How large the parts say they are. The reader allots that much and no more, so a lie only breaks the file. */
function unpackedBytes(bytes: Uint8Array): number {
  let total = 0;
  unzipSync(bytes, { filter: ({ originalSize }) => ((total += originalSize), false) });
  return total;
}

async function cellsIn(bytes: Buffer): Promise<Cell[][] | Refusal> {
  if (bytes.length > MOST_BYTES) return refuse('nodal-officers.error.fileTooLarge', {}, 'list');
  try {
    if (unpackedBytes(bytes) > MOST_UNPACKED) return refuse('nodal-officers.error.fileTooLarge', {}, 'list');
    const copy = new Uint8Array(bytes).buffer; // the reader takes an ArrayBuffer of its own
    return (await readSheet(copy)) as Cell[][];
  } catch {
    return refuse('nodal-officers.error.notASheet', {}, 'list');
  }
}

/** Where the headings stand: the first row that names a district and an officer. A State writes its title, and blank rows, above. */
function headingRow(cells: readonly Cell[][]): { at: number; columns: Map<Field, number> } | undefined {
  for (const [at, row] of cells.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = new Map<Field, number>();
    for (const [column, cell] of row.entries()) {
      const field = fieldOf(cell);
      if (field && !columns.has(field)) columns.set(field, column);
    }
    if (columns.has('district') && columns.has('name')) return { at, columns };
  }
  return undefined;
}

/**
 * Rows of a sheet, blank ones left out. A district written once over several rows (a merged cell holds its value in the first) counts for those
 * below that name an officer. Refused: no workbook, too large, no headings, too many rows.
 */
export async function readList(bytes: Buffer): Promise<SheetRow[] | Refusal> {
  const cells = await cellsIn(bytes);
  if ('refused' in cells) return cells;
  const found = headingRow(cells);
  if (!found) return refuse('nodal-officers.error.noHeadings', {}, 'list');
  if (cells.length - found.at - 1 > MOST_ROWS) return refuse('nodal-officers.error.tooManyRows', { most: MOST_ROWS }, 'list');
  const rows: SheetRow[] = [];
  let district = '';
  for (const [at, row] of cells.entries()) {
    if (at <= found.at || row.every((cell) => textOf(cell) === '')) continue;
    const read = (field: Field): string => textOf(row[found.columns.get(field) ?? -1]);
    district = read('district').replace(/^(district|जिला|ज़िला|जनपद)[\s:.-]+/i, '') || district;
    const texts = Object.fromEntries(fields.map((field) => [field, read(field)])) as Record<Field, string>;
    if (fields.every((field) => field === 'district' || texts[field] === '')) continue; // a heading between parts of the list
    rows.push({ line: at + 1, ...texts, district });
  }
  return rows;
}

function textOf(cell: Cell | undefined): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell ?? '')
    .normalize('NFC')
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthsInHindi = ['जन', 'फर', 'मार्च', 'अप्र', 'मई', 'जून', 'जुल', 'अग', 'सित', 'अक्', 'नव', 'दिस'];
const SERIAL_ONE = '1899-12-30' as Day; // Excel counts days from here, having counted a 29 February 1900 that never was

/** Year, month, day; day.month.year as India writes it; "5 Jan 2026" in English or Hindi; or Excel's count of days. Null for anything else: never guessed. */
export function readDay(text: string): Day | null {
  const plain = plainDigits(text).trim().toLowerCase();
  if (/^\d{5}(\.\d+)?$/.test(plain)) return addDays(SERIAL_ONE, Math.floor(Number(plain)));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(plain);
  if (iso) return dayFrom(iso[1]!, iso[2]!, iso[3]!);
  const indian = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/.exec(plain);
  if (indian) return dayFrom(indian[3]!, indian[2]!, indian[1]!);
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-.,]*([^\d\s\-.,]+)[\s\-.,]*(\d{4})$/.exec(plain);
  if (!worded) return null;
  const month = [months, monthsInHindi]
    .map((names) => names.findIndex((name) => worded[2]!.replace('फ़', 'फ').startsWith(name)))
    .find((at) => at >= 0);
  return month === undefined ? null : dayFrom(worded[3]!, String(month + 1), worded[1]!);
}

function dayFrom(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
