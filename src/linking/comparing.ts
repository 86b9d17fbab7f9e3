// Compares two records field by field: one small level number each. Level 0 is "one of them does not say" and never counts.
import type { Field } from './aspects.ts';
import { compareHeights, compareLanguages, compareMarks, heightLevels, languageLevels, markLevels } from './bodies-compared.ts';
import { birthLevels, compareBirths, sameBirth } from './births-compared.ts';
import { CLOSE, DIFFERENT, compareNames, nameLevels } from './names-compared.ts';
import type { Records } from './records.ts';
import {
  codeLevels,
  compareCodes,
  compareEmails,
  compareNumbers,
  comparePostcodes,
  compareTexts,
  emailLevels,
  numberLevels,
  postcodeLevels,
  textLevels,
} from './texts-compared.ts';
import { type WordBook, bookOf } from './words.ts';

/** Books of words by field; fields of one kind share theirs. Built once per run. */
export type Books = ReadonlyMap<Field, WordBook>;

/** `levels[0]` is empty: unknown. Two equal numbers are level `same(number)` without asking `compare`. */
export type FieldComparer = {
  readonly field: Field;
  readonly levels: readonly string[];
  readonly numbers: Int32Array;
  readonly compare: (one: number, other: number) => number;
  readonly same: (number: number) => number;
};

export const swapped = 'given name and surname exchanged';
const apartLevels = [...nameLevels, swapped];
const SWAPPED = apartLevels.length - 1;
const sexLevels = ['', 'the same', 'different'];

/** Levels of every field, so that weights can be read and checked without data. */
export const levelsOf: Readonly<Record<Field, readonly string[]>> = {
  given: apartLevels,
  surname: apartLevels,
  name: nameLevels,
  father: nameLevels,
  mother: nameLevels,
  sex: sexLevels,
  birth: birthLevels,
  address: textLevels,
  streetNumber: numberLevels,
  place: nameLevels,
  city: nameLevels,
  state: nameLevels,
  postcode: postcodeLevels,
  telephone: codeLevels,
  email: emailLevels,
  identifier: codeLevels,
  occupation: textLevels,
  languages: languageLevels,
  marks: markLevels,
  height: heightLevels,
  text: textLevels,
};

/** Compared as they sound. */
export const heardFields: readonly Field[] = ['given', 'surname', 'name', 'father', 'mother', 'place', 'city', 'state'];
const read: readonly Field[] = ['address', 'occupation', 'text'];

export function booksOf(records: Records): Books {
  const made = new Map<readonly string[], WordBook>();
  const books = new Map<Field, WordBook>();
  for (const [field, column] of records.columns) {
    if (!heardFields.includes(field) && !read.includes(field)) continue;
    const book = made.get(column.texts) ?? bookOf(column.texts, heardFields.includes(field) ? 'names' : 'plain');
    made.set(column.texts, book);
    books.set(field, book);
  }
  return books;
}

const overTexts: Partial<Record<Field, (one: string, other: string) => number>> = {
  birth: compareBirths,
  streetNumber: compareNumbers,
  postcode: comparePostcodes,
  telephone: compareCodes,
  email: compareEmails,
  identifier: compareCodes,
  languages: compareLanguages,
  marks: compareMarks,
  height: compareHeights,
};

function comparerOf(field: Field, texts: readonly string[], book: WordBook | undefined): FieldComparer['compare'] {
  if (field === 'sex') return (one, other) => (one === other ? 1 : 2);
  if (book && heardFields.includes(field)) return (one, other) => compareNames(book, one, other);
  if (book) return (one, other) => compareTexts(book, one, other);
  const compare = overTexts[field]!;
  return (one, other) => compare(texts[one]!, texts[other]!);
}

export function comparersOf(records: Records, books: Books): FieldComparer[] {
  return [...records.columns].map(([field, column]) => ({
    field,
    levels: levelsOf[field],
    numbers: column.numbers,
    compare: comparerOf(field, column.texts, books.get(field)),
    same: field === 'birth' ? (number) => sameBirth(column.texts[number]!) : () => 1,
  }));
}

export type PairComparer = (one: number, other: number, into: Uint8Array) => void;

/** Given name of one against surname of the other and the other way round: some clerk wrote them in the wrong boxes. */
function crossed(given: FieldComparer, surname: FieldComparer, one: number, other: number): boolean {
  const [here, hereLast] = [given.numbers[one]!, surname.numbers[one]!];
  const [there, thereLast] = [given.numbers[other]!, surname.numbers[other]!];
  if (here < 0 || thereLast < 0 || hereLast < 0 || there < 0 || here === hereLast) return false;
  return given.compare(here, thereLast) <= CLOSE && given.compare(hereLast, there) <= CLOSE;
}

/** All numbers of a record side by side: of a million records each look at another column would be a wait for memory. */
function rowsOf(comparers: readonly FieldComparer[]): Int32Array {
  const wide = comparers.length;
  const rows = new Int32Array(wide * (comparers[0]?.numbers.length ?? 0));
  comparers.forEach(({ numbers }, at) => numbers.forEach((number, record) => (rows[record * wide + at] = number)));
  return rows;
}

/** Writes the level of each comparer, in their order, for two records by number. */
export function pairComparer(comparers: readonly FieldComparer[]): PairComparer {
  const givenAt = comparers.findIndex(({ field }) => field === 'given');
  const surnameAt = comparers.findIndex(({ field }) => field === 'surname');
  const both = givenAt >= 0 && surnameAt >= 0;
  const wide = comparers.length;
  const rows = rowsOf(comparers);
  return (one, other, into) => {
    for (let at = 0; at < wide; at++) {
      const { compare, same } = comparers[at]!;
      const here = rows[one * wide + at]!;
      const there = rows[other * wide + at]!;
      into[at] = here < 0 || there < 0 ? 0 : here === there ? same(here) : compare(here, there);
    }
    if (
      both &&
      into[givenAt]! === DIFFERENT &&
      into[surnameAt]! === DIFFERENT &&
      crossed(comparers[givenAt]!, comparers[surnameAt]!, one, other)
    )
      into[givenAt] = into[surnameAt] = SWAPPED;
  };
}
