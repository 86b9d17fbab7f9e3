// A table of the past (CSV, plain or gzip), streamed: some hundred FIRs at a time become messages of the contract, bad rows are named with their reason.
import type { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { Instant } from '../../../kernel/time.ts';
import type { Node } from '../trust/node.ts';
import type { Batch } from './file.ts';
import { type Column, readHeader } from './table-columns.ts';
import { type Row, type Wrong, readFir } from './table-rows.ts';

/** A row longer than this is a quote that was never closed. */
const LONGEST_ROW = 1024 * 1024;
type Parsed = { record: string[]; info: { lines: number } };

const keyOf = ({ cells }: Row): string => [cells.district, cells.station, cells.paper_kind, cells.year, cells.number].join('\n');

/** `after`: the line up to which an earlier run kept it. A batch ends with an FIR, so that none is torn. */
export async function* batchesOfTable(
  bytes: Readable,
  { size, after, node, now }: { size: number; after: number; node: Node; now: Instant },
): AsyncGenerator<Batch> {
  let broken: Wrong[] = [];
  const parser = bytes.pipe(
    parse({ bom: true, info: true, trim: true, skip_empty_lines: true, skip_records_with_error: true, max_record_size: LONGEST_ROW }),
  );
  bytes.on('error', (error) => parser.destroy(error));
  parser.on('skip', (error: CsvError) => {
    const line = Number(error['lines'] ?? 0);
    if (line > after) broken.push({ line, reason: 'broken-row', path: '' });
  });
  let columns: Column[] | undefined;
  let fir: Row[] = [];
  let [messages, lines, wrongs, upTo]: [string[], number[], Wrong[], number] = [[], [], [], after];
  const endFir = (): void => {
    if (fir.length === 0) return;
    const read = readFir(fir, node, now);
    for (const { line, message } of read.messages) {
      messages.push(JSON.stringify(message));
      lines.push(line);
    }
    wrongs.push(...read.wrongs);
    upTo = fir.at(-1)!.line;
    fir = [];
  };
  const batch = (): Batch => {
    const [ofMessages, here] = [lines, broken.filter(({ line }) => line <= upTo)];
    const rejects = [...wrongs, ...here].toSorted((one, other) => one.line - other.line);
    const done = { upTo, raw: Buffer.from(messages.map((text) => `${text}\n`).join('')), lineOf: (position: number) => ofMessages[position - 1]!, rejects };
    [messages, lines, wrongs] = [[], [], []];
    broken = broken.filter(({ line }) => line > upTo);
    return done;
  }; // prettier-ignore
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    if (!columns) {
      columns = columnsOf(record);
      continue;
    }
    if (info.lines <= after) continue;
    const row = { line: info.lines, cells: Object.fromEntries(columns.map((column, at) => [column, record[at]!])) };
    if (fir.length > 0 && keyOf(fir[0]!) !== keyOf(row)) {
      endFir();
      if (messages.length >= size) yield batch();
    }
    fir.push(row);
  }
  endFir();
  upTo = Math.max(upTo, ...broken.map(({ line }) => line));
  if (upTo > after) yield batch();
}

function columnsOf(record: readonly string[]): Column[] {
  const header = readHeader(record);
  if (Array.isArray(header)) return header;
  const { missing, unknown } = header;
  throw new Error(`The first line is not the header of a table of the past. Missing: ${missing.join(', ') || 'none'}. Unknown or twice: ${unknown.join(', ') || 'none'}.`); // prettier-ignore
}
