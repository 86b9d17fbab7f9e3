// A State's list of holidays as it comes, Excel or CSV: a title above, headings in English or Hindi, merged and blank cells, "Part II: restricted holidays"
// between the rows. Out of it rows of text, each with its line in the sheet.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import {
  type Cell,
  type Headings,
  fieldOf as fieldIn,
  headingRow,
  holdsOneOf,
  sheetCells,
  simpleText,
  textOf,
} from '../../platform/sheets/index.ts';
import type { HolidayKind } from './holiday.ts';

const fields = ['day', 'weekday', 'name', 'kind'] as const;
type Field = (typeof fields)[number];
/** What the title, or the heading above, says of the rows under it; `other` for holidays that are neither, such as those of banks alone. */
type Part = HolidayKind | 'other' | null;
/** `line` counts as the sheet does, from 1. */
export type SheetRow = { line: number; part: Part } & Record<Field, string>;

const MOST_ROWS = 400;

/** In this order: "date of holiday" is a date, "type of holiday" a kind. */
const headings: Headings<Field> = [
  ['kind', ['kind', 'type', 'category', 'nature', 'प्रकार', 'श्रेणी']],
  ['day', ['date', 'dates', 'दिनांक', 'तिथि', 'तारीख']],
  ['weekday', ['day', 'days', 'weekday', 'week', 'दिन', 'वार']],
  ['name', ['holiday', 'holidays', 'name', 'occasion', 'festival', 'अवकाश', 'नाम', 'पर्व', 'त्योहार', 'त्यौहार', 'अवसर']],
];
/** Dates of another calendar, beside those that count. */
const otherCalendars = ['saka', 'shaka', 'hijri', 'vikram', 'शक', 'शक संवत', 'विक्रम', 'हिजरी'];

const fieldOf = (cell: Cell | undefined): Field | undefined => fieldIn(headings, cell, otherCalendars);

const kindWords: readonly (readonly [HolidayKind, readonly string[]])[] = [
  ['restricted', ['restricted', 'optional', 'rh', 'प्रतिबंधित', 'प्रतिबन्धित', 'ऐच्छिक', 'वैकल्पिक', 'निर्बंधित']],
  ['gazetted', ['gazetted', 'public', 'general', 'राजपत्रित', 'सार्वजनिक', 'सामान्य']],
];

const otherWords = ['non gazetted', 'bank', 'banks', 'बैंक', 'बैंकों'];

/** Null for words that name no kind, or two. */
function kindIn(text: string): Part {
  const words = simpleText(text);
  if (holdsOneOf(words, otherWords)) return 'other';
  const named = kindWords.filter(([, known]) => holdsOneOf(words, known));
  return named.length === 1 ? named[0]![0] : null;
}

/** What a cell says; null where it is no kind known here. */
export function kindOf(text: string): HolidayKind | null {
  const kind = kindIn(text);
  return kind === 'other' ? null : kind;
}

/** The headings once more, as above each part of a list. */
const isHeading = (row: readonly Cell[], columns: ReadonlyMap<Field, number>): boolean =>
  (['day', 'name'] as const).every((field) => fieldOf(row[columns.get(field)!]) === field);

/** A line of one cell is a title of what follows, unless it is the further day, or the further name, of the row above. */
function titleIn(row: readonly Cell[], columns: ReadonlyMap<Field, number>): string | null {
  const written = row.flatMap((cell, column) => (textOf(cell) === '' ? [] : [{ text: textOf(cell), column }]));
  const [only] = written;
  if (!only || written.length > 1 || !/\p{L}/u.test(only.text)) return null;
  const isOfRow = only.column === columns.get('day') || only.column === columns.get('name');
  return isOfRow && kindIn(only.text) === null ? null : only.text;
}

/**
 * Rows of a list, blank ones left out. A day, a name or a kind written once over several rows (a merged cell holds its value in the first) counts for those
 * below. Refused: no table, too large, no headings, too many rows.
 */
export async function readList(bytes: Buffer): Promise<SheetRow[] | Refusal> {
  const cells = await sheetCells(bytes);
  if (cells === 'tooLarge') return refuse('calendars.error.fileTooLarge', {}, 'list');
  if (cells === 'notASheet') return refuse('calendars.error.notASheet', {}, 'list');
  const found = headingRow(cells, fieldOf, ['day', 'name']);
  if (!found) return refuse('calendars.error.noHeadings', {}, 'list');
  if (cells.length - found.at - 1 > MOST_ROWS) return refuse('calendars.error.tooManyRows', { most: MOST_ROWS }, 'list');
  return rowsUnder(cells, found);
}

function rowsUnder(cells: readonly Cell[][], { at: heading, columns }: { at: number; columns: Map<Field, number> }): SheetRow[] {
  const rows: SheetRow[] = [];
  let part: Part = null;
  const above: Partial<Record<Field, string>> = {};
  for (const [at, row] of cells.entries()) {
    const title = titleIn(row, columns);
    part = (title === null ? null : kindIn(title)) ?? part;
    if (at <= heading || title !== null || isHeading(row, columns)) continue;
    const text = Object.fromEntries(fields.map((field) => [field, textOf(row[columns.get(field) ?? -1])])) as Record<Field, string>;
    if (text.day === '' && text.name === '') continue;
    if (text.day === '') text.weekday ||= above.weekday ?? '';
    for (const field of ['day', 'name', 'kind'] as const) {
      text[field] ||= above[field] ?? '';
      above[field] = text[field];
    }
    above.weekday = text.weekday;
    rows.push({ line: at + 1, part, ...text });
  }
  return rows;
}
