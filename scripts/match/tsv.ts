// Reads tab-separated files a row at a time, so that their size does not matter; says which line is wrong and why.
import { createReadStream, statSync } from 'node:fs';
import { beginningOf } from './encoding.ts';
import { Mistake } from './mistake.ts';
import { say } from './say.ts';

export type TextRow = { id: string; text: string; line: number };

const everyRows = 100_000;
/** Letters. A longer line is no line. */
const longestLine = 4_000_000;

export function requireFile(option: string, path: string | undefined): string {
  if (!path) throw new Mistake(`--${option} is missing: say which file`);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`--${option} ${path}: there is no such file`);
  if (!found.isFile()) throw new Mistake(`--${option} ${path}: this is not a file`);
  return path;
}

/** Lines end with a line feed, and nowhere else: other signs that end lines on a page may stand in a text. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const { encoding } = beginningOf(path);
  let [rest, count] = ['', 0];
  for await (const chunk of createReadStream(path, { encoding }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    count += lines.length;
    if (rest.length > longestLine) throw new Mistake(`${path}, line ${count + 1}: longer than ${longestLine} letters; is this a text?`);
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function checkHeader(path: string, row: string, idName: string): void {
  const [first, ...rest] = row.split('\t');
  if (rest.length > 0 && first!.trim().toLowerCase() === idName && !row.includes('\r')) return;
  const ends = row.includes('\r') ? '. Its lines end with a carriage return alone: save it with ordinary line ends' : '';
  throw new Mistake(`${path}: the first line must be the header "${idName} TAB text", not "${row.slice(0, 60)}"${ends}`);
}

/** Rows of `id TAB text` under a header whose first word is `idName`. Empty lines are passed over; spaces around an id are no part of it. */
export async function* readTextRows(path: string, idName: string): AsyncGenerator<TextRow> {
  let line = 0;
  for await (const raw of linesOf(path)) {
    line++;
    const row = (line === 1 ? raw.replace(/^\uFEFF/, '') : raw).replace(/\r$/, '');
    if (line === 1) {
      checkHeader(path, row, idName);
      continue;
    }
    if (row.trim() === '') continue;
    const tab = row.indexOf('\t');
    const id = (tab < 0 ? row : row.slice(0, tab)).trim();
    if (id === '') throw new Mistake(`${path}, line ${line}: the ${idName} is empty`);
    if (line % everyRows === 0) say(`${path}: ${line} lines`);
    yield { id, text: tab < 0 ? '' : row.slice(tab + 1), line };
  }
  if (line === 0) throw new Mistake(`${path}: the file is empty; its first line must be the header "${idName} TAB text"`);
}
