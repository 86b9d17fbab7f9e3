// The names of one field (child, father, mother), each different one once: a name is the set of its words, in any order, copies share a number.
import { type Column, type Lists, column8, column32, listsOf, noLists, push, trim } from './columns.ts';
import { INITIAL, type Vocabulary } from './vocabulary.ts';

/**
 * `words` of name n stand from `start[n]` to `start[n + 1]`, ascending. `mass` is the sum of its words' masses.
 * `byWord` and `records` hold what was settled; what came since stands in the two maps.
 */
export type UniqueNames = {
  start: Column<Uint32Array>;
  words: Column<Uint32Array>;
  mass: Column<Uint8Array>;
  /** How many of its words are initials. */
  initials: Column<Uint8Array>;
  places: Uint32Array;
  /** Names as numbers, with `WITH_INITIALS` added where one of their words is an initial. */
  byWord: Lists;
  /** Beside `byWord.values`, entry for entry, the masses of the names: adding up needs them, and must not go all over the memory for them. */
  byWordMass: Uint8Array;
  records: Lists;
  lateByWord: Map<number, number[]>;
  lateRecords: Map<number, number[]>;
};

export const WITH_INITIALS = 0x80000000;
/** What is left of a number in `byWord` without the mark. */
export const justName = 0x7fffffff;

export function startNames(): UniqueNames {
  const start = column32();
  push(start, 0);
  return {
    start,
    words: column32(),
    mass: column8(),
    initials: column8(),
    places: new Uint32Array(1024),
    byWord: noLists(),
    byWordMass: new Uint8Array(0),
    records: noLists(),
    lateByWord: new Map(),
    lateRecords: new Map(),
  };
}

export function countOf(names: UniqueNames): number {
  return names.mass.length;
}

function hashOf(words: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
}

function isName(names: UniqueNames, name: number, words: readonly number[]): boolean {
  const from = names.start.data[name]!;
  if (names.start.data[name + 1]! - from !== words.length) return false;
  return words.every((word, at) => names.words.data[from + at] === word);
}

/** Where the name stands in the table of places, or the free place where it would. */
function placeOf(names: UniqueNames, words: readonly number[]): number {
  const last = names.places.length - 1;
  let place = hashOf(words) & last;
  while (names.places[place] !== 0 && !isName(names, names.places[place]! - 1, words)) place = (place + 1) & last;
  return place;
}

function widen(names: UniqueNames): void {
  names.places = new Uint32Array(names.places.length * 2);
  for (let name = 0; name < countOf(names); name++) {
    const words = Array.from(names.words.data.subarray(names.start.data[name]!, names.start.data[name + 1]!));
    names.places[placeOf(names, words)] = name + 1;
  }
}

/** The number of the name made of these words, given when it is first met. `late`: the lists are settled already, so it is noted beside them. */
export function nameOf(names: UniqueNames, vocabulary: Vocabulary, unordered: readonly number[], late: boolean): number {
  const words = unordered.toSorted((one, other) => one - other);
  const place = placeOf(names, words);
  if (names.places[place] !== 0) return names.places[place]! - 1;
  const name = countOf(names);
  const initials = words.reduce((sum, word) => sum + (vocabulary.kind.data[word] === INITIAL ? 1 : 0), 0);
  let mass = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    push(names.words, word);
    mass += vocabulary.mass.data[word]!;
    if (word === words[at - 1]) continue;
    vocabulary.uses.data[word]!++;
    if (late) note(names.lateByWord, word, initials > 0 ? name + WITH_INITIALS : name);
  }
  push(names.start, names.words.length);
  push(names.mass, Math.min(255, mass));
  push(names.initials, initials);
  names.places[place] = name + 1;
  if (countOf(names) * 2 > names.places.length) widen(names);
  return name;
}

export function note(lists: Map<number, number[]>, list: number, value: number): void {
  const known = lists.get(list);
  if (known === undefined) lists.set(list, [value]);
  else known.push(value);
}

/** Makes the lists anew from all names, and forgets what came late. `eachRecord` tells every pair of a name and a record that bears it. */
export function settleNames(
  names: UniqueNames,
  vocabulary: Vocabulary,
  eachRecord: (tell: (name: number, record: number) => void) => void,
): void {
  const { start, words } = names;
  trim(start);
  trim(words);
  trim(names.mass);
  trim(names.initials);
  names.byWord = listsOf(vocabulary.phonemes.length, (tell) => {
    for (let name = 0; name < countOf(names); name++) {
      const marked = names.initials.data[name]! > 0 ? name + WITH_INITIALS : name;
      for (let at = start.data[name]!; at < start.data[name + 1]!; at++) {
        if (at === start.data[name] || words.data[at] !== words.data[at - 1]) tell(words.data[at]!, marked);
      }
    }
  });
  names.byWordMass = Uint8Array.from(names.byWord.values, (name) => names.mass.data[name & justName]!);
  names.records = listsOf(countOf(names), eachRecord);
  names.lateByWord.clear();
  names.lateRecords.clear();
}
