// Ranks records against a query: candidates by each name and by place, all of them scored quickly, the best compared in full.
import { best } from './best.ts';
import { candidates } from './candidates.ts';
import { type WordPair, endComparison, fullLikeness, startComparison } from './compare-names.ts';
import { type Asked, bestOf, evidence, worth } from './evidence.ts';
import { type AskedFor, type Plausibility, askedFor, plausibility } from './plausible.ts';
import { queryNames } from './query-name.ts';
import { type NamedField, type Particulars, type RankingIndex, namedFields } from './ranking-index.ts';

/** `score` is for ranking only: it is no probability. `perField`: likeness of names 0 to 1, points of the rest; null where a side says nothing. */
export type Ranked = {
  record: number;
  score: number;
  perField: Record<NamedField, number | null> & Plausibility;
  /** Only where an explanation was asked for: per field that both sides say, which words were taken for one another. */
  pairs?: Partial<Record<NamedField, WordPair[]>>;
};
/** `top`: how many to answer. `reach`: unique names kept by each first pass. `full`: records compared in full. `compared`: words of the
 * vocabulary compared in full with each word of the query. `explain`: also which words were paired. */
export type RankOptions = { top: number; reach?: number; full?: number; compared?: number; explain?: boolean };

function inFull(index: RankingIndex, asked: readonly Asked[], other: AskedFor, record: number): Ranked {
  const perField = { name: null, father: null, mother: null, ...plausibility(index, other, record) } as Ranked['perField'];
  let score = (perField.age ?? 0) + (perField.sex ?? 0) + (perField.place ?? 0);
  for (const one of asked) {
    const likeness = bestOf(index, one, record, fullLikeness);
    if (likeness < 0) continue;
    perField[one.field] = likeness;
    score += evidence(worth[one.field], likeness);
  }
  return { record, score, perField };
}

/** The pairs of words behind the likeness of each field: of the best of the ways the person is called. */
function pairsOf(index: RankingIndex, asked: readonly Asked[], record: number): Partial<Record<NamedField, WordPair[]>> {
  const all: Partial<Record<NamedField, WordPair[]>> = {};
  for (const one of asked) {
    let most = -1;
    bestOf(index, one, record, (comparison, name) => {
      const pairs: WordPair[] = [];
      const likeness = fullLikeness(comparison, name, pairs);
      if (likeness > most) [most, all[one.field]] = [likeness, pairs];
      return likeness;
    });
  }
  return all;
}

/** A table of zeros as long as the vocabulary: the `number`th of those kept for it. */
function tableOf(index: RankingIndex, number: number): Uint16Array {
  const words = index.vocabulary.mass.data.length;
  const kept = index.tables[number];
  return kept && kept.length >= words ? kept : (index.tables[number] = new Uint16Array(words));
}

function askFor(index: RankingIndex, query: Particulars, compared: number): Asked[] {
  let tables = 0;
  return namedFields.flatMap((field) => {
    const { names } = index.fields[field];
    const comparisons = queryNames(index, query[field], compared).map((name) =>
      startComparison(name, names, index.vocabulary, tableOf(index, tables++)),
    );
    return comparisons.length > 0 ? [{ field, comparisons }] : [];
  });
}

/** Best first; records alike in everything stand in the order they were added. Empty if the query holds nothing to find anybody by. */
export function rank(index: RankingIndex, query: Particulars, options: RankOptions): Ranked[] {
  const { top, reach = 500, full = 200, compared = 50, explain = false } = options;
  const other = askedFor(query);
  const asked = askFor(index, query, compared);
  const { records, scores } = candidates(index, asked, other, reach, Math.max(full, top));
  const ranked = best(records, scores, Math.max(full, top)).map((record) => inFull(index, asked, other, record));
  const first = ranked.sort((one, another) => another.score - one.score || one.record - another.record).slice(0, top);
  if (explain) for (const one of first) one.pairs = pairsOf(index, asked, one.record);
  for (const { comparisons } of asked) comparisons.forEach(endComparison);
  return first;
}
