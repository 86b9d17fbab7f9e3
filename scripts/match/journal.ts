// What an interrupted run had found: a folder beside the output with the outcomes so far and the pairs, each state written whole or not at all.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../src/linking/finding.ts';
import type { ScoredPairs } from '../../src/linking/pair-set.ts';

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

/** `of`: all that the result depends on; what was kept for something else is thrown away. */
export function openJournal(folder: string, of: string): Journal {
  const kept = existsSync(folder) ? read(folder, of) : { outcomes: [], pairs: null };
  let number = 0;
  return {
    kept,
    save(outcomes, pairs) {
      mkdirSync(folder, { recursive: true });
      const file = `pairs-${process.pid}-${number++}`;
      writeFileSync(join(folder, file), Buffer.concat(bytesOf(pairs)));
      const state: State = { of, outcomes, count: pairs.one.length, file };
      writeFileSync(join(folder, 'state.new'), JSON.stringify(state));
      renameSync(join(folder, 'state.new'), join(folder, 'state.json'));
      for (const other of readdirSync(folder)) if (other.startsWith('pairs-') && other !== file) rmSync(join(folder, other));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
