// Reads a spreadsheet row by row: CSV, TSV (any of , ; | tab, told from the first line) or Parquet. The first row must be the header.
import { closeSync, createReadStream, existsSync, openSync, readSync, statSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Mistake } from './mistake.ts';

export type Spreadsheet = { readonly path: string; readonly header: readonly string[]; rows(): AsyncIterable<readonly string[]> };

const rowsBetweenLooks = 20_000;
const fullHeap = 0.85;
const parquetRows = 50_000;

function firstLine(path: string): string {
  const buffer = Buffer.alloc(65_536);
  const file = openSync(path, 'r');
  const length = readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  return buffer
    .toString('utf8', 0, length)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1)[0]!;
}

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
      if (count % 200_000 === 0) process.stderr.write(`${path}: ${count} rows read\n`);
    }
    yield row;
  }
}

function delimited(path: string): Spreadsheet {
  const line = firstLine(path);
  if (line.trim() === '') throw new Mistake(`${path} is empty, or does not begin with a header row`);
  const delimiter = delimiterOf(line);
  const quote = delimiter === '\t' ? null : '"';
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, quote, from_line: 2 };
  return {
    path,
    header: line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1')),
    rows: () => within(path, createReadStream(path).pipe(parse(options))),
  };
}

async function parquet(path: string): Promise<Spreadsheet> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const total = Number(metadata.num_rows);
  const header = metadata.schema.slice(1).map(({ name }) => name);
  async function* rows(): AsyncIterable<readonly string[]> {
    for (let from = 0; from < total; from += parquetRows) {
      const part = await parquetReadObjects({ file, metadata, compressors, rowStart: from, rowEnd: Math.min(total, from + parquetRows) });
      for (const row of part) yield header.map((name) => textOf(row[name]));
    }
  }
  return { path, header, rows: () => within(path, rows()) };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | bigint | boolean);
}

export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Mistake(`there is no file ${path}`);
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
