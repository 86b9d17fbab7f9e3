// The words of every text of a vocabulary, as numbers: a text is a short run of word numbers, and a word is heard and compared once.
import { bitsIn } from '../kernel/edits.ts';
import { cleanName, hearName, soundSimilarity, soundsOf, wordsOf } from '../kernel/names/index.ts';
import { fullForm, sameFamily } from './short-forms.ts';
import { spellingSimilarity } from './spelling.ts';
import { hashed } from './vocabulary.ts';

/** Between the words of two ways a person is called ("Pooja urf Guddi"). */
export const OR = -1;

/** `start[text] … start[text + 1]` is the run of `word` numbers of a text, aliases after an `OR`. `count[word]` says in how many texts it stands. */
export type WordBook = {
  readonly texts: readonly string[];
  readonly start: Int32Array;
  readonly word: Int32Array;
  readonly spelling: readonly string[];
  readonly phonemes: readonly string[];
  readonly letters: Int32Array;
  /** Key of the word's consonants; of its first letters where it has no readable sound. */
  readonly key: readonly number[];
  /** A word that nearly everyone bears. */
  readonly weak: readonly boolean[];
  readonly count: readonly number[];
  /** How telling a word is, and all words of a text together: natural logarithms. */
  readonly worth: Float64Array;
  readonly total: Float64Array;
  /** Similarities already reckoned, by a hash of the two words. */
  readonly keptPair: Float64Array;
  readonly keptValue: Float32Array;
};

type Heard = { readonly text: string; readonly phonemes: string; readonly skeleton: string; readonly weak: boolean };

/** Words of a person's or a place's name, each way of calling it by itself. Scripts whose sounds we cannot read keep their spelling. */
function heardWords(text: string): (readonly Heard[])[] {
  const { variants } = hearName(text);
  return variants.length > 0
    ? [...variants]
    : [wordsOf(cleanName(text)).map((word) => ({ text: word, phonemes: '', skeleton: '', weak: false }))];
}

/** Words of an address, an occupation, a description: also numbers. */
function plainWords(text: string): Heard[][] {
  return [[...new Set(text.split(' '))].slice(0, 24).map((word) => ({ text: word, phonemes: '', skeleton: '', weak: false }))];
}

/** Short forms are found by their full name. */
function keyText({ text, skeleton }: Heard): string {
  const full = fullForm(text);
  const heard = full === text ? skeleton : (soundsOf(full)[0]?.skeleton ?? skeleton);
  return heard.length > 1 ? heard : text.slice(0, 3);
}

const KEPT = 1 << 20;

export function bookOf(texts: readonly string[], kind: 'names' | 'plain'): WordBook {
  const numbers = new Map<string, number>();
  const heard: Heard[] = [];
  const count: number[] = [];
  const start = new Int32Array(texts.length + 1);
  let word = new Int32Array(Math.max(16, texts.length * 3));
  let length = 0;
  const append = (value: number): void => {
    if (length === word.length) {
      const larger = new Int32Array(length * 2);
      larger.set(word);
      word = larger;
    }
    word[length++] = value;
  };
  texts.forEach((text, at) => {
    (kind === 'names' ? heardWords(text) : plainWords(text)).forEach((variant, place) => {
      if (place > 0) append(OR);
      for (const one of variant) {
        let number = numbers.get(one.text);
        if (number === undefined) {
          numbers.set(one.text, (number = heard.length));
          heard.push(one);
          count.push(0);
        }
        count[number] = count[number]! + 1;
        append(number);
      }
    });
    start[at + 1] = length;
  });
  const worth = Float64Array.from(count, (times) => Math.log((texts.length + 1) / times));
  const total = Float64Array.from(texts, (_, at) =>
    word.subarray(start[at], start[at + 1]).reduce((sum, one) => sum + (worth[one] ?? 0), 0),
  );
  return {
    texts,
    worth,
    total,
    start,
    word,
    spelling: heard.map((one) => one.text),
    phonemes: heard.map((one) => one.phonemes),
    letters: Int32Array.from(heard, (one) => lettersOf(one.text)),
    key: heard.map((one) => hashed(kind === 'plain' ? one.text : keyText(one))),
    weak: heard.map((one) => one.weak),
    count,
    keptPair: new Float64Array(KEPT).fill(-1),
    keptValue: new Float32Array(KEPT),
  };
}

const isLatin = (text: string): boolean => /^[a-z]/i.test(text);

/** A bit for each letter of a word in Latin letters, 0 for other scripts: words with hardly a letter in common need no closer look. */
function lettersOf(text: string): number {
  if (!isLatin(text)) return 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** How alike Bill and William are; no other comparison says just this (a power of two's fraction, so that no rounding parts it from itself). */
export const shortForm = 0.890625;

function reckon(book: WordBook, one: number, other: number): number {
  const family = sameFamily(book.spelling[one]!, book.spelling[other]!);
  const [letters, otherLetters] = [book.letters[one]!, book.letters[other]!];
  if (letters !== 0 && otherLetters !== 0 && bitsIn(letters & otherLetters) * 3 <= Math.max(bitsIn(letters), bitsIn(otherLetters)))
    return family ? shortForm : 0;
  const [spelled, otherSpelled] = [book.spelling[one]!, book.spelling[other]!];
  const sound = soundSimilarity(book.phonemes[one]!, book.phonemes[other]!);
  if (sound >= 0.99) return sound;
  if (family) return shortForm;
  if (spelled.length === 1 || otherSpelled.length === 1) return 0;
  if (isLatin(spelled) !== isLatin(otherSpelled)) return sound;
  // Spelling speaks on its own scale: half of all unrelated names reach 0.5 of Jaro–Winkler.
  const spelling = spellingSimilarity(spelled, otherSpelled);
  return Math.max(sound, spelling >= 0.78 ? (spelling - 0.5) * 2 : 0);
}

/** 0 to 1, symmetric: the better of how alike two words sound and, in one script, how alike they are spelled. */
export function wordSimilarity(book: WordBook, one: number, other: number): number {
  if (one === other) return 1;
  const [low, high] = one < other ? [one, other] : [other, one];
  const pair = low * 67108864 + high;
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 12;
  if (book.keptPair[slot] === pair) return book.keptValue[slot]!;
  // As it will be kept: a value must not depend on whether it was asked for before.
  const similarity = Math.fround(reckon(book, low, high));
  book.keptPair[slot] = pair;
  book.keptValue[slot] = similarity;
  return similarity;
}

/** Whether one word is a single letter and the other begins with it, in spelling or in sound. */
export function initialFits(book: WordBook, one: number, other: number): boolean {
  const [short, long] = book.spelling[one]!.length === 1 ? [one, other] : [other, one];
  if (book.spelling[short]!.length !== 1) return false;
  return (
    book.spelling[long]![0] === book.spelling[short] ||
    (book.phonemes[short] !== '' && book.phonemes[long]![0] === book.phonemes[short]![0])
  );
}
