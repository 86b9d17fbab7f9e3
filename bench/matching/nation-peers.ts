// What others would do with the nation's records: the same comparison of whole records with another ear for names, and the text query of a child-protection case system.
import type { Prepared } from '../../src/modules/matching/prepare.ts';
import { namePeers } from './name-peers.ts';
import type { Nation } from './nation.ts';

/** Scores of one found child against every missing report: higher is likelier. */
export type RecordPeer = { id: string; ask: (found: Prepared) => Float32Array };

const bearers = ['child', 'father', 'mother'] as const;
type Bearer = (typeof bearers)[number];
/** What a name is worth among the peers' points, as in the ranking engine; at 0.6 alike it speaks neither for nor against. */
const worth: Readonly<Record<Bearer, number>> = { child: 10, father: 9, mother: 7 };
const neutral = 0.6;
const worst = -0.5;

type Words = { ids: Map<string, number>; texts: string[] };

function idOf({ ids, texts }: Words, word: string): number {
  let id = ids.get(word);
  if (id === undefined) {
    ids.set(word, (id = texts.length));
    texts.push(word);
  }
  return id;
}

/** Every name of the bearer as words, each made ready by the peer. */
function namesOf(record: Prepared, bearer: Bearer, prepare: (word: string) => string): string[][] {
  return record.description.names
    .filter((name) => name.bearer === bearer)
    .map(({ text }) =>
      text
        .split(/\s+/)
        .map(prepare)
        .filter((word) => word !== ''),
    );
}

function points(missing: Prepared, found: Prepared): number {
  let sum = 0;
  if (missing.age && found.age) {
    const older = (found.day - missing.day) / 365.2425;
    const apart = Math.abs((missing.age.low + missing.age.high - found.age.low - found.age.high) / 2 + older);
    sum += apart <= 1 ? 2 : apart <= 2 ? 0.6 : apart <= 3 ? -0.5 : -4;
  }
  const [one, other] = [missing.description.sex, found.description.sex];
  return one && other ? sum + (one === other ? 0.8 : -4) : sum;
}

/** Words of the shorter name with their best in the longer, in any order; the mean. */
function aligned(query: readonly Float32Array[], name: readonly number[]): number {
  if (query.length === 0 || name.length === 0) return 0;
  let sum = 0;
  if (query.length <= name.length) {
    for (const row of query) sum += Math.max(...name.map((id) => row[id]!));
    return sum / query.length;
  }
  for (const id of name) sum += Math.max(...query.map((row) => row[id]!));
  return sum / name.length;
}

function otherEar({ missing }: Nation, peer: (typeof namePeers)[number]): RecordPeer {
  const words: Words = { ids: new Map(), texts: [] };
  const names = missing.map((record) =>
    bearers.map((bearer) => namesOf(record, bearer, peer.prepare).map((name) => name.map((word) => idOf(words, word)))),
  );
  const ask = (found: Prepared): Float32Array => {
    const asked = bearers.map((bearer) =>
      namesOf(found, bearer, peer.prepare).map((name) =>
        name.map((word) => Float32Array.from(words.texts, (text) => peer.alike(word, text))),
      ),
    );
    return Float32Array.from(missing, (record, at) => {
      let score = points(record, found);
      bearers.forEach((bearer, place) => {
        let best = -1;
        for (const query of asked[place]!) for (const name of names[at]![place]!) best = Math.max(best, aligned(query, name));
        if (best >= 0) score += worth[bearer] * Math.max(worst, (best - neutral) / (1 - neutral));
      });
      return score;
    });
  };
  return { id: peer.id, ask };
}

const boosts: Readonly<Record<Bearer, number>> = { child: 15, father: 10, mother: 10 };
const sexBoost = 10;
const ageBoost = 10;
const languageBoost = 3;

/** An OR query over words with boosts, as Primero's matching does (name 15, sex 10, age 10, relatives 10, language 3), rare words counting more. */
function textQuery({ missing }: Nation): RecordPeer {
  const lower = (word: string): string => word.toLowerCase();
  const held = new Map<string, number>();
  const names = missing.map((record) => bearers.map((bearer) => new Set(namesOf(record, bearer, lower).flat())));
  for (const record of names) for (const name of record) for (const word of name) held.set(word, (held.get(word) ?? 0) + 1);
  const rarity = (word: string): number => 1 + Math.log(missing.length / (1 + (held.get(word) ?? 0)));
  const years = ({ age }: Prepared): number | null => (age ? Math.floor((age.low + age.high) / 2) : null);
  const ask = (found: Prepared): Float32Array => {
    const asked = bearers.map((bearer) =>
      [...new Set(namesOf(found, bearer, lower).flat())].map((word) => ({ word, worth: rarity(word) })),
    );
    return Float32Array.from(missing, (record, at) => {
      let score = 0;
      bearers.forEach((bearer, place) => {
        for (const { word, worth: rare } of asked[place]!) if (names[at]![place]!.has(word)) score += boosts[bearer] * rare;
      });
      if (found.description.sex !== null && found.description.sex === record.description.sex) score += sexBoost;
      if (years(found) !== null && years(found) === years(record)) score += ageBoost;
      if (found.description.languages.some((language) => record.description.languages.includes(language))) score += languageBoost;
      return score;
    });
  };
  return { id: 'primeroFormula', ask };
}

export function recordPeers(of: Nation): RecordPeer[] {
  return [textQuery(of), ...namePeers.map((peer) => otherEar(of, peer))];
}

/** The place of the true one: 0 is first. Of equals half stand before it. */
export function placeOf(scores: Float32Array, truth: number): number {
  let [above, equal] = [0, 0];
  for (const score of scores) {
    if (score > scores[truth]!) above++;
    else if (score === scores[truth]) equal++;
  }
  return above + (equal - 1) / 2;
}
