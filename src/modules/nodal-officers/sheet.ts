// A State's list as it comes: an Excel sheet with a title above, headings in English or Hindi, merged and blank cells. Out of it rows of text, each with its
// line in the sheet. Reads nothing but values: no formula, macro or link of a workbook is ever followed.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Cell, type Headings, fieldOf as fieldIn, headingRow, textOf, workbookCells } from '../../platform/sheets/index.ts';

export const fields = ['district', 'kind', 'name', 'rank', 'email', 'telephone', 'orderNumber', 'orderedOn', 'fromOn'] as const;
export type Field = (typeof fields)[number];
/** `line` counts as the sheet does, from 1. */
export type SheetRow = { line: number } & Record<Field, string>;

const MOST_ROWS = 2_000;

const headings: Headings<Field> = [
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

const fieldOf = (cell: Cell | undefined): Field | undefined => fieldIn(headings, cell);

/**
 * Rows of a sheet, blank ones left out. A district written once over several rows (a merged cell holds its value in the first) counts for those
 * below that name an officer. Refused: no workbook, too large, no headings, too many rows.
 */
export async function readList(bytes: Buffer): Promise<SheetRow[] | Refusal> {
  const cells = await workbookCells(bytes);
  if (cells === 'tooLarge') return refuse('nodal-officers.error.fileTooLarge', {}, 'list');
  if (cells === 'notASheet') return refuse('nodal-officers.error.notASheet', {}, 'list');
  const found = headingRow(cells, fieldOf, ['district', 'name']);
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
