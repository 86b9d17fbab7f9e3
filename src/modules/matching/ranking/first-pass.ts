// The first pass over the names of a field: how much of both names' mass is shared, summed over the lists of alike words, block by block.
import type { Comparison } from './compare-names.ts';
import { shareWithInitials } from './initials-shared.ts';
import type { QueryName } from './query-name.ts';
import { type UniqueNames, countOf } from './unique-names.ts';
import { INITIAL, type Vocabulary } from './vocabulary.ts';

/** Names added up at once: their sums fit the processor's second-level cache. */
const BLOCK = 65536;
const steps = 1024;

const sums = new Float32Array(BLOCK);
const met = new Uint16Array(BLOCK);
const touched = new Uint32Array(BLOCK);

/** One list of names that bear a word: it gives each of them `worth`, unless the same word of the query gave already. */
type Source = { names: ArrayLike<number>; at: number; end: number; bit: number; worth: number };

function sourcesOf(query: QueryName, names: UniqueNames, vocabulary: Vocabulary): Source[] {
  const sources: Source[] = [];
  const { start, values } = names.byWord;
  query.words.forEach((word, number) => {
    for (let at = 0; at < word.words.length; at++) {
      const other = word.words[at]!;
      const worth = (word.alike[at]! * (word.mass + vocabulary.mass.data[other]!)) / 2;
      const bit = 1 << number;
      if (other + 1 < start.length && start[other + 1]! > start[other]!)
        sources.push({ names: values, at: start[other]!, end: start[other + 1]!, bit, worth });
      const late = names.lateByWord.get(other);
      if (late) sources.push({ names: late, at: 0, end: late.length, bit, worth });
    }
  });
  return sources;
}

/** Adds up one block; answers how many names were touched. */
function addUp(sources: readonly Source[], base: number): number {
  const limit = base + BLOCK;
  let count = 0;
  for (const source of sources) {
    const { names, end, bit, worth } = source;
    let at = source.at;
    while (at < end) {
      const name = names[at]!;
      if (name >= limit) break;
      at++;
      const here = name - base;
      const bits = met[here]!;
      if (bits & bit) continue;
      if (bits === 0) touched[count++] = here;
      met[here] = bits | bit;
      sums[here]! += worth;
    }
    source.at = at;
  }
  return count;
}

/** The best names, at least `most` of them where there are so many, not in order: numbers and shares of mass, 0 to 1. No other shares more than `least`. */
export type Reached = { names: number[]; shares: number[]; least: number };

export function firstPass(comparison: Comparison, most: number): Reached {
  const { query, names, vocabulary } = comparison;
  const initials = query.words.some(({ kind }) => kind === INITIAL);
  const theirs = names.initials.data;
  const sources = sourcesOf(query, names, vocabulary);
  const mass = names.mass.data;
  const perStep = new Uint32Array(steps + 1);
  const reached: Reached = { names: [], shares: [], least: 0 };
  let least = 0;
  let above = 0; // names kept at step `least` or better
  for (let base = 0; base < countOf(names); base += BLOCK) {
    const count = addUp(sources, base);
    for (let at = 0; at < count; at++) {
      const here = touched[at]!;
      const share =
        initials || theirs[base + here]! > 0
          ? shareWithInitials(comparison, base + here, sums[here]!, met[here]!)
          : Math.min(1, (2 * sums[here]!) / (query.mass + mass[base + here]!));
      sums[here] = 0;
      met[here] = 0;
      const step = (share * steps) | 0;
      if (step < least) continue;
      reached.names.push(base + here);
      reached.shares.push(share);
      perStep[step]!++;
      above++;
      while (above - perStep[least]! >= most) above -= perStep[least++]!;
    }
  }
  return cut(reached, least);
}

function cut(reached: Reached, least: number): Reached {
  const kept: Reached = { names: [], shares: [], least: least / steps };
  reached.shares.forEach((share, at) => {
    if (((share * steps) | 0) < least) return;
    kept.names.push(reached.names[at]!);
    kept.shares.push(share);
  });
  return kept;
}
