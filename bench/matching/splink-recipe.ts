// The peer: Splink's recipe re-derived in DuckDB SQL. Levels as in its examples (exact, Jaro–Winkler, edit distance), union of equality blocks,
// u from random pairs, m by expectation–maximisation in two sessions, prior from deterministic rules. Plain where Splink's own defaults are plain.
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { type Row, columns } from './english-people.ts';

type Pair = { one: string; other: string; probability: number };

const name = (column: string): string =>
  `case when l.${column} is null or r.${column} is null then 0 when l.${column} = r.${column} then 1 when jaro_winkler_similarity(l.${column}, r.${column}) >= 0.92 then 2 when jaro_winkler_similarity(l.${column}, r.${column}) >= 0.88 then 3 when jaro_winkler_similarity(l.${column}, r.${column}) >= 0.7 then 4 else 5 end`;
const code = (column: string): string =>
  `case when l.${column} is null or r.${column} is null then 0 when l.${column} = r.${column} then 1 when damerau_levenshtein(l.${column}, r.${column}) <= 1 then 2 when damerau_levenshtein(l.${column}, r.${column}) <= 2 then 3 else 4 end`;
const exact = (column: string): string =>
  `case when l.${column} is null or r.${column} is null then 0 when l.${column} = r.${column} then 1 else 2 end`;

const comparisons: readonly { column: string; levels: number; sql: string }[] = [
  { column: 'given_name', levels: 6, sql: name('given_name') },
  { column: 'surname', levels: 6, sql: name('surname') },
  { column: 'date_of_birth', levels: 5, sql: code('date_of_birth') },
  { column: 'soc_sec_id', levels: 5, sql: code('soc_sec_id') },
  { column: 'street_number', levels: 3, sql: exact('street_number') },
  { column: 'postcode', levels: 5, sql: code('postcode') },
  { column: 'address_1', levels: 6, sql: name('address_1') },
  { column: 'suburb', levels: 6, sql: name('suburb') },
  { column: 'occupation', levels: 3, sql: exact('occupation') },
];
const rules: readonly (readonly string[])[] = [
  ['given_name', 'surname'],
  ['date_of_birth'],
  ['soc_sec_id'],
  ['surname', 'postcode'],
  ['given_name', 'postcode'],
  ['surname', 'occupation', 'suburb'],
  ['address_1', 'street_number'],
];
const sessions = [rules[0]!, rules[1]!];
const on = (rule: readonly string[]): string => rule.map((column) => `l.${column} = r.${column}`).join(' and ');

async function rowsOf(db: DuckDBConnection, sql: string): Promise<number[][]> {
  return (await (await db.runAndReadAll(sql)).getRows()).map((row) => row.map(Number));
}

async function load(db: DuckDBConnection, table: string, rows: readonly Row[]): Promise<void> {
  await db.run(`create table ${table} (id varchar, ${columns.map((column) => `${column} varchar`).join(', ')})`);
  const appender = await db.createAppender(table);
  for (const row of rows) {
    for (const text of row) {
      if (text === '') appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
}

const patternsOf = (from: string): string => `select ${comparisons.map(({ sql }) => sql).join(', ')}, count(*) from ${from} group by all`;

function maximise(patterns: readonly number[][], u: readonly number[][], free: readonly boolean[]): { m: number[][]; matched: number } {
  let m = comparisons.map(({ levels }) => Array.from({ length: levels }, (_, level) => (level === 1 ? 0.9 : 0.1 / (levels - 2))));
  let [share, matched] = [0.01, 0];
  const total = patterns.reduce((sum, pattern) => sum + pattern.at(-1)!, 0);
  for (let round = 0; round < 50; round++) {
    const counts = m.map((levels) => levels.map(() => 1e-6));
    matched = 0;
    for (const pattern of patterns) {
      let odds = share / (1 - share);
      comparisons.forEach((_, at) => {
        const level = pattern[at]!;
        if (free[at] && level > 0) odds *= m[at]![level]! / u[at]![level]!;
      });
      const weight = (pattern.at(-1)! * odds) / (1 + odds);
      matched += weight;
      comparisons.forEach((_, at) => (counts[at]![pattern[at]!]! += weight));
    }
    m = counts.map((levels) =>
      levels.map((count, level) => (level === 0 ? 0 : count / (levels.reduce((sum, one) => sum + one, 0) - levels[0]!))),
    );
    share = matched / total;
  }
  return { m, matched };
}

/** A million random pairs, as Splink draws them. */
async function strangers(db: DuckDBConnection): Promise<number[][]> {
  await db.run('create table x as select *, row_number() over () - 1 as n from a');
  await db.run('create table y as select *, row_number() over () - 1 as n from b');
  await db.run(
    `create table drawn as select hash(i) % (select count(*) from a) as one, hash(i + 1000000007) % (select count(*) from b) as other from range(1000000) t(i)`,
  );
  const patterns = await rowsOf(db, patternsOf('drawn join x l on l.n = drawn.one join y r on r.n = drawn.other'));
  return comparisons.map(({ levels }, at) => {
    const counts = Array.from({ length: levels }, () => 0.5);
    for (const pattern of patterns) counts[pattern[at]!]! += pattern.at(-1)!;
    const known = counts.slice(1).reduce((sum, one) => sum + one, 0);
    return counts.map((count) => count / known);
  });
}

type Linked = { pairs: Pair[]; seconds: number; compared: number };

/** As `splinkRecipe`, or null if it had not ended by then. */
export async function splinkRecipeWithin(seconds: number, left: readonly Row[], right: readonly Row[]): Promise<Linked | null> {
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  let late = false;
  const stop = setTimeout(() => {
    late = true;
    db.interrupt();
  }, seconds * 1000);
  try {
    return await linkedIn(db, left, right);
  } catch (error) {
    if (late) return null;
    throw error;
  } finally {
    clearTimeout(stop);
    db.closeSync();
  }
}

/** Links the two registers; pairs of probability 0.01 or more. */
export async function splinkRecipe(left: readonly Row[], right: readonly Row[]): Promise<Linked> {
  const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  const linked = await linkedIn(db, left, right);
  db.closeSync();
  return linked;
}

async function linkedIn(db: DuckDBConnection, left: readonly Row[], right: readonly Row[]): Promise<Linked> {
  await load(db, 'a', left);
  await load(db, 'b', right);
  const started = performance.now();
  const u = await strangers(db);
  const learned: { m: number[][]; matched: number; free: boolean[] }[] = [];
  for (const rule of sessions) {
    const patterns = await rowsOf(db, patternsOf(`a l join b r on ${on(rule)}`));
    const free = comparisons.map(({ column }) => !rule.includes(column));
    learned.push({ ...maximise(patterns, u, free), free });
  }
  const m = comparisons.map(({ levels }, at) => {
    const of = learned.filter(({ free }) => free[at]);
    return Array.from({ length: levels }, (_, level) => of.reduce((sum, session) => sum + session.m[at]![level]!, 0) / of.length);
  });
  const sure = (
    await rowsOf(
      db,
      `select count(*) from (select l.id, r.id from a l join b r on ${on(['soc_sec_id', 'given_name'])} union select l.id, r.id from a l join b r on ${on(['given_name', 'surname', 'date_of_birth'])})`,
    )
  )[0]![0]!;
  const expected = sure / 0.8;
  const prior = Math.log2(expected / (left.length * right.length - expected));
  const bits = comparisons.map(({ sql, levels }, at) => {
    const arms = Array.from(
      { length: levels - 1 },
      (_, level) => `when ${level + 1} then ${Math.log2(Math.max(1e-9, m[at]![level + 1]!) / u[at]![level + 1]!)}`,
    );
    return `case ${sql} ${arms.join(' ')} else 0 end`;
  });
  await db.run(
    `create table pairs as ${rules.map((rule) => `select l.id as one, r.id as other from a l join b r on ${on(rule)}`).join(' union ')}`,
  );
  const scored = await db.runAndReadAll(
    `select one, other, 1 / (1 + pow(2, -bits)) as p from (select one, other, ${prior} + ${bits.join(' + ')} as bits from pairs join a l on l.id = one join b r on r.id = other) where bits > -6.6 order by p desc`,
  );
  const seconds = (performance.now() - started) / 1000;
  const compared = (await rowsOf(db, 'select count(*) from pairs'))[0]![0]!;
  const pairs = scored.getRows().map(([one, other, p]) => ({ one: String(one), other: String(other), probability: Number(p) }));
  return { pairs, seconds, compared };
}
