// Reads a spreadsheet row by row: CSV, TSV (any of , ; | tab, told from the first line) or Parquet. The first row must be the header.
import { createReadStream, statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { beginningOf } from './encoding.ts';
import { Mistake } from './mistake.ts';
import { say } from './say.ts';

/** `linesOf`: the lines of the file that rows end on, rows counted from 1 below the header. */
export type Spreadsheet = {
  readonly path: string;
  readonly header: readonly string[];
  rows(): AsyncIterable<readonly string[]>;
  linesOf(rows: readonly number[]): Promise<readonly number[]>;
};

const rowsBetweenLooks = 20_000;
const fullHeap = 0.85;
const parquetRows = 50_000;
/** A row longer than this is a quote that was never closed. */
const longestRow = 4_000_000;
/** As much of a file is looked at before it is read: a longer first line would be cut. */
const longestHeader = 60_000;
/** A file takes about so many times its size, so a larger part of the memory cannot be read. */
const mostOfMemory = 0.5;

function delimiterOf(line: string): string {
  const counts = ['\t', ',', ';', '|'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]![0];
}

/** All rows are held in memory while pairs are sought. A file too large is refused in words before the engine would die of it. */
async function* within(path: string, rows: AsyncIterable<readonly string[]>): AsyncIterable<readonly string[]> {
  let count = 0;
  for await (const row of rows) {
    if (++count % rowsBetweenLooks === 0) {
      const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
      if (used > fullHeap * limit) {
        throw new Mistake(
          `${path}: memory is full after ${count} rows (limit ${Math.round(limit / 1_048_576)} MB). Give more with NODE_OPTIONS=--max-old-space-size=<megabytes>, or split the files (by State or by year of birth)`,
        );
      }
      if (count % 200_000 === 0) say(`${path}: ${count} rows read`);
    }
    yield row;
  }
}

/** Faults of the file itself, such as a quote that never ends, in words. */
async function* inOrder(path: string, rows: AsyncIterable<readonly string[]>): AsyncIterable<readonly string[]> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof CsvError) throw new Mistake(`${path} cannot be read as a table: ${error.message}`);
    throw error;
  }
}

function delimited(path: string): Spreadsheet {
  const { text, encoding } = beginningOf(path);
  const line = text.split(/\r?\n/, 1)[0]!;
  if (line.length >= longestHeader) throw new Mistake(`${path}: its first line is longer than ${longestHeader} letters; is this a table?`);
  if (line.trim() === '') throw new Mistake(`${path} is empty, or does not begin with a header row`);
  const delimiter = delimiterOf(line);
  const quote = delimiter === '\t' ? null : '"';
  const reading = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, quote };
  const header = (parseAtOnce(line, reading) as string[][])[0] ?? [];
  const options = { ...reading, from_line: 2, max_record_size: longestRow };
  return {
    path,
    header: header.map((name) => name.replace(/^\uFEFF/, '').trim()),
    rows: () => within(path, inOrder(path, createReadStream(path, encoding).pipe(parse(options)))),
    linesOf: async (rows) => {
      const lines = new Map<number, number>();
      const counted = createReadStream(path, encoding).pipe(parse({ ...options, info: true }));
      const last = Math.max(...rows);
      let row = 0;
      for await (const { info } of counted as AsyncIterable<{ info: { lines: number } }>) {
        if (rows.includes(++row)) lines.set(row, info.lines);
        if (row >= last) break;
      }
      return rows.map((one) => lines.get(one)!);
    },
  };
}

/** The reader faults in many ways on a file cut short, damaged, or only called so. */
function noParquet(path: string, error: unknown): Mistake {
  return new Mistake(`${path} cannot be read as Parquet: ${(error as Error).message}`);
}

async function parquet(path: string): Promise<Spreadsheet> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => Promise.reject(noParquet(path, error)));
  const total = Number(metadata.num_rows);
  const header = metadata.schema.slice(1).map(({ name }) => name);
  async function* rows(): AsyncIterable<readonly string[]> {
    for (let from = 0; from < total; from += parquetRows) {
      const part = await parquetReadObjects({
        file,
        metadata,
        compressors,
        rowStart: from,
        rowEnd: Math.min(total, from + parquetRows),
      }).catch((error: unknown) => Promise.reject(noParquet(path, error)));
      for (const row of part) yield header.map((name) => textOf(row[name]));
    }
  }
  return { path, header, rows: () => within(path, rows()), linesOf: async (asked) => asked };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | bigint | boolean);
}

export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`there is no file ${path}`);
  if (!found.isFile()) throw new Mistake(`${path} is not a file`);
  const [size, memory] = [found.size, getHeapStatistics().heap_size_limit];
  if (size > mostOfMemory * memory) {
    const inWords = (bytes: number): string => `${(bytes / 1_073_741_824).toFixed(1)} GB`;
    throw new Mistake(
      `${path} is ${inWords(size)}; at most ${inWords(mostOfMemory * memory)} can be read with the memory there is. Give more with NODE_OPTIONS=--max-old-space-size=<megabytes>, or split the file (by State or by year of birth)`,
    );
  }
  const sheet = /\.parquet$/i.test(path) ? await parquet(path) : delimited(path);
  const twice = sheet.header.find((name, at) => sheet.header.indexOf(name) !== at);
  if (twice !== undefined) throw new Mistake(`${path} has two columns called "${twice}"; give them different names`);
  return sheet;
}

/** The first `count` rows, for guessing what the columns say. */
export async function sampleOf(sheet: Spreadsheet, count: number): Promise<(readonly string[])[]> {
  const sample: (readonly string[])[] = [];
  for await (const row of sheet.rows()) {
    sample.push(row);
    if (sample.length >= count) break;
  }
  return sample;
}
