// The ranking engine measured: how often the right one of a million is among the first ten, how long a question takes, what a record costs.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import {
  type Particulars,
  type RankingIndex,
  addRecord,
  closeRecord,
  rank,
  settle,
  startIndex,
} from '../../src/modules/matching/ranking/index.ts';
import { type People, queryOf, recordOf, startPeople } from './people.ts';

/** `data`: folder of lexicons, for a vocabulary with a real tail; without it the tail is halves of names. `large`: ten million too. */
export type RankingOptions = { data?: string | undefined; large?: boolean };
type Register = { id: string; records: number; queries: number; people: People; goals: Goals };

type Measured = { first: number; ten: number; times: number[] };
type Goals = { p50: number | null; p95: number | null; ten: number | null };

const noGoals: Goals = { p50: null, p95: null, ten: null };

/** Questions asked before the clock counts: the first hundreds are slower while the engine's code is being compiled. */
const warmUp = 500;
const inserts = 1000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function bytesHeld(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Asks for people spread evenly over the register. `forget`: no word was ever asked for before. */
function ask(
  { records, queries, people }: Register,
  index: RankingIndex,
  ofQuery: (whole: Particulars) => Particulars,
  forget = false,
): Measured {
  const measured: Measured = { first: 0, ten: 0, times: [] };
  for (let at = -warmUp; at < queries; at++) {
    const number = at < 0 ? Math.floor(((at + warmUp + 0.5) * records) / warmUp) : Math.floor((at * records) / queries);
    const query = ofQuery(queryOf(people, number));
    if (forget) index.remembered.clear();
    const start = performance.now();
    const found = rank(index, query, { top: 10, explain: true });
    const took = performance.now() - start;
    if (at < 0) continue;
    measured.times.push(took);
    const place = found.findIndex(({ record }) => record === number);
    if (place === 0) measured.first++;
    if (place >= 0) measured.ten++;
  }
  return measured;
}

function rowsOf(id: string, { first, ten, times }: Measured, goals: Goals): Figure[] {
  const n = times.length;
  return [
    atMost(`${id}.recallAt1`, first / n, 'share', n, null),
    goals.ten === null
      ? atMost(`${id}.recallAt10`, ten / n, 'share', n, null)
      : atLeast(`${id}.recallAt10`, ten / n, 'share', n, goals.ten),
    atMost(`${id}.p50`, percentile(times, 0.5), 'ms', n, goals.p50),
    atMost(`${id}.p95`, percentile(times, 0.95), 'ms', n, goals.p95),
  ];
}

function insertRow({ id, people, records }: Register, index: RankingIndex): Figure {
  const times = Array.from({ length: inserts }, (_, at) => {
    const record = recordOf(people, records + at);
    const start = performance.now();
    const number = addRecord(index, record);
    const took = performance.now() - start;
    closeRecord(index, number);
    return took;
  });
  return atMost(`${id}.insert.p95`, percentile(times, 0.95), 'ms', inserts, 2);
}

/** One register: built, asked by name, by name and father, by everything, with words remembered and without; then added to. */
function registerFigures(register: Register): Figure[] {
  const { id, records, people, goals } = register;
  const before = bytesHeld();
  const index = startIndex();
  const started = performance.now();
  for (let number = 0; number < records; number++) addRecord(index, recordOf(people, number));
  const added = performance.now();
  settle(index);
  const settled = performance.now();
  const held = bytesHeld() - before;
  return [
    atMost(`${id}.distinctNames`, index.fields.name.names.mass.length, 'names', records, null),
    atMost(`${id}.distinctWords`, index.vocabulary.phonemes.length, 'words', records, null),
    atMost(`${id}.hearing`, (added - started) / 1000, 's, with making the people', records, null),
    atMost(`${id}.settling`, (settled - added) / 1000, 's', records, null),
    atMost(`${id}.memory`, held / records, 'MB per million', records, 300),
    ...rowsOf(
      `${id}.name`,
      ask(register, index, ({ name }) => ({ name })),
      noGoals,
    ),
    ...rowsOf(
      `${id}.nameAndFather`,
      ask(register, index, ({ name, father }) => ({ name, father })),
      noGoals,
    ),
    ...rowsOf(
      `${id}.whole`,
      ask(register, index, (whole) => whole),
      goals,
    ),
    ...rowsOf(
      `${id}.whole.newWords`,
      ask(register, index, (whole) => whole, true),
      noGoals,
    ),
    insertRow(register, index),
  ];
}

/** A million records, and ten million if asked; how the cost of a question grows between them. */
export function rankingFigures({ data, large }: RankingOptions): Figure[] {
  const people = startPeople('register', data, 'held');
  const queries = 2000;
  const million = registerFigures({ id: 'ranking.1M', records: 1e6, queries, people, goals: { p50: 4, p95: 10, ten: 0.99 } });
  if (!large) return million;
  const ten = registerFigures({ id: 'ranking.10M', records: 1e7, queries, people, goals: { p50: null, p95: 35, ten: 0.98 } });
  const p95 = (rows: Figure[], id: string): number => rows.find((row) => row.id === `${id}.whole.p95`)!.value;
  return [
    ...million,
    ...ten,
    atMost('ranking.growth', p95(ten, 'ranking.10M') / p95(million, 'ranking.1M'), 'times, 1M to 10M, at p95', queries, 3.5),
  ];
}
