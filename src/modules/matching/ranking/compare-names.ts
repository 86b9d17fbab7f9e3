// Compares a name that is asked for with one of the unique names in full: words in any order, initials, joined and split words, rare words counting more.
import { soundSimilarity } from '../../../kernel/names/index.ts';
import type { QueryName, QueryWord } from './query-name.ts';
import { type UniqueNames, countOf } from './unique-names.ts';
import { INITIAL, type Vocabulary } from './vocabulary.ts';

/** A name asked for, with how alike each word of the vocabulary is to each of its words: a row per word of the vocabulary, filled when first met. */
export type Comparison = {
  query: QueryName;
  names: UniqueNames;
  vocabulary: Vocabulary;
  rows: Map<number, Float32Array>;
  shares: Map<number, number>;
};

/** What an initial counts for when it begins the other word. */
const initialAlike = 0.75;
const initialMass = 2;
/** A word alike by a half is weak evidence: likeness counts with this power. */
const sharpness = 1.5;
/** Of a name's likeness, the part that does not mind words the other side left out. */
const lenience = 0.3;
/** Weight of the commonest word beside one met once. */
const leastWeight = 0.45;

export function startComparison(query: QueryName, names: UniqueNames, vocabulary: Vocabulary): Comparison {
  const rows = new Map<number, Float32Array>();
  query.words.forEach((word, number) => {
    for (let at = 0; at < word.words.length; at++) {
      let row = rows.get(word.words[at]!);
      if (row === undefined) rows.set(word.words[at]!, (row = new Float32Array(query.words.length)));
      row[number] = word.alike[at]!;
    }
  });
  return { query, names, vocabulary, rows, shares: new Map() };
}

function rowOf(comparison: Comparison, word: number): Float32Array {
  const known = comparison.rows.get(word);
  if (known) return known;
  const phonemes = comparison.vocabulary.phonemes[word]!;
  const initial = comparison.vocabulary.kind.data[word] === INITIAL;
  const row = Float32Array.from(comparison.query.words, (own) =>
    initial || own.kind === INITIAL || own.extra ? 0 : soundSimilarity(own.phonemes, phonemes),
  );
  comparison.rows.set(word, row);
  return row;
}

/** Share of both names' mass that is alike, as the first pass reckons it. */
export function quickShare(comparison: Comparison, name: number): number {
  const known = comparison.shares.get(name);
  if (known !== undefined) return known;
  const { query, names, vocabulary, rows } = comparison;
  const best = new Float32Array(query.words.length);
  for (let at = names.start.data[name]!; at < names.start.data[name + 1]!; at++) {
    const row = rows.get(names.words.data[at]!);
    if (row === undefined) continue;
    const mass = vocabulary.mass.data[names.words.data[at]!]!;
    for (let word = 0; word < best.length; word++) {
      const worth = (row[word]! * (query.words[word]!.mass + mass)) / 2;
      if (worth > best[word]!) best[word] = worth;
    }
  }
  let sum = 0;
  for (const worth of best) sum += worth;
  const share = Math.min(1, (2 * sum) / (query.mass + names.mass.data[name]!));
  comparison.shares.set(name, share);
  return share;
}

/** Rare words tell more: 1 for a word met once, `leastWeight` for one in every name. */
function rarity(comparison: Comparison, uses: number): number {
  const all = Math.log(countOf(comparison.names) + 2);
  return leastWeight + (1 - leastWeight) * (1 - Math.log(Math.min(uses, countOf(comparison.names)) + 1) / all);
}

type Pair = { alike: number; initial: boolean };

function pairOf(own: QueryWord, alike: number, other: string, otherKind: number): Pair {
  const initial = (own.kind === INITIAL) !== (otherKind === INITIAL) && !own.extra;
  if (!initial) return { alike, initial };
  const begins = own.phonemes[0]!.toLowerCase() === other[0]!.toLowerCase();
  return { alike: begins ? initialAlike : 0, initial };
}

/** How alike the two names are, 0 to 1. */
export function fullLikeness(comparison: Comparison, name: number): number {
  const { query, names, vocabulary } = comparison;
  const words = names.words.data.subarray(names.start.data[name]!, names.start.data[name + 1]!);
  const weights = Array.from(words, (word) => vocabulary.mass.data[word]! * rarity(comparison, vocabulary.uses.data[word]!));
  const ownWeights = query.words.map((own) => own.mass * rarity(comparison, own.alike[0] === 1 ? vocabulary.uses.data[own.words[0]!]! : 1));
  let [mine, theirs] = [0, 0];
  for (let at = 0; at < query.own; at++) mine += ownWeights[at]!;
  for (const weight of weights) theirs += weight;
  let [sum, taken, takenByParts, takenThere] = [0, 0, 0, 0];
  for (;;) {
    let best = 0;
    let [bestOwn, bestThere, bestInitial, bestAlike] = [-1, -1, false, 0];
    for (let there = 0; there < words.length; there++) {
      if (takenThere & (1 << there)) continue;
      const row = rowOf(comparison, words[there]!);
      for (let at = 0; at < query.words.length; at++) {
        const own = query.words[at]!;
        const isPart = own.extra && at >= query.own && (own.covers & (own.covers - 1)) === 0;
        if (own.covers & taken || (!isPart && own.covers & takenByParts)) continue;
        const pair = pairOf(own, row[at]!, vocabulary.phonemes[words[there]!]!, vocabulary.kind.data[words[there]!]!);
        const weight = pair.initial ? initialMass : (ownWeights[at]! + weights[there]!) / 2;
        const gain = pair.alike ** sharpness * weight;
        if (gain > best) [best, bestOwn, bestThere, bestInitial, bestAlike] = [gain, at, there, pair.initial, pair.alike];
      }
    }
    if (best === 0 || bestAlike === 0) break;
    const own = query.words[bestOwn]!;
    sum += best;
    if (bestInitial) {
      mine += initialMass - ownWeights[bestOwn]!;
      theirs += initialMass - weights[bestThere]!;
    }
    takenThere |= 1 << bestThere;
    if (own.extra && (own.covers & (own.covers - 1)) === 0) takenByParts |= own.covers;
    else taken |= own.covers;
  }
  const both = Math.min(1, (2 * sum) / (mine + theirs));
  return (1 - lenience) * both + lenience * Math.min(1, sum / Math.max(1, Math.min(mine, theirs)));
}
