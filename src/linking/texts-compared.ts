// Codes, addresses and words: postcodes, telephones, identifiers, streets, occupations.
import { editsBetween } from '../kernel/edits.ts';
import { oneSlip, spellingSimilarity } from './spelling.ts';
import type { WordBook } from './words.ts';

export const postcodeLevels = ['', 'the same', 'one digit off', 'the same area', 'different'] as const;
export function comparePostcodes(one: string, other: string): number {
  if (one === other) return 1;
  if (oneSlip(one, other)) return 2;
  // British codes name the area by all but the last three; others by their first half.
  const lettered = /[A-Z]/.test(one) && one.length >= 5;
  const area = lettered ? Math.max(2, one.length - 3) : Math.max(2, one.length >> 1);
  return one.slice(0, area) === other.slice(0, area) ? 3 : 4;
}

export const codeLevels = ['', 'the same', 'one digit off', 'two digits off', 'different'] as const;
export function compareCodes(one: string, other: string): number {
  if (one === other) return 1;
  if (oneSlip(one, other)) return 2;
  // Two slips that spoil both ends of a number are rare; not looking for them saves most of the work.
  const end = one[0] === other[0] || one.at(-1) === other.at(-1);
  return end && Math.min(one.length, other.length) >= 7 && editsBetween(one, other, 'exchanged', 2) <= 2 ? 3 : 4;
}

export const numberLevels = ['', 'the same', 'one digit off, or one in the other', 'different'] as const;
export function compareNumbers(one: string, other: string): number {
  if (one === other) return 1;
  return (Math.min(one.length, other.length) > 1 && oneSlip(one, other)) || one.startsWith(other) || other.startsWith(one) ? 2 : 3;
}

export const emailLevels = ['', 'the same', 'the same before the @', 'spelled close', 'different'] as const;
export function compareEmails(one: string, other: string): number {
  if (one === other) return 1;
  const [name, otherName] = [one.split('@', 1)[0]!, other.split('@', 1)[0]!];
  if (name === otherName) return 2;
  return editsBetween(one, other, 'exchanged', 2) <= 2 || (name[0] === otherName[0] && spellingSimilarity(name, otherName) >= 0.93) ? 3 : 4;
}

export const textLevels = ['', 'the same', 'nearly the same', 'much in common', 'something in common', 'different'] as const;

/** Shares of words in common, each counted by how rare it is; a spoiled word is caught by the spelling of the whole. */
export function compareTexts(book: WordBook, one: number, other: number): number {
  if (one === other) return 1;
  let common = 0;
  const [toStart, toEnd] = [book.start[other]!, book.start[other + 1]!];
  for (let at = book.start[one]!; at < book.start[one + 1]!; at++) {
    const word = book.word[at]!;
    for (let to = toStart; to < toEnd; to++) {
      if (book.word[to] !== word) continue;
      common += book.worth[word]!;
      break;
    }
  }
  const all = book.total[one]! + book.total[other]!;
  const share = all === 0 ? 0 : (2 * common) / all;
  if (share >= 0.8) return 2;
  const [text, otherText] = [book.texts[one]!, book.texts[other]!];
  const near = text.charCodeAt(0) === otherText.charCodeAt(0) && text.charCodeAt(1) === otherText.charCodeAt(1);
  const spelling = near && Math.abs(text.length - otherText.length) <= 8 ? spellingSimilarity(text, otherText) : 0;
  if (spelling >= 0.93) return 2;
  if (share >= 0.5 || spelling >= 0.88) return 3;
  return share >= 0.25 ? 4 : 5;
}
