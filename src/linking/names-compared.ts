// Two names, word by word in any order: how well the shorter one's words are found in the longer one.
import { OR, type WordBook, initialFits, shortForm, wordSimilarity } from './words.ts';

/** Outcomes in order of strength; 0 is kept for "unknown". */
export const nameLevels = [
  '',
  'the same',
  'sounds the same',
  'a short or pet form',
  'sounds close',
  'one in the other',
  'roughly alike',
  'one word the same',
  'different',
] as const;
export const SAME = 1;
export const SOUNDS_SAME = 2;
export const SHORT_FORM = 3;
export const CLOSE = 4;
export const WITHIN = 5;
export const ROUGH = 6;
export const ONE_WORD = 7;
export const DIFFERENT = 8;

const sameSound = 0.94;
const close = 0.8;
const rough = 0.62;

const taken = new Uint8Array(32);

/** Level of two texts of the book, by number: of all the ways either is called, the two that agree best. */
export function compareNames(book: WordBook, one: number, other: number): number {
  if (one === other) return SAME;
  let best = DIFFERENT;
  for (let from = book.start[one]!; from < book.start[one + 1]!;) {
    const fromEnd = runEnd(book, from, book.start[one + 1]!);
    for (let to = book.start[other]!; to < book.start[other + 1]!;) {
      const toEnd = runEnd(book, to, book.start[other + 1]!);
      const level = toEnd - to < fromEnd - from ? compareRuns(book, to, toEnd, from, fromEnd) : compareRuns(book, from, fromEnd, to, toEnd);
      if (level < best) best = level;
      to = toEnd + 1;
    }
    from = fromEnd + 1;
  }
  return best;
}

function runEnd(book: WordBook, from: number, end: number): number {
  let at = from;
  while (at < end && book.word[at] !== OR) at++;
  return at;
}

/** `from … fromEnd` is the shorter run. */
function compareRuns(book: WordBook, from: number, fromEnd: number, to: number, toEnd: number): number {
  const short = fromEnd - from;
  const long = Math.min(taken.length, toEnd - to);
  if (short === 0) return DIFFERENT;
  taken.fill(0, 0, long);
  let [sum, worst, best, initials, forms] = [0, 1, 0, 0, 0];
  for (let at = from; at < fromEnd; at++) {
    const word = book.word[at]!;
    let [bestHere, bestPlace] = [0, -1];
    for (let place = 0; place < long; place++) {
      if (taken[place]) continue;
      const similarity = Math.max(
        wordSimilarity(book, word, book.word[to + place]!),
        initialFits(book, word, book.word[to + place]!) ? close : 0,
      );
      if (similarity > bestHere) [bestHere, bestPlace] = [similarity, place];
    }
    if (bestPlace >= 0) taken[bestPlace] = 1;
    if (bestPlace >= 0 && bestHere === close && initialFits(book, word, book.word[to + bestPlace]!)) initials++;
    if (bestHere === shortForm) forms++;
    sum += bestHere;
    worst = Math.min(worst, bestHere);
    if (bestHere > best && !book.weak[word]) best = bestHere;
  }
  return levelOf({ mean: sum / short, worst, best, initials, forms, short, long });
}

function levelOf(found: {
  mean: number;
  worst: number;
  best: number;
  initials: number;
  forms: number;
  short: number;
  long: number;
}): number {
  const { mean, worst, best, initials, forms, short, long } = found;
  if (initials > 0) return worst >= close ? WITHIN : best >= sameSound ? ONE_WORD : DIFFERENT;
  if (short === long) {
    if (worst >= sameSound) return SOUNDS_SAME;
    if (worst >= close) return forms > 0 ? SHORT_FORM : CLOSE;
    if (mean >= rough && worst >= 0.4) return ROUGH;
  } else {
    if (worst >= sameSound && best > 0) return WITHIN;
    if (worst >= close && best > 0) return ROUGH;
  }
  return short + long > 2 && best >= sameSound ? ONE_WORD : DIFFERENT;
}
