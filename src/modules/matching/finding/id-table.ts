// Ids of records beside their numbers, sixteen bytes each: a million of them as text and a Map would hold 200 MB, here 30.
import type { RecordId } from '../../../kernel/ids.ts';
import { type Column, column32, push } from '../ranking/columns.ts';

/** Number n's id stands in `words` from 4n. `places`: a table from id to its last number plus one; 0 where free. */
export type IdTable = { words: Column<Uint32Array>; places: Uint32Array };

const hexOfWord = 8;

export function startIds(): IdTable {
  return { words: column32(), places: new Uint32Array(1024) };
}

export function countIds({ words }: IdTable): number {
  return words.length / 4;
}

function wordsOf(id: string): [number, number, number, number] {
  const hex = id.replaceAll('-', '');
  const word = (at: number): number => Number.parseInt(hex.slice(at * hexOfWord, (at + 1) * hexOfWord), 16);
  return [word(0), word(1), word(2), word(3)];
}

/** Where the id stands in the table of places, or the free place where it would. */
function placeOf({ words, places }: IdTable, [a, b, c, d]: readonly [number, number, number, number]): number {
  const last = places.length - 1;
  let place = (Math.imul(c ^ Math.imul(d, 0x85ebca6b), 0x01000193) ^ b ^ (a >>> 7)) & last;
  for (;;) {
    const number = places[place]! - 1;
    if (number < 0) return place;
    const at = number * 4;
    const { data } = words;
    if (data[at] === a && data[at + 1] === b && data[at + 2] === c && data[at + 3] === d) return place;
    place = (place + 1) & last;
  }
}

function widen(ids: IdTable): void {
  ids.places = new Uint32Array(ids.places.length * 2);
  const { data } = ids.words;
  for (let number = 0; number < countIds(ids); number++) {
    const at = number * 4;
    ids.places[placeOf(ids, [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!])] = number + 1;
  }
}

/** Gives the id the next number. An id that had one is known by the new number from now on; the old one still answers `idOf`. */
export function keepId(ids: IdTable, id: RecordId): number {
  const words = wordsOf(id);
  const number = countIds(ids);
  const place = placeOf(ids, words);
  for (const word of words) push(ids.words, word);
  ids.places[place] = number + 1;
  if (countIds(ids) * 2 > ids.places.length) widen(ids);
  return number;
}

/** -1 if the id was never kept. */
export function numberOf(ids: IdTable, id: RecordId): number {
  return ids.places[placeOf(ids, wordsOf(id))]! - 1;
}

export function idOf({ words }: IdTable, number: number): RecordId {
  const hex = [0, 1, 2, 3].map((at) => words.data[number * 4 + at]!.toString(16).padStart(hexOfWord, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as RecordId;
}
