// Where a verb writes. All places are checked before work begins; a file is written beside its place and put there whole, so that nobody takes half an answer for one.
import { randomBytes } from 'node:crypto';
import {
  type Stats,
  accessSync,
  closeSync,
  constants,
  createWriteStream,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Mistake } from './mistake.ts';

/** By option (`--out`), or by what else it is called in a sentence. */
type Places = Readonly<Record<string, string | undefined>>;

/** Text gathered before it is handed to the disk. */
const gathered = 65_536;

const isFileFault = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error;

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new Mistake(`${path}: cannot be reached (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** One text for one file, whatever the path to it. */
function keyOf(path: string): string {
  const found = lookAt(path);
  if (found) return `${found.dev}/${found.ino}`;
  const folder = dirname(path);
  return join(lookAt(folder) ? realpathSync(folder) : folder, basename(path));
}

const besideName = (): string => `.match-${randomBytes(6).toString('hex')}.part`;

function checkWritable(option: string, path: string): void {
  const folder = dirname(path);
  const around = lookAt(folder);
  if (!around) throw new Mistake(`${option} ${path}: there is no folder ${folder}; make it first`);
  if (!around.isDirectory()) throw new Mistake(`${option} ${path}: ${folder} is not a folder`);
  const found = lookAt(path);
  if (found?.isDirectory() || /[/\\]$/.test(path)) throw new Mistake(`${option} ${path}: this is a folder; name a file in it`);
  try {
    if (found) accessSync(path, constants.W_OK);
    if (found && !found.isFile()) return;
    const probe = join(found ? dirname(realpathSync(path)) : folder, besideName());
    closeSync(openSync(probe, 'wx'));
    rmSync(probe);
  } catch (error) {
    throw new Mistake(`${option} ${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Every output can be written, and is neither a file that is read nor another output. Call it before anything is read. */
export function checkOutputs(outputs: Places, others: Places): void {
  const taken = new Map<string, string>();
  for (const [name, path] of Object.entries(others)) if (path) taken.set(keyOf(path), name);
  for (const [option, path] of Object.entries(outputs)) {
    if (path === undefined) continue;
    if (path === '') throw new Mistake(`${option} is empty: say where to write`);
    checkWritable(option, path);
    const key = keyOf(path);
    // What is no file (a pipe, a device) keeps nothing that could be lost.
    const other = lookAt(path)?.isFile() === false ? undefined : taken.get(key);
    if (other) throw new Mistake(`${option} ${path} is ${other} as well, and would be written over; name another file`);
    taken.set(key, option);
  }
}

async function* inParts(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const line of lines) {
    part += `${line}\n`;
    if (part.length < gathered) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}

/** Takes away what was begun if the command is stopped at the keyboard or told to end. */
function whenStopped(clear: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    clear();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}

/** The file is there whole once this is done; before, and if it fails, it is what it was. */
export async function writeLines(path: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const found = lookAt(path);
  if (found && !found.isFile()) return filled(path, path, 'w', lines);
  const place = found ? realpathSync(path) : path;
  const beside = join(dirname(place), besideName());
  const clear = (): void => rmSync(beside, { force: true });
  const done = whenStopped(clear);
  try {
    await filled(path, beside, 'wx', lines, found?.mode);
    renameSync(beside, place);
  } catch (error) {
    clear();
    throw isFileFault(error) ? new Mistake(`${path}: cannot be written (${error.code})`) : error;
  } finally {
    done();
  }
}

async function filled(
  path: string,
  at: string,
  flags: 'w' | 'wx',
  lines: Iterable<string> | AsyncIterable<string>,
  mode = 0o666,
): Promise<void> {
  try {
    await pipeline(inParts(lines), createWriteStream(at, { flags, mode }));
  } catch (error) {
    throw isFileFault(error) ? new Mistake(`${path}: cannot be written (${error.code})`) : error;
  }
}
