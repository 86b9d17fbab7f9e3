// Reads and writes tab-separated files a row at a time, so that their size does not matter; says which line is wrong and why.
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Mistake } from './mistake.ts';

export type TextRow = { id: string; text: string };

const everyRows = 100_000;

export function requireFile(option: string, path: string | undefined): string {
  if (!path) throw new Mistake(`--${option} is missing: say which file`);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`--${option} ${path}: there is no such file`);
  if (!found.isFile()) throw new Mistake(`--${option} ${path}: this is not a file`);
  return path;
}

/** Rows of `id TAB text` under a header whose first word is `idName`. Empty lines are passed over; progress goes to stderr. */
export async function* readTextRows(path: string, idName: string): AsyncGenerator<TextRow> {
  let line = 0;
  for await (const raw of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    const row = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    const tab = row.indexOf('\t');
    const id = (tab < 0 ? row : row.slice(0, tab)).trim();
    if (line === 1) {
      if (tab < 0 || id.toLowerCase() !== idName)
        throw new Mistake(`${path}: the first line must be the header "${idName} TAB text", not "${row.slice(0, 60)}"`);
      continue;
    }
    if (row.trim() === '') continue;
    if (id === '') throw new Mistake(`${path}, line ${line}: the ${idName} is empty`);
    if (line % everyRows === 0) process.stderr.write(`${path}: ${line} lines\n`);
    yield { id, text: tab < 0 ? '' : row.slice(tab + 1) };
  }
  if (line === 0) throw new Mistake(`${path}: the file is empty; its first line must be the header "${idName} TAB text"`);
}

/** Writes lines to a file; waits when the disk is slower. Call `end` to be sure all is written. */
export async function startLines(path: string): Promise<{ write: (line: string) => Promise<void>; end: () => Promise<void> }> {
  const out = createWriteStream(path);
  try {
    await once(out, 'open');
  } catch (error) {
    throw new Mistake(`--out ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
  return {
    async write(line) {
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    },
    async end() {
      out.end();
      await finished(out);
    },
  };
}
