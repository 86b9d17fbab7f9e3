// Deadlines worked out twice, by the code and by plain SQL, over random diaries: not one may differ. A wrong rule is planted to see that it would be noticed.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../seed/random.ts';
import { type Rule, law } from '../src/law/index.ts';
import { type TestDatabase, createEmptyDatabase } from './database/test-database.ts';
import { compareWithOracle, startOracle } from './oracle/obligations-oracle.ts';
import { randomDiary } from './oracle/random-diaries.ts';

const count = 3000;
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await startOracle(client, law);
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const diaries = () => {
  const random = seededRandom('oracle');
  return Array.from({ length: count }, (_, number) => randomDiary(random, law, number));
};

test('the code and the oracle agree on every duty', async () => {
  const { duties, disagreements, seen } = await compareWithOracle(client, law, diaries());
  expect(disagreements.slice(0, 3)).toEqual([]);
  expect(duties).toBeGreaterThan(count);
  for (const [kind, many] of Object.entries(seen)) expect(many, kind).toBeGreaterThan(5);
});

test('a day more in one rule of the code would be noticed', async () => {
  const wrong = law.map((rule): Rule => (rule.id === 'M10' ? { ...rule, due: { days: 8, basis: 'source' } } : rule));
  const { disagreements } = await compareWithOracle(client, wrong, diaries());
  expect(new Set(disagreements.map(({ ours }) => ours?.rule))).toEqual(new Set(['M10']));
});
