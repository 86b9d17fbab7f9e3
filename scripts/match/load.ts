// From file names and options to records: mapping read or guessed (and shown), rows streamed in, mistakes told in words.
import { readFileSync } from 'node:fs';
import { type ColumnAspect, InputFault, fieldWords } from '../../src/linking/aspects.ts';
import { guessMapping } from '../../src/linking/guess.ts';
import { type FileMapping, agesWithoutDay, checkColumns, parseMapping } from '../../src/linking/mapping.ts';
import { type Records, type Side, openRecords } from '../../src/linking/records.ts';
import { checkedIds } from './ids.ts';
import { beginningOf } from './encoding.ts';
import { Mistake } from './mistake.ts';
import { type Spreadsheet, openSpreadsheet, sampleOf } from './rows.ts';
import { say } from './say.ts';

/** Options of every verb that reads spreadsheets, in the form of node:util parseArgs. */
export const fileOptions = {
  left: { type: 'string' },
  right: { type: 'string' },
  mapping: { type: 'string' },
  id: { type: 'string' },
  truth: { type: 'string' },
} as const;
type FileChoice = { left?: string; right?: string; mapping?: string; id?: string; truth?: string };

const looked = 500;
const anyDay = '2000-07-01';

/** What is wrong with the caller's files reaches the caller as words; all else is a fault of ours and keeps its stack. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InputFault ? new Mistake(error.message) : error;
  }
}

export function readJson(path: string): unknown {
  const { encoding } = beginningOf(path);
  try {
    return JSON.parse(readFileSync(path, encoding).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Mistake(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

async function mappingOf(sheet: Spreadsheet, side: Side, choice: FileChoice): Promise<FileMapping> {
  const given = choice.mapping ? parseMapping(readJson(choice.mapping))[side] : guessMapping(sheet.header, await sampleOf(sheet, looked));
  const mapping = { ...given, id: choice.id ?? given.id, truth: choice.truth ?? given.truth };
  checkColumns(mapping, sheet.header, sheet.path);
  const columns = new Map([...mapping.columns].filter(([column]) => column !== mapping.id && column !== mapping.truth));
  const told = [...columns].map(([column, aspect]) => `${column} = ${aspect}`).join(', ');
  const truth = mapping.truth === null ? '' : `; truth ${mapping.truth}`;
  say(`${sheet.path}: ${choice.mapping ? 'mapped' : 'guessed'}: id ${mapping.id ?? '(row number)'}; ${told || 'nothing'}${truth}`);
  const unread = sheet.header.filter((column) => !columns.has(column) && column !== mapping.id && column !== mapping.truth);
  if (unread.length > 0) say(`${sheet.path}: not compared: ${unread.join(', ')}`);
  const read = { ...mapping, columns };
  checkNamed(sheet, read, choice.mapping !== undefined);
  return read;
}

const nameAspects: readonly ColumnAspect[] = ['name', 'given-name', 'surname'];

/** A mapping to copy and mend, from the caller's own headers. */
function exampleFor(header: readonly string[]): string {
  const columns = Object.fromEntries(header.slice(0, 3).map((column, at) => [column, (['name', 'father', 'age'] as const)[at]!]));
  return JSON.stringify({ columns });
}

/** Without a name nearly every pair would be wrong or missed, and nobody would be told why. Whoever has no names says so by a mapping. */
function checkNamed(sheet: Spreadsheet, { columns }: FileMapping, mapped: boolean): void {
  if ([...columns.values()].some((aspect) => nameAspects.includes(aspect))) return;
  if (mapped) return void say(`WARNING: ${sheet.path}: no column is mapped to a name; pairs rest on the other columns alone`);
  const read = [...columns].map(([column, aspect]) => `${column} = ${aspect}`).join(', ') || 'nothing';
  throw new Mistake(
    `${sheet.path}: no column was recognised as a name. Read: ${read}. Its columns: ${sheet.header.join(', ')}. ` +
      `Say yourself which column is what in a file, and give it as --mapping map.json; for example (put your own in): ${exampleFor(sheet.header)}`,
  );
}

function warnOfLittle(records: Records): void {
  if (records.columns.size >= 2) return;
  say(
    `WARNING: only ${[...records.columns.keys()].map((field) => fieldWords[field]).join(', ')} can be compared; one column hardly tells people apart. ` +
      'If the files say more, map their columns (--mapping)',
  );
}

/** Ages that name no day are taken as told on one day if no file names any; beside birth dates or dated ages they cannot be compared. */
function datedAges(mappings: readonly FileMapping[], sheets: readonly Spreadsheet[]): readonly FileMapping[] {
  if (!mappings.some(agesWithoutDay)) return mappings;
  if (mappings.every(agesWithoutDay)) {
    say('ages say no day on which they were true: compared as if all were told on one day');
    return mappings.map((mapping) => ({ ...mapping, ageAsOf: anyDay }));
  }
  const file = sheets[mappings.findIndex(agesWithoutDay)]!.path;
  say(`${file}: its ages say no day on which they were true: not compared (map a column to age-as-of, or give "ageAsOf")`);
  return mappings;
}

/** How many there are. */
async function readRows(sheet: Spreadsheet, take: (row: readonly string[]) => void, { id }: FileMapping): Promise<number> {
  const idAt = id === null ? -1 : sheet.header.indexOf(id);
  const check = checkedIds(sheet.path, false);
  let count = 0;
  try {
    for await (const row of sheet.rows()) {
      take(row);
      count++;
      if (idAt >= 0) check.take(row[idAt]!.trim(), count);
    }
  } catch (error) {
    if (!(error instanceof InputFault) || error.rows.length === 0) throw error;
    throw new Mistake(`${error.message} (line ${(await sheet.linesOf(error.rows)).join(' and line ')} of the file)`);
  }
  if (count === 0) throw new Mistake(`${sheet.path} has a header but no rows`);
  await check.end((rows) => sheet.linesOf(rows));
  return count;
}

/** A mapping without `left` and `right` is for both files. Reads everything into memory. */
export async function loadRecords(choice: FileChoice): Promise<Records> {
  if (!choice.left) throw new Mistake('--left is missing: name a CSV, TSV or Parquet file');
  const sheets = [await openSpreadsheet(choice.left), ...(choice.right ? [await openSpreadsheet(choice.right)] : [])];
  const sides: readonly Side[] = ['left', 'right'];
  const read: FileMapping[] = [];
  for (const [at, sheet] of sheets.entries()) read.push(await mappingOf(sheet, sides[at]!, choice));
  const mappings = datedAges(read, sheets);
  const reading = openRecords(mappings[0]!, mappings[1] ?? null);
  for (const [at, sheet] of sheets.entries()) {
    say(`${sheet.path}: ${await readRows(sheet, reading.open(sides[at]!, sheet.header, sheet.path), mappings[at]!)} rows`);
  }
  const records = reading.finish();
  warnOfLittle(records);
  return records;
}
