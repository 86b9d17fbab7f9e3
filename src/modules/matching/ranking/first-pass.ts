// The first pass over the names of a field: how much of both names' mass is shared, summed over the lists of alike words, block by block.
import type { Comparison } from './compare-names.ts';
import { shareWithInitials } from './initials-shared.ts';
import type { QueryName } from './query-name.ts';
import { type UniqueNames, countOf, justName } from './unique-names.ts';
import { INITIAL, type Vocabulary } from './vocabulary.ts';

/** Names added up at once: their sums fit the processor's second-level cache. */
const BLOCK = 65536;
const steps = 1024;

const sums = new Float32Array(BLOCK);
const met = new Uint16Array(BLOCK);
const touched = new Uint32Array(BLOCK);
const weighing = new Uint8Array(BLOCK);

/** One list of names that bear a word: it gives each of them `worth`, unless the same word of the query gave already. */
type Source = { names: ArrayLike<number>; masses: Uint8Array; at: number; end: number; bit: number; worth: number };

function sourcesOf(query: QueryName, names: UniqueNames, vocabulary: Vocabulary): Source[] {
  const sources: Source[] = [];
  const { start, values } = names.byWord;
  const massOf = (name: number): number => names.mass.data[name & justName]!;
  query.words.forEach((word, number) => {
    for (let at = 0; at < word.words.length; at++) {
      const other = word.words[at]!;
      const worth = (word.alike[at]! * (word.mass + vocabulary.mass.data[other]!)) / 2;
      const bit = 1 << number;
      if (other + 1 < start.length && start[other + 1]! > start[other]!)
        sources.push({ names: values, masses: names.byWordMass, at: start[other]!, end: start[other + 1]!, bit, worth });
      const late = names.lateByWord.size > 0 ? names.lateByWord.get(other) : undefined;
      if (late) sources.push({ names: late, masses: Uint8Array.from(late, massOf), at: 0, end: late.length, bit, worth });
    }
  });
  return sources;
}

/** Adds up one block; answers how many names were touched: in `touched`, less `base`, still marked if they hold initials;
 * their masses in `weighing`. */
function addUp(sources: readonly Source[], base: number): number {
  let count = 0;
  for (const source of sources) {
    const { names, masses, end, bit, worth } = source;
    let at = source.at;
    while (at < end) {
      const name = names[at]!;
      const here = (name & justName) - base;
      if (here >= BLOCK) break;
      const bits = met[here]!;
      if (bits === 0) {
        touched[count] = name - base;
        weighing[count++] = masses[at]!;
      }
      at++;
      if (bits & bit) continue;
      met[here] = bits | bit;
      sums[here]! += worth;
    }
    source.at = at;
  }
  return count;
}

/**
 * The best names, at least `most` of them where there are so many, best first (to a step): numbers and shares of mass, 0 to 1. No other shares more
 * than `least`.
 */
export type Reached = { names: Uint32Array; shares: Float64Array; least: number };

export function firstPass(comparison: Comparison, most: number): Reached {
  const { query, names, vocabulary } = comparison;
  const initials = query.words.some(({ kind }) => kind === INITIAL);
  const sources = sourcesOf(query, names, vocabulary);
  const perStep = new Uint32Array(steps + 1);
  const reached: number[] = [];
  const shares: number[] = [];
  let least = 0;
  let above = 0; // names kept at step `least` or better
  for (let base = 0; base < countOf(names); base += BLOCK) {
    const count = addUp(sources, base);
    for (let at = 0; at < count; at++) {
      const here = touched[at]! & justName;
      const sum = sums[here]!;
      const bits = met[here]!;
      sums[here] = 0;
      met[here] = 0;
      const some = initials || here !== touched[at];
      const share = some ? shareWithInitials(comparison, base + here, sum, bits) : Math.min(1, (2 * sum) / (query.mass + weighing[at]!));
      const step = (share * steps) | 0;
      if (step < least) continue;
      reached.push(base + here);
      shares.push(share);
      perStep[step]!++;
      above++;
      while (above - perStep[least]! >= most) above -= perStep[least++]!;
    }
  }
  return bestFirst(reached, shares, perStep, least, above);
}

/** Those at step `least` or better, in order of steps. */
function bestFirst(reached: readonly number[], shares: readonly number[], perStep: Uint32Array, least: number, count: number): Reached {
  const kept: Reached = { names: new Uint32Array(count), shares: new Float64Array(count), least: least / steps };
  const places = new Uint32Array(steps + 1);
  for (let step = steps - 1; step >= least; step--) places[step] = places[step + 1]! + perStep[step + 1]!;
  for (let at = 0; at < reached.length; at++) {
    const step = (shares[at]! * steps) | 0;
    if (step < least) continue;
    const place = places[step]!++;
    kept.names[place] = reached[at]!;
    kept.shares[place] = shares[at]!;
  }
  return kept;
}
