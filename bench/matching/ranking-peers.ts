// Others asked the same questions of the same register: PostgreSQL's pg_trgm, DuckDB looking at every row, MiniSearch. Names in Latin letters by
// any-ascii, since none of them reads another script; age and sex speak by the same points as with us.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import anyAscii from 'any-ascii';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { addRecord, rank, settle, startIndex } from '../../src/modules/matching/ranking/index.ts';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import { type People, queryOf, recordOf, startPeople } from './people.ts';

/** What a peer is asked by. `born`: months since January 1900. */
type Question = { name: string; father: string; born: number; sex: string };
/** `find` answers numbers of records, best first, at most ten. */
type RankingPeer = {
  readonly id: string;
  find: (question: Question, number: number) => Promise<number[]> | number[];
  stop: () => Promise<void> | void;
};

function spelled(text: string | readonly string[] | null | undefined): string {
  return anyAscii(String(text ?? ''))
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}

function* rowsOf(people: People, records: number): Generator<Question & { id: number }> {
  for (let id = 0; id < records; id++) {
    const { name, father, born, sex } = recordOf(people, id);
    yield { id, name: spelled(name), father: spelled(father), born: born ?? 0, sex: sex ?? '' };
  }
}

function questionOf(people: People, number: number): Question {
  const { name, father, born, sex } = queryOf(people, number);
  return { name: spelled(name), father: spelled(father), born: born!, sex: sex! };
}

/** As src/modules/matching/ranking/plausible.ts: the same in SQL. */
const points = (born: string, sex: string): string =>
  `case when abs(born - ${born}) <= 7 then 2 when abs(born - ${born}) <= 13 then 1.5 when abs(born - ${born}) <= 25 then 0.6 when abs(born - ${born}) <= 37 then -0.5 when abs(born - ${born}) <= 61 then -2.5 else -5 end + case when sex = ${sex} then 0.8 else -4 end`;

/** The three hundred nearest by each name through a GiST index, then both names, age and sex weighed together. */
async function startTrigrams(people: People, records: number): Promise<RankingPeer> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-trigrams-'));
  chmodSync(directory, 0o711); // root's server runs as nobody
  const server = await startEmbedded({
    directory: join(directory, 'server'),
    settings: { fsync: 'off', shared_buffers: '2GB', maintenance_work_mem: '1GB' },
  });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create extension pg_trgm');
  await client.query('create table person (id integer primary key, name text, father text, born integer, sex text)');
  const into = client.query(copyFrom('copy person from stdin'));
  await pipeline(function* () {
    for (const { id, name, father, born, sex } of rowsOf(people, records)) yield `${id}\t${name}\t${father}\t${born}\t${sex}\n`;
  }, into);
  for (const field of ['name', 'father'])
    await client.query(`create index person_${field} on person using gist (${field} gist_trgm_ops (siglen = 64))`);
  await client.query('analyze person');
  const text = `select id from ((select * from person order by name <-> $1 limit 300) union (select * from person order by father <-> $2 limit 300)) near
    order by 10 * similarity(name, $1) + 9 * similarity(father, $2) + ${points('$3::integer', '$4')} desc, id limit 10`;
  return {
    id: 'pg_trgm',
    find: async ({ name, father, born, sex }) => {
      const { rows } = await client.query<{ id: number }>({ name: 'near', text, values: [name, father, born, sex] });
      return rows.map(({ id }) => id);
    },
    stop: async () => {
      await client.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Every row compared, on both processors. */
async function startBruteForce(people: People, records: number): Promise<RankingPeer> {
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await db.run('create table person (id integer, name varchar, father varchar, born integer, sex varchar)');
  const appender = await db.createAppender('person');
  for (const { id, name, father, born, sex } of rowsOf(people, records)) {
    appender.appendInteger(id);
    appender.appendVarchar(name);
    appender.appendVarchar(father);
    appender.appendInteger(born);
    appender.appendVarchar(sex);
    appender.endRow();
  }
  appender.closeSync();
  const statement = await db.prepare(
    `select id from person order by 10 * jaro_winkler_similarity(name, $1) + 9 * jaro_winkler_similarity(father, $2) + ${points('$3', '$4')} desc limit 10`,
  );
  return {
    id: 'DuckDB, Jaro–Winkler of every row',
    find: async ({ name, father, born, sex }) => {
      statement.bindVarchar(1, name);
      statement.bindVarchar(2, father);
      statement.bindInteger(3, born);
      statement.bindVarchar(4, sex);
      return (await (await statement.run()).getRows()).map(([id]) => Number(id));
    },
    stop: () => db.closeSync(),
  };
}

/** Fuzzy by a fifth of the letters, as its own pages suggest. */
function startMiniSearch(people: People, records: number): RankingPeer {
  const index = new MiniSearch<Question & { id: number }>({ fields: ['name', 'father'], storeFields: ['born', 'sex'] });
  for (const row of rowsOf(people, records)) index.add(row);
  return {
    id: 'MiniSearch, fuzzy',
    find: ({ name, father, born, sex }) =>
      index
        .search(
          {
            combineWith: 'OR',
            queries: [
              { queries: [name], fields: ['name'] },
              { queries: [father], fields: ['father'] },
            ],
          },
          {
            fuzzy: 0.2,
            filter: (hit) => Math.abs(Number(hit['born']) - born) <= 96,
            boostDocument: (_, __, stored) => (stored?.['sex'] === sex ? 1 : 0.6),
          },
        )
        .slice(0, 10)
        .map(({ id }) => Number(id)),
    stop: () => index.removeAll(),
  };
}

/** Ours, with its explanation, asked in whatever script the query is in. */
function startOurs(people: People, records: number): RankingPeer {
  const index = startIndex();
  for (let number = 0; number < records; number++) addRecord(index, recordOf(people, number));
  settle(index);
  return {
    id: 'this engine',
    find: (_, number) => rank(index, queryOf(people, number), { top: 10, explain: true }).map(({ record }) => record),
    stop: () => {},
  };
}

type Asked = { readonly id: string; first: number; ten: number; readonly times: number[] };

/** The first questions warm caches and compiled code, and are not counted. */
const warmUp = 100;

async function ask(peer: RankingPeer, people: People, records: number, queries: number): Promise<Asked> {
  const asked: Asked = { id: peer.id, first: 0, ten: 0, times: [] };
  const all = queries + warmUp;
  for (let at = 0; at < all; at++) {
    const number = Math.floor(((at + 0.5) * records) / all);
    const question = questionOf(people, number);
    const start = performance.now();
    const found = await peer.find(question, number);
    const took = performance.now() - start;
    if (at < warmUp) continue;
    asked.times.push(took);
    if (found[0] === number) asked.first++;
    if (found.includes(number)) asked.ten++;
  }
  await peer.stop();
  console.error(`${peer.id}: ${asked.first} first and ${asked.ten} among ten of ${queries}`);
  return asked;
}

/** Who keeps an index in memory as we do is only reported. */
const goalTimesFaster: Readonly<Record<string, number>> = { pg_trgm: 10, 'DuckDB, Jaro–Winkler of every row': 10 };

function rowsBeside(ours: Asked, peer: Asked, records: number): Figure[] {
  const n = peer.times.length;
  const id = `ranking.${records} beside ${peer.id}`;
  const beside = (figure: Figure, value: number): Figure => ({
    ...figure,
    peer: { name: peer.id, value: Math.round(value * 1000) / 1000 },
  });
  const goal = records < 1_000_000 ? undefined : goalTimesFaster[peer.id];
  const times = percentile(peer.times, 0.5) / percentile(ours.times, 0.5);
  return [
    beside(atMost(`${id}: recall@1`, ours.first / n, 'share', n, null), peer.first / n),
    beside(atLeast(`${id}: recall@10`, ours.ten / n, 'share', n, Math.round((1000 * peer.ten) / n) / 1000), peer.ten / n),
    beside(atMost(`${id}: p50`, percentile(ours.times, 0.5), 'ms', n, null), percentile(peer.times, 0.5)),
    beside(atMost(`${id}: p95`, percentile(ours.times, 0.95), 'ms', n, null), percentile(peer.times, 0.95)),
    goal === undefined
      ? atMost(`${id}: times faster at p50`, times, 'times', n, null)
      : atLeast(`${id}: times faster at p50`, times, 'times', n, goal),
  ];
}

/** One after the other, each alone in memory: the same register, the same questions. */
export async function rankingPeerFigures(data: string | undefined, records: number, queries = 200): Promise<Figure[]> {
  const people = startPeople('register', data, 'held');
  const ours = await ask(startOurs(people, records), people, records, queries);
  const rows: Figure[] = [];
  for (const start of [startTrigrams, startBruteForce, startMiniSearch])
    rows.push(...rowsBeside(ours, await ask(await start(people, records), people, records, queries), records));
  return rows;
}
