// How common each value is: agreeing on a rare name tells more than agreeing on a common one, up to a limit.
import type { FieldComparer } from './comparing.ts';
import { ROUGH, SOUNDS_SAME } from './names-compared.ts';
import { OR, type WordBook } from './words.ts';

/** Most bits a rare value may add and a common one may take. */
const mostAdded = 5;
const mostTaken = 7;
/** Where a name agrees by sound its words are counted as if they came together by chance; they do not quite (names go with names), so only a part counts. */
const soundShare = 0.6;
const mostTakenBySound = 4;

/**
 * `same`: chance that two strangers who both say the field say it equally. `adjust[number]`: bits on top of the level's, for the same value.
 * `rarity[number]`: bits by which a name's words, as they sound, are rare together; null for fields that are not names.
 */
export type Frequency = { readonly same: number; readonly adjust: Float32Array; readonly rarity: Float32Array | null };

/** `left`: where the second file's records start; equal to the number of records when there is one file. */
export function frequencyOf(comparer: FieldComparer, texts: number, left: number, book: WordBook | null): Frequency {
  const here = new Uint32Array(texts);
  const there = new Uint32Array(texts);
  const one = left === comparer.numbers.length;
  let [known, otherKnown] = [0, 0];
  comparer.numbers.forEach((number, record) => {
    if (number < 0 || comparer.same(number) !== 1) return;
    if (record < left) [here[number], known] = [here[number]! + 1, known + 1];
    else [there[number], otherKnown] = [there[number]! + 1, otherKnown + 1];
  });
  let agreeing = 0;
  for (let number = 0; number < texts; number++)
    agreeing += one ? (here[number]! * (here[number]! - 1)) / 2 : here[number]! * there[number]!;
  const possible = one ? (known * (known - 1)) / 2 : known * otherKnown;
  const same = Math.max(agreeing, 0.5) / Math.max(possible, 1);
  const adjust = Float32Array.from(here, (count, number) => {
    const share = (count + there[number]! + 0.5) / (known + otherKnown + 1);
    return Math.max(-mostTaken, Math.min(mostAdded, Math.log2(same / share)));
  });
  return { same, adjust, rarity: book ? rarityOf(comparer.numbers, book, known + otherKnown) : null };
}

function rarityOf(numbers: Int32Array, book: WordBook, known: number): Float32Array {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    if (number < 0) continue;
    for (let at = book.start[number]!; at < book.start[number + 1]! && book.word[at] !== OR; at++) {
      const key = book.key[book.word[at]!]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return Float32Array.from(book.texts, (_, number) => {
    let bits = 0;
    for (let at = book.start[number]!; at < book.start[number + 1]! && book.word[at] !== OR; at++)
      bits += Math.log2((known + 1) / ((counts.get(book.key[book.word[at]!]!) ?? 0) + 0.5));
    return bits;
  });
}

/** Bits to add for the value of a pair at this level. `u`: how often strangers reach it. */
export function frequencyBits(frequency: Frequency, level: number, one: number, other: number, u: number): number {
  if (level === 1) return frequency.adjust[one]!;
  if (frequency.rarity === null || level < SOUNDS_SAME || level > ROUGH) return 0;
  const rarity = Math.min(frequency.rarity[one]!, frequency.rarity[other]!);
  return Math.max(-mostTakenBySound, Math.min(mostAdded, soundShare * (rarity + Math.log2(u))));
}
