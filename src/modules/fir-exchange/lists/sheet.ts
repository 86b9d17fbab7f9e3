// A list of FIRs as it comes: CSV or Excel, a title above, headings in English or Hindi, merged and blank cells. Out of it rows of text, each with its line.
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { timeOfDay, fromMilliseconds } from '../../../kernel/time.ts';
import { type Cell, headingRow, sheetCells, textOf } from '../../../platform/sheets/index.ts';
import { type Field, fieldOf, fields, firFields, neededFields } from './fields.ts';

/** `line` counts as the sheet does, from 1. `own`: how the row stood in the file, for whoever gets it back. */
export type SheetRow = { line: number } & Record<Field, string>;

const MOST_ROWS = 2_000;
/** Longer than the longest text the contract takes: what is cut off here is refused there. */
const MOST_LETTERS = 4_200;
const isTime = (field: Field): boolean => field === 'registeredTime' || field === 'lastSeenTime';

/** Excel keeps a time as part of a day, and a date as midnight of Greenwich. */
function cellText(cell: Cell | undefined, field: Field): string {
  if (isTime(field)) {
    if (cell instanceof Date) return cell.toISOString().slice(11, 16);
    if (typeof cell === 'number' && cell >= 0 && cell < 1) return timeOfDay(fromMilliseconds(Math.round(cell * 86_400_000) - 330 * 60_000));
  }
  if (typeof cell === 'string' && cell.length > 200)
    return cell.normalize('NFC').replaceAll(/\p{Cc}|\p{Cf}/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, MOST_LETTERS); // prettier-ignore
  return textOf(cell).replace(/^'(?=[=+\-@\s])/, ''); // an apostrophe that made it text
}

/** A merged cell holds its value in the first row: a child's row that says nothing of its FIR is of the FIR above. */
function withFirAbove(rows: readonly SheetRow[]): SheetRow[] {
  const whole: SheetRow[] = [];
  for (const row of rows) {
    const above = whole.at(-1);
    const isSilent = firFields.every((field) => field === 'station' || row[field] === '');
    const ofFir = Object.fromEntries(firFields.map((field) => [field, row[field] || above?.[field] || ''])) as Record<Field, string>;
    whole.push(above && isSilent ? { ...row, ...ofFir } : row);
  }
  return whole;
}

/** Refused: no table, too large, no headings, too many rows, none. */
export async function readList(bytes: Buffer): Promise<SheetRow[] | Refusal> {
  const cells = await sheetCells(bytes);
  if (cells === 'tooLarge') return refuse('fir-lists.error.fileTooLarge', {}, 'list');
  if (cells === 'notASheet') return refuse('fir-lists.error.notASheet', {}, 'list');
  const found = headingRow(cells, fieldOf, neededFields);
  if (!found) return refuse('fir-lists.error.noHeadings', {}, 'list');
  if (cells.length - found.at - 1 > MOST_ROWS) return refuse('fir-lists.error.tooManyRows', { most: MOST_ROWS }, 'list');
  const rows = cells.flatMap((row, at): SheetRow[] => {
    if (at <= found.at) return [];
    const texts = Object.fromEntries(fields.map((field) => [field, cellText(row[found.columns.get(field) ?? -1], field)]));
    return Object.values(texts).every((text) => text === '') ? [] : [{ line: at + 1, ...(texts as Record<Field, string>) }];
  });
  return rows.length > 0 ? withFirAbove(rows) : refuse('fir-lists.error.noRows', {}, 'list');
}
