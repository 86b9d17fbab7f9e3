// Ranks whole texts, as a file of names, places or lines holds them: more thoroughly than for a person waiting, and ties by how they are written.
import { otherPlaceNames } from '../../../kernel/place-names/other-names.ts';
import { withPlainInitials } from './initials.ts';
import { rank } from './rank.ts';
import { type RankingIndex, addRecord, countRecords, settle, startIndex } from './ranking-index.ts';
import { textsAlike, writtenWords } from './spelling.ts';
import { partsOf } from './text-parts.ts';

/** `textOf` answers a text by its number: texts themselves are kept by the caller, who may have millions. `lines`: how many name a relative or a home. */
export type TextRanking = { index: RankingIndex; textOf: (record: number) => string; lines: number };

/** Unique names kept by the first pass, names compared in full, words compared with each word: many, since nobody waits. */
const thoroughly = { reach: 2000, full: 600, compared: 1000 };
/** When too few answer: nearly everything is compared with every word, and much less alike will do. */
const loosely = { reach: 5000, full: 2000, compared: 8000 };
/** Texts whose spelling is looked at, beyond those asked for. */
const further = 100;
/** What being spelled alike is worth beside a name worth ten. */
const spellingWorth = 2;
/** Texts looked at one by one, by spelling alone, when no sound led to enough. */
const mostSpelled = 50_000;
/** A list is one of lines if one in so many is. */
const linesOneIn = 4;

export function startTextRanking(textOf: (record: number) => string): TextRanking {
  return { index: startIndex(), textOf, lines: 0 };
}

/** Other names of a place that are asked for beside the one written. */
const mostPlaceNames = 6;

const withOtherNames = (place: string): string[] => [place, ...otherPlaceNames(place).slice(0, mostPlaceNames)];

/** The place stands where a record of a person has the mother: it is a name like another. */
function particularsOf(text: string, inLines: boolean): Record<'name' | 'father' | 'mother', string> & { marked: boolean } {
  const { own, relative, place, marked } = partsOf(text, inLines);
  return { name: withPlainInitials(own), father: withPlainInitials(relative), mother: place, marked };
}

/** Adds the next text. Found once `settleTexts` has been called. */
export function addText(ranking: TextRanking, text: string): void {
  const particulars = particularsOf(text, false);
  if (particulars.marked) ranking.lines++;
  addRecord(ranking.index, particulars);
}

export function settleTexts({ index }: TextRanking): void {
  settle(index);
}

type Scored = { record: number; score: number };

function bestFirst(scored: Scored[], top: number): number[] {
  return scored
    .sort((one, other) => other.score - one.score || one.record - other.record)
    .slice(0, top)
    .map(({ record }) => record);
}

function bySpelling({ index, textOf }: TextRanking, words: readonly string[], without: ReadonlySet<number>, top: number): number[] {
  const scored: Scored[] = [];
  for (let record = 0; record < Math.min(countRecords(index), mostSpelled); record++)
    if (!without.has(record)) scored.push({ record, score: textsAlike(words, writtenWords(textOf(record))) });
  return bestFirst(scored, top);
}

/** Numbers of the texts most like this one, best first: as many as asked for where there are so many and the text holds a letter. */
export function rankText(ranking: TextRanking, text: string, top: number): number[] {
  const { index, textOf, lines } = ranking;
  const { name, father, mother } = particularsOf(text, lines * linesOneIn > countRecords(index));
  const query = { name: withOtherNames(name), father, mother: withOtherNames(mother) };
  const ask = (how: typeof thoroughly) => rank(index, query, { ...how, top: top + further, full: Math.max(how.full, 2 * top) });
  const first = ask(thoroughly);
  const found = first.length >= top ? first : ask(loosely);
  const words = writtenWords(text);
  const scored = found.map(({ record, score }) => ({
    record,
    score: score + spellingWorth * textsAlike(words, writtenWords(textOf(record))),
  }));
  const best = bestFirst(scored, top);
  return best.length >= top || words.length === 0 ? best : [...best, ...bySpelling(ranking, words, new Set(best), top - best.length)];
}
