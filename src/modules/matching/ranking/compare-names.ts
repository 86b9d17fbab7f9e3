// Compares a name that is asked for with one of the unique names in full: words in any order, initials, joined and split words, rare words counting more.
import { mayBegin, soundSimilarity } from '../../../kernel/names/index.ts';
import type { QueryName } from './query-name.ts';
import { type UniqueNames, countOf } from './unique-names.ts';
import { INITIAL, type Vocabulary } from './vocabulary.ts';

/**
 * A name asked for, made ready to be compared with many. `places`: by word of the vocabulary, where its row stands in `alike`, which tells how alike
 * it is to each word of the query; 0 for the most that are not. `sharp`: rows for the full comparison, sharpened, with the word's own weight at the end;
 * filled when a word is first met, and found by `rows`.
 */
export type Comparison = {
  query: QueryName;
  names: UniqueNames;
  vocabulary: Vocabulary;
  masses: Float64Array;
  weights: number[];
  weight: number;
  places: Uint16Array;
  alike: Float32Array;
  rows: Map<number, number>;
  sharp: Float64Array;
};

/** What an initial counts for when it begins the other word. */
export const initialAlike = 0.9;
export const initialMass = 2;
/** A word alike by a half is weak evidence: likeness counts with the power of one and a half. */
function sharpened(alike: number): number {
  return alike * Math.sqrt(alike);
}

/** Of a name's likeness, the part that does not mind words the other side left out. */
const lenience = 0.3;
/** Weight of the commonest word beside one met once. */
const leastWeight = 0.45;

/** Room for so many rows at first. */
const firstRows = 512;

/** Rare words tell more: 1 for a word met once, `leastWeight` for one in every name. */
function rarity(names: UniqueNames, uses: number): number {
  const all = countOf(names);
  return leastWeight + (1 - leastWeight) * (1 - Math.log(Math.min(uses, all) + 1) / Math.log(all + 2));
}

/** `places` must be all zero and as long as the vocabulary; `endComparison` leaves it so for the next. */
export function startComparison(query: QueryName, names: UniqueNames, vocabulary: Vocabulary, places: Uint16Array): Comparison {
  const width = query.words.length;
  const total = query.words.reduce((sum, word) => sum + word.words.length, 1);
  const alike = new Float32Array(total * width);
  let used = 0;
  query.words.forEach((word, number) => {
    for (let at = 0; at < word.words.length; at++) {
      const place = places[word.words[at]!] || (places[word.words[at]!] = ++used);
      alike[place * width + number] = word.alike[at]!;
    }
  });
  const weights = query.words.map((own) => own.mass * rarity(names, own.alike[0] === 1 ? vocabulary.uses.data[own.words[0]!]! : 1));
  const weight = weights.slice(0, query.own).reduce((sum, one) => sum + one, 0);
  const masses = Float64Array.from(query.words, (own) => own.mass);
  return {
    query,
    names,
    vocabulary,
    masses,
    weights,
    weight,
    places,
    alike,
    rows: new Map(),
    sharp: new Float64Array(firstRows * (width + 1)),
  };
}

export function endComparison({ query, places }: Comparison): void {
  for (const { words } of query.words) for (const word of words) places[word] = 0;
}

/** Where in `sharp` the row of a word begins. */
function rowOf(comparison: Comparison, word: number): number {
  const known = comparison.rows.get(word);
  return known === undefined ? fillRow(comparison, word) : known;
}

function fillRow(comparison: Comparison, word: number): number {
  const { query, vocabulary } = comparison;
  const phonemes = vocabulary.phonemes[word]!;
  const initial = vocabulary.kind.data[word] === INITIAL;
  const place = comparison.places[word]! * query.words.length;
  const width = query.words.length;
  const row = comparison.rows.size * (width + 1);
  if (row + width >= comparison.sharp.length) widen(comparison);
  for (let at = 0; at < width; at++) {
    const own = query.words[at]!;
    const found = place > 0 || initial || own.kind === INITIAL || own.extra;
    const alike = found ? comparison.alike[place + at]! : soundSimilarity(phonemes, own.phonemes);
    comparison.sharp[row + at] = sharpened(alike);
  }
  comparison.sharp[row + width] = vocabulary.mass.data[word]! * rarity(comparison.names, vocabulary.uses.data[word]!);
  comparison.rows.set(word, row);
  return row;
}

function widen(comparison: Comparison): void {
  const wider = new Float64Array(comparison.sharp.length * 2);
  wider.set(comparison.sharp);
  comparison.sharp = wider;
}

const best = new Float64Array(16);

/** Share of both names' mass that is alike, as the first pass reckons it. */
export function quickShare(comparison: Comparison, name: number): number {
  const { query, names, vocabulary, masses, places, alike } = comparison;
  const width = masses.length;
  for (let own = 0; own < width; own++) best[own] = 0;
  const end = names.start.data[name + 1]!;
  for (let at = names.start.data[name]!; at < end; at++) {
    const word = names.words.data[at]!;
    const place = places[word]! * width;
    if (place === 0) continue;
    const mass = vocabulary.mass.data[word]!;
    for (let own = 0; own < width; own++) {
      const worth = alike[place + own]! * (masses[own]! + mass);
      if (worth > best[own]!) best[own] = worth;
    }
  }
  let sum = 0;
  for (let own = 0; own < width; own++) sum += best[own]!;
  return Math.min(1, sum / (query.mass + names.mass.data[name]!));
}

/** The best pair of a free word of the query and a free word of the name, as they stand in `free`; false if none is left that is alike. */
function bestPair(comparison: Comparison, name: number, length: number): boolean {
  const { query, names, vocabulary, sharp } = comparison;
  free.gain = 0;
  for (let there = 0; there < length; there++) {
    if (free.takenThere & (1 << there)) continue;
    const word = names.words.data[names.start.data[name]! + there]!;
    const row = rows[there]!;
    const kind = vocabulary.kind.data[word]!;
    const weight = sharp[row + query.words.length]!;
    for (let at = 0; at < query.words.length; at++) {
      const own = query.words[at]!;
      if (own.covers & free.taken || (!own.part && own.covers & free.takenByParts)) continue;
      const initial = !own.extra && (own.kind === INITIAL) !== (kind === INITIAL);
      const gain = initial
        ? (kind === INITIAL ? mayBegin(vocabulary.phonemes[word]!, own.phonemes) : mayBegin(own.phonemes, vocabulary.phonemes[word]!))
          ? initialAlike * initialMass
          : 0
        : (sharp[row + at]! * (comparison.weights[at]! + weight)) / 2;
      if (gain <= free.gain) continue;
      free.gain = gain;
      free.own = at;
      free.there = there;
      free.initial = initial;
    }
  }
  return free.gain > 0;
}

/** Of the name being compared, where the row of each word begins. A name has some ten words at most. */
const rows: number[] = [];
const free = { taken: 0, takenByParts: 0, takenThere: 0, gain: 0, own: 0, there: 0, initial: false };

/** Two words taken for one another, as they sound. `alike`: 0 to 1; `level` says it in a word, for whoever explains. */
export type WordPair = { asked: string; found: string; alike: number; level: 'same' | 'close' | 'loose' | 'initial' };

function pairNow({ query, names, vocabulary, places, alike }: Comparison, from: number): WordPair {
  const word = names.words.data[from + free.there]!;
  const [asked, found] = [query.words[free.own]!.phonemes, vocabulary.phonemes[word]!];
  const known = alike[places[word]! * query.words.length + free.own]!;
  const likeness = free.initial ? initialAlike : known > 0 ? known : soundSimilarity(asked, found);
  const level = free.initial ? 'initial' : likeness >= 0.92 ? 'same' : likeness >= 0.82 ? 'close' : 'loose';
  return { asked, found, alike: likeness, level };
}

/** How alike the two names are, 0 to 1: words are paired in any order, the weightiest pair first. `pairs`: where to note which with which. */
export function fullLikeness(comparison: Comparison, name: number, pairs?: WordPair[]): number {
  const { query, names, weights } = comparison;
  const from = names.start.data[name]!;
  const length = names.start.data[name + 1]! - from;
  let theirs = 0;
  const weightAt = query.words.length;
  for (let there = 0; there < length; there++) {
    const row = rowOf(comparison, names.words.data[from + there]!);
    rows[there] = row;
    theirs += comparison.sharp[row + weightAt]!;
  }
  let mine = comparison.weight;
  let sum = 0;
  free.taken = free.takenByParts = free.takenThere = 0;
  while (bestPair(comparison, name, length)) {
    const own = query.words[free.own]!;
    sum += free.gain;
    pairs?.push(pairNow(comparison, from));
    if (free.initial) {
      mine += initialMass - weights[free.own]!;
      theirs += initialMass - comparison.sharp[rows[free.there]! + weightAt]!;
    }
    free.takenThere |= 1 << free.there;
    if (own.part) free.takenByParts |= own.covers;
    else free.taken |= own.covers;
  }
  const both = Math.min(1, (2 * sum) / (mine + theirs));
  return (1 - lenience) * both + lenience * Math.min(1, sum / Math.max(1, Math.min(mine, theirs)));
}
