// Records considered by the thousand: first what is needed of each is fetched, one after the other, so that the memory is asked many things at once;
// then they are scored by the names reached; only who may still be among the best is compared.
import { type BestScores, noteScore, startBest } from './best-scores.ts';
import { quickShare } from './compare-names.ts';
import { type Asked, bestOf, evidence } from './evidence.ts';
import { type AskedFor, plausiblePoints } from './plausible.ts';
import { CLOSED, FURTHER_NAMES, type RankingIndex, perRecord } from './ranking-index.ts';
import { type ReachedNames, shareOf } from './reached-names.ts';

/**
 * `at`: where the field stands among a record's numbers. `beyond`: the most that a name not reached can say; `sure` where it is also the least.
 */
export type AskedField = Asked & { at: number; worth: number; reached: ReachedNames; beyond: number; sure: boolean };

/** `unsure`: who may be among the best if the names that were not reached say the most they can; `most` tells what all says then. */
export type Search = {
  index: RankingIndex;
  asked: readonly AskedField[];
  other: AskedFor;
  best: BestScores;
  waiting: number;
  offered: number[];
  records: number[];
  scores: number[];
  unsure: { records: number[]; most: number[] };
};

const room = 1024;
const waiting = new Uint32Array(room);
const fetched = new Uint32Array(room * perRecord);

export function startSearch(index: RankingIndex, asked: readonly AskedField[], other: AskedFor, full: number): Search {
  const best = startBest(full);
  return { index, asked, other, best, waiting: 0, offered: [], records: [], scores: [], unsure: { records: [], most: [] } };
}

export function consider(search: Search, record: number): void {
  waiting[search.waiting++] = record;
  if (search.waiting === room) considerWaiting(search);
}

export function considerWaiting(search: Search): void {
  const people = search.index.people.data;
  const count = search.waiting;
  for (let at = 0; at < count; at++) {
    const from = waiting[at]! * perRecord;
    const to = at * perRecord;
    fetched[to] = people[from]!;
    fetched[to + 1] = people[from + 1]!;
    fetched[to + 2] = people[from + 2]!;
    fetched[to + 3] = people[from + 3]!;
  }
  search.waiting = 0;
  for (let at = 0; at < count; at++) scoreRoughly(search, waiting[at]!, at * perRecord);
}

/** By what is at hand: the record's own numbers and the names reached. Whoever can not come among the best is let go. */
function scoreRoughly(search: Search, record: number, from: number): void {
  const { index, asked, best } = search;
  const facts = fetched[from]!;
  if (facts & CLOSED) return;
  let score = plausiblePoints(index, search.other, record, facts);
  let sure = !(facts & FURTHER_NAMES);
  for (let at = 0; at < asked.length; at++) {
    const { worth, reached, beyond, at: place, sure: beyondIsSure } = asked[at]!;
    const name = fetched[from + place]! - 1;
    if (name < 0) continue;
    const share = shareOf(reached, name);
    if (facts & FURTHER_NAMES) score += worth;
    else if (share >= reached.beyond) score += evidence(worth, share);
    else {
      score += beyond;
      sure &&= beyondIsSure;
    }
  }
  if (score < best.limit || score === Number.NEGATIVE_INFINITY || index.offered[record]) return;
  index.offered[record] = 1;
  search.offered.push(record);
  if (sure) keep(search, record, score);
  else {
    search.unsure.records.push(record);
    search.unsure.most.push(score);
  }
}

function keep(search: Search, record: number, score: number): void {
  search.records.push(record);
  search.scores.push(score);
  noteScore(search.best, score);
}

/** Compares the names of those left that may yet be among the best: at the end, when it is known how good one must be for that. */
export function compareUnsure(search: Search): void {
  const { index, asked, best, other, unsure } = search;
  for (let at = 0; at < unsure.records.length; at++) {
    const record = unsure.records[at]!;
    if (unsure.most[at]! < best.limit) continue;
    const from = record * perRecord;
    const facts = index.people.data[from]!;
    let score = plausiblePoints(index, other, record, facts);
    for (const field of asked) {
      const name = index.people.data[from + field.at]! - 1;
      if (name < 0) continue;
      const known = facts & FURTHER_NAMES ? -1 : shareOf(field.reached, name);
      score += evidence(field.worth, known >= field.reached.beyond ? known : bestOf(index, field, record, quickShare));
    }
    keep(search, record, score);
  }
}
