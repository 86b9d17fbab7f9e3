// How alike two texts are written, letter by letter, once both stand in Latin letters: it decides between texts that sound alike.
import { editsBetween } from '../../../kernel/edits.ts';
import { toLatin } from '../../../kernel/names/index.ts';

const mostWords = 12;
const longest = 32;

/** Words in small Latin letters. */
export function writtenWords(text: string): string[] {
  const latin = toLatin(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (latin.match(/\p{L}+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, longest));
}

/** 1 for the same letters, 0 for none alike: edits against the longer word. */
export function spelledAlike(one: string, other: string): number {
  return one === other ? 1 : 1 - editsBetween(one, other, 'plain') / Math.max(one.length, other.length);
}

/** For each word of the one, how alike the best word of the other is; weighed by length. */
function coverage(ones: readonly string[], others: readonly string[]): number {
  let [sum, letters] = [0, 0];
  for (const one of ones) {
    let best = 0;
    for (const other of others) best = Math.max(best, spelledAlike(one, other));
    sum += best * one.length;
    letters += one.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

/** 0 to 1, both ways; words may stand in any order, but the same order is a little better. */
export function textsAlike(ones: readonly string[], others: readonly string[]): number {
  const sameOrder = ones[0] !== undefined && others[0] !== undefined ? spelledAlike(ones[0], others[0]) : 0;
  return 0.45 * coverage(ones, others) + 0.45 * coverage(others, ones) + 0.1 * sameOrder;
}
