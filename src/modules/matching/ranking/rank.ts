// Ranks records against a query: candidates by each name and by place, all of them scored quickly, the best compared in full.
import { type Comparison, type WordPair, endComparison, fullLikeness, quickShare, startComparison } from './compare-names.ts';
import { firstPass } from './first-pass.ts';
import { type AskedFor, type Plausibility, askedFor, bestPoints, plausibility, plausiblePoints } from './plausible.ts';
import { queryNames } from './query-name.ts';
import { CLOSED, type NamedField, type Particulars, type RankingIndex, namedFields } from './ranking-index.ts';

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

const worth: Readonly<Record<NamedField, number>> = { name: 10, father: 9, mother: 7 };
/** At this likeness a name speaks neither for nor against. */
const neutral = 0.6;
/** The most a name can speak against, as a part of its worth: people have several names. */
const worstPart = 0.5;
/** Records no name leads to, looked at one by one. */
const mostByPlace = 20_000;
const mostCandidates = 150_000;

/** `plain`: one name is asked for, and no record bears more than one in this field. */
type Asked = { field: NamedField; comparisons: Comparison[]; plain: boolean };

function evidence(field: NamedField, likeness: number): number {
  return worth[field] * Math.max(-worstPart, (likeness - neutral) / (1 - neutral));
}

/** The best likeness between any name asked for and any name the record bears in the field; -1 if the record bears none. */
function bestOf(index: RankingIndex, asked: Asked, record: number, compare: (one: Comparison, name: number) => number): number {
  const { main, others } = index.fields[asked.field];
  const first = main.data[record]!;
  if (first === 0) return -1;
  const further = others.size > 0 ? others.get(record) : undefined;
  let best = 0;
  for (const comparison of asked.comparisons) {
    best = Math.max(best, compare(comparison, first - 1));
    if (further) for (const name of further) best = Math.max(best, compare(comparison, name));
  }
  return best;
}

function quickPlain(index: RankingIndex, { field, comparisons }: Asked, record: number): number {
  const first = index.fields[field].main.data[record]!;
  return first === 0 ? -1 : quickShare(comparisons[0]!, first - 1);
}

/** `from`: the field whose name led here, and how much of it is shared: that need not be reckoned again. */
function quickScore(
  index: RankingIndex,
  asked: readonly Asked[],
  other: AskedFor,
  record: number,
  from: Asked | null,
  known: number,
): number {
  let score = plausiblePoints(index, other, record);
  if (score === Number.NEGATIVE_INFINITY) return score;
  for (let at = 0; at < asked.length; at++) {
    const one = asked[at]!;
    const found = one === from && one.plain ? known : one.plain ? quickPlain(index, one, record) : bestOf(index, one, record, quickShare);
    const share = one === from && known > found ? known : found;
    if (share >= 0) score += evidence(one.field, share);
  }
  return score;
}

type Found = { offered: number[]; records: number[]; scores: number[] };

/** Scores every record a name or the place leads to, each once; passes over names whose bearers can no more come among the `full` best. */
function candidates(index: RankingIndex, asked: readonly Asked[], other: AskedFor, reach: number, full: number): Found {
  const found: Found = { offered: [], records: [], scores: [] };
  if (index.offered.length < index.facts.length) index.offered = new Uint8Array(index.facts.data.length);
  const seen = index.offered;
  let from: Asked | null = null;
  let share = 0;
  const offer = (record: number): void => {
    if (seen[record] || index.facts.data[record]! & CLOSED || found.records.length >= mostCandidates) return;
    seen[record] = 1;
    found.offered.push(record);
    const score = quickScore(index, asked, other, record, from, share);
    if (score === Number.NEGATIVE_INFINITY) return;
    found.records.push(record);
    found.scores.push(score);
  };
  let unseen = bestPoints(other); // the most that age, sex, place and the fields gone through can say for a record not offered yet
  for (const one of asked) {
    const { names } = index.fields[one.field];
    const enough = found.scores.length > full ? scoreOf(found.scores, full) : Number.NEGATIVE_INFINITY;
    const ahead = asked.slice(asked.indexOf(one) + 1).reduce((sum, { field }) => sum + worth[field], unseen);
    let least = 0;
    for (const comparison of one.comparisons) {
      const reached = firstPass(comparison, reach);
      from = one;
      least = Math.max(least, reached.least);
      reached.names.forEach((name, at) => {
        share = reached.shares[at]!;
        if (ahead + evidence(one.field, share) < enough) return;
        offerAll(names.records, names.lateRecords, name, offer, mostCandidates);
      });
    }
    unseen += Math.max(0, evidence(one.field, least));
  }
  from = null;
  if (!asked.some(({ field }) => field === 'name') && other.place > 0)
    offerAll(index.byPlace, index.lateByPlace, other.place, offer, mostByPlace);
  for (const record of found.offered) seen[record] = 0;
  return found;
}

function offerAll(
  lists: RankingIndex['byPlace'],
  late: Map<number, number[]>,
  list: number,
  offer: (record: number) => void,
  most: number,
): void {
  const start = lists.start[list] ?? 0;
  const end = Math.min(start + most, lists.start[list + 1] ?? 0);
  for (let at = start; at < end; at++) offer(lists.values[at]!);
  for (const record of late.get(list) ?? []) offer(record);
}

/** The score of the one at place `most`, from the best. */
function scoreOf(scores: readonly number[], most: number): number {
  return Float64Array.from(scores).sort()[scores.length - most]!;
}

/** The `most` best by score, in no order. */
function best(records: readonly number[], scores: readonly number[], most: number): number[] {
  if (records.length <= most) return [...records];
  const limit = scoreOf(scores, most);
  const above = records.filter((_, at) => scores[at]! > limit);
  for (let at = 0; at < records.length && above.length < most; at++) if (scores[at] === limit) above.push(records[at]!);
  return above;
}

function inFull(index: RankingIndex, asked: readonly Asked[], other: AskedFor, record: number): Ranked {
  const perField = { name: null, father: null, mother: null, ...plausibility(index, other, record) } as Ranked['perField'];
  let score = (perField.age ?? 0) + (perField.sex ?? 0) + (perField.place ?? 0);
  for (const one of asked) {
    const likeness = bestOf(index, one, record, fullLikeness);
    if (likeness < 0) continue;
    perField[one.field] = likeness;
    score += evidence(one.field, likeness);
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
    const { names, others } = index.fields[field];
    const comparisons = queryNames(index, query[field], compared).map((name) =>
      startComparison(name, names, index.vocabulary, tableOf(index, tables++)),
    );
    return comparisons.length > 0 ? [{ field, comparisons, plain: comparisons.length === 1 && others.size === 0 }] : [];
  });
}

/** Best first; records alike in everything stand in the order they were added. Empty if the query holds nothing to find anybody by. */
export function rank(index: RankingIndex, query: Particulars, options: RankOptions): Ranked[] {
  const { top, reach = 300, full = 100, compared = 50, explain = false } = options;
  const other = askedFor(query);
  const asked = askFor(index, query, compared);
  const { records, scores } = candidates(index, asked, other, reach, Math.max(full, top));
  const ranked = best(records, scores, Math.max(full, top)).map((record) => inFull(index, asked, other, record));
  const first = ranked.sort((one, another) => another.score - one.score || one.record - another.record).slice(0, top);
  if (explain) for (const one of first) one.pairs = pairsOf(index, asked, one.record);
  for (const { comparisons } of asked) comparisons.forEach(endComparison);
  return first;
}
