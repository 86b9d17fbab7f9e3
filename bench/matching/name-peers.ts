// What others would use to compare names across scripts: Latin letters by any-ascii, then spelling distance, Jaro–Winkler, or Double Metaphone codes.
import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

export type NamePeer = { id: string; prepare: (word: string) => string; alike: (one: string, other: string) => number };

function spelled(word: string): string {
  return anyAscii(word)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function levenshtein(one: string, other: string): number {
  return 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}

const [takenHere, takenThere] = [new Uint8Array(64), new Uint8Array(64)];

/** Winkler's form: half-transpositions rounded down, a tenth of what is missing for each of four letters in front. */
function jaroWinkler(one: string, other: string): number {
  const [here, there] = [Math.min(one.length, 64), Math.min(other.length, 64)];
  const reach = Math.max(0, (Math.max(here, there) >> 1) - 1);
  takenHere.fill(0, 0, here);
  takenThere.fill(0, 0, there);
  let same = 0;
  for (let at = 0; at < here; at++)
    for (let place = Math.max(0, at - reach); place < Math.min(there, at + reach + 1); place++)
      if (!takenThere[place] && one.charCodeAt(at) === other.charCodeAt(place)) {
        takenHere[at] = takenThere[place] = 1;
        same++;
        break;
      }
  if (same === 0) return 0;
  let [crossed, place] = [0, 0];
  for (let at = 0; at < here; at++) {
    if (!takenHere[at]) continue;
    while (!takenThere[place]) place++;
    if (one.charCodeAt(at) !== other.charCodeAt(place++)) crossed++;
  }
  const jaro = (same / here + same / there + (same - (crossed >> 1)) / same) / 3;
  let front = 0;
  while (front < 4 && front < here && front < there && one.charCodeAt(front) === other.charCodeAt(front)) front++;
  return jaro + front * 0.1 * (1 - jaro);
}

/** 1 where the two words share a code: Double Metaphone does not order what it finds. */
function sharesCode(one: string, other: string): number {
  const [first, second] = other.split(' ');
  return one.split(' ').some((code) => code === first || code === second) ? 1 : 0;
}

export const namePeers: readonly NamePeer[] = [
  { id: 'anyAsciiLevenshtein', prepare: spelled, alike: levenshtein },
  { id: 'anyAsciiJaroWinkler', prepare: spelled, alike: jaroWinkler },
  { id: 'anyAsciiDoubleMetaphone', prepare: (word) => [...new Set(doubleMetaphone(spelled(word)))].join(' '), alike: sharesCode },
];
