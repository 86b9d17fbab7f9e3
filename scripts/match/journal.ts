// What an interrupted run had found: a folder beside the output with the outcomes so far and the pairs, each state written whole or not at all.
import { lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../src/linking/finding.ts';
import type { ScoredPairs } from '../../src/linking/pair-set.ts';
import { Mistake } from './mistake.ts';
import { say } from './say.ts';

type Kept = { readonly outcomes: readonly Outcome[]; readonly pairs: ScoredPairs | null };
export type Journal = { readonly kept: Kept; save(outcomes: readonly Outcome[], pairs: ScoredPairs): void; close(): void };
type State = { readonly of: string; readonly outcomes: readonly Outcome[]; readonly count: number; readonly file: string };

/** One after the other: both records, bits, shared bits; four bytes each. */
function bytesOf({ one, other, bits, shared }: ScoredPairs): Uint8Array[] {
  return [one, other, bits, shared].map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
}

function pairsIn(path: string, count: number): ScoredPairs | null {
  const bytes = readFileSync(path);
  if (bytes.length !== 16 * count) return null;
  const part = (at: number): ArrayBuffer => new Uint8Array(bytes.subarray(4 * count * at, 4 * count * (at + 1))).buffer;
  return {
    one: new Uint32Array(part(0)),
    other: new Uint32Array(part(1)),
    bits: new Float32Array(part(2)),
    shared: new Float32Array(part(3)),
  };
}

function read(folder: string, of: string): Kept {
  const nothing = { outcomes: [], pairs: null };
  try {
    const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State;
    const pairs = state.of === of ? pairsIn(join(folder, state.file), state.count) : null;
    return pairs ? { outcomes: state.outcomes, pairs } : nothing;
  } catch {
    return nothing; // never begun, or of another time: begin anew
  }
}

const note = 'what-this-is.txt';
const noted =
  'What an interrupted run of `npm run match -- link` had found. Run it again with the same files to go on; delete the folder to begin anew.\n';
const isOurs = (name: string): boolean => name === note || /^(state\.(json|new)|pairs-\d+-\d+)$/.test(name);

/**
 * A folder is this command's own if it holds the note, word for word, and nothing this command does not write (or nothing at all). Anything else of
 * that name is somebody's: it is neither used nor erased.
 */
function checkOurs(folder: string): 'none' | 'ours' {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) return 'none';
  const foreign = (why: string): Mistake =>
    new Mistake(`${folder} stands where an interrupted run would be kept, and ${why}; move it away, or name another --out`);
  if (!found.isDirectory()) throw foreign('is no folder of this command');
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  // A link would have us write wherever it leads.
  const stranger = entries.find((entry) => !isOurs(entry.name) || !entry.isFile())?.name;
  if (stranger !== undefined) throw foreign(`holds "${stranger}", which this command did not write`);
  if (names.length > 0 && (!names.includes(note) || readFileSync(join(folder, note), 'utf8') !== noted))
    throw foreign('does not say that it is this command’s');
  return 'ours';
}

function clear(folder: string): void {
  if (checkOurs(folder) === 'none') return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  rmdirSync(folder);
}

/** Call it before anything is read. */
export function checkJournal(folder: string): void {
  checkOurs(folder);
}

/** `of`: all that the result depends on; what was kept for something else is thrown away. */
export function openJournal(folder: string, of: string): Journal {
  const there = checkOurs(folder) === 'ours';
  const kept = there ? read(folder, of) : { outcomes: [], pairs: null };
  if (there && !kept.pairs) say(`${folder} was kept for other files or settings, or not to the end: beginning anew`);
  let number = 0;
  return {
    kept,
    save(outcomes, pairs) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, note), noted);
      const file = `pairs-${process.pid}-${number++}`;
      writeFileSync(join(folder, file), Buffer.concat(bytesOf(pairs)));
      const state: State = { of, outcomes, count: pairs.one.length, file };
      writeFileSync(join(folder, 'state.new'), JSON.stringify(state));
      renameSync(join(folder, 'state.new'), join(folder, 'state.json'));
      for (const other of readdirSync(folder))
        if (isOurs(other) && other.startsWith('pairs-') && other !== file) rmSync(join(folder, other));
    },
    close: () => clear(folder),
  };
}
