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

function considerRun(search: Search, records: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to && search.offered.length < mostCandidates; at++) consider(search, records[at]!);
}

function considerEach(search: Search, records: readonly number[] = []): void {
  for (const record of records) consider(search, record);
}

/** Those of one place, as far as they are looked at one by one. */
function considerPlace(search: Search, { byPlace, lateByPlace }: RankingIndex, place: number): void {
  const from = byPlace.start[place] ?? 0;
  considerRun(search, byPlace.values, from, Math.min(from + mostByPlace, byPlace.start[place + 1] ?? 0));
  considerEach(search, lateByPlace.get(place));
  considerWaiting(search);
}

/** The bearers of every name reached in one field, best names first. `ahead`: the most that all else can say. */
function considerBearers(search: Search, { field, lists, worth }: Reaching, ahead: number): void {
  const { records, lateRecords } = search.index.fields[field].names;
  for (const { names, shares } of lists) {
    // Fetched together, so that the memory is asked many things at once.
    const [starts, ends] = [names.map((name) => records.start[name] ?? 0), names.map((name) => records.start[name + 1] ?? 0)];
    for (let at = 0; at < names.length; at++) {
      if (ahead + evidence(worth, shares[at]!) < search.best.limit) continue;
      considerRun(search, records.values, starts[at]!, ends[at]!);
      if (lateRecords.size > 0) considerEach(search, lateRecords.get(names[at]!));
    }
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
  if (!asked.some(({ field }) => field === 'name') && other.place > 0) considerPlace(search, index, other.place);
  compareUnsure(search);
  for (const record of search.offered) index.offered[record] = 0;
  return search;
}
