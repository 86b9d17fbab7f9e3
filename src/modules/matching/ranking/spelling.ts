// How alike two texts are written, letter by letter, once both stand in Latin letters: it decides between texts that sound alike.
import { toLatin } from '../../../kernel/names/index.ts';

const mostWords = 12;
const longest = 32;

/** Words in small Latin letters. */
export function writtenWords(text: string): string[] {
  const latin = toLatin(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (latin.match(/\p{L}+/gu) ?? []).slice(0, mostWords).map((word) => word.slice(0, longest));
}

const above = new Uint8Array(longest + 1);

/** 1 for the same letters, 0 for none alike: edits against the longer word. */
export function spelledAlike(one: string, other: string): number {
  if (one === other) return 1;
  const [rows, columns] = [one.length, other.length];
  for (let column = 0; column <= columns; column++) above[column] = column;
  for (let row = 1; row <= rows; row++) {
    let diagonal = above[0]!;
    above[0] = row;
    for (let column = 1; column <= columns; column++) {
      const exchanged = diagonal + (one.charCodeAt(row - 1) === other.charCodeAt(column - 1) ? 0 : 1);
      diagonal = above[column]!;
      const moved = Math.min(above[column]!, above[column - 1]!) + 1;
      above[column] = exchanged < moved ? exchanged : moved;
    }
  }
  return 1 - above[columns]! / Math.max(rows, columns);
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
