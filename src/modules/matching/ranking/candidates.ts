// Whom to compare in full: the bearers of the names reached, by the child's name, the father's and the mother's, or the records of the place, scored quickly.
import { type AskedField, type Search, compareUnsure, consider, considerWaiting, startSearch } from './considering.ts';
import { type Asked, evidence, worstPart, worth } from './evidence.ts';
import { type Reached, firstPass } from './first-pass.ts';
import { type AskedFor, bestPoints } from './plausible.ts';
import { type RankingIndex, countRecords } from './ranking-index.ts';
import { reachedNames } from './reached-names.ts';

/** Records no name leads to, looked at one by one. */
const mostByPlace = 20_000;
const mostCandidates = 150_000;

type Reaching = AskedField & { lists: Reached[] };

function reach(index: RankingIndex, { field, comparisons }: Asked, most: number): Reaching {
  const lists = comparisons.map((comparison) => firstPass(comparison, most));
  const reached = reachedNames(lists);
  const beyond = evidence(worth[field], reached.beyond);
  const sure = beyond <= -worstPart * worth[field];
  return { field, comparisons, at: index.fields[field].at, worth: worth[field], lists, reached, beyond, sure };
}

function considerAll(search: Search, lists: RankingIndex['byPlace'], late: Map<number, number[]>, list: number, most: number): void {
  const start = lists.start[list] ?? 0;
  const end = Math.min(start + most, lists.start[list + 1] ?? 0);
  for (let at = start; at < end && search.offered.length < mostCandidates; at++) consider(search, lists.values[at]!);
  const since = late.size > 0 ? late.get(list) : undefined;
  if (since) for (const record of since) consider(search, record);
}

/** The bearers of every name reached in one field, best names first. `ahead`: the most that all else can say. */
function considerBearers(search: Search, { field, lists, worth }: Reaching, ahead: number): void {
  const { names } = search.index.fields[field];
  for (const { names: reached, shares } of lists)
    for (let at = 0; at < reached.length; at++) {
      if (ahead + evidence(worth, shares[at]!) < search.best.limit) continue;
      considerAll(search, names.records, names.lateRecords, reached[at]!, mostCandidates);
    }
  considerWaiting(search);
}

/** Records and their quick scores: every one that may be among the `full` best by them, each once. */
export function candidates(
  index: RankingIndex,
  all: readonly Asked[],
  other: AskedFor,
  most: number,
  full: number,
): Pick<Search, 'records' | 'scores'> {
  if (index.offered.length < countRecords(index)) index.offered = new Uint8Array(index.place.data.length);
  const asked = all.map((one) => reach(index, one, most));
  const search = startSearch(index, asked, other, full);
  let ahead = bestPoints(other) + asked.reduce((sum, one) => sum + one.worth, 0);
  for (const one of asked) {
    ahead -= one.worth;
    considerBearers(search, one, ahead);
    ahead += Math.max(0, one.beyond); // whoever was not reached by this name, or has none
  }
  if (!asked.some(({ field }) => field === 'name') && other.place > 0) {
    considerAll(search, index.byPlace, index.lateByPlace, other.place, mostByPlace);
    considerWaiting(search);
  }
  compareUnsure(search);
  for (const record of search.offered) index.offered[record] = 0;
  return search;
}
