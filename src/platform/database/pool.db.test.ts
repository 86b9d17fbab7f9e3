// Values arrive as the kernel's types, the role is taken or refused, and a broken connection is survived.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../../tests/database/test-database.ts';
import { kyselyOver } from './kysely.ts';
import { type Pool, openPool } from './pool.ts';

let database: TestDatabase;
const pools: Pool[] = [];

function pool(role?: string, url = database.adminUrl): Pool {
  pools.push(openPool({ url, role, size: 2, applicationName: 'pool test' }));
  return pools.at(-1)!;
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((open) => open.end()));
  await database.drop();
});

const values: [string, unknown][] = [
  [`timestamptz '2026-11-24 13:30:00.123456+05:30'`, '2026-11-24T08:00:00.123Z'],
  [`timestamptz '1900-01-01 00:00:00+00'`, '1900-01-01T00:00:00.000Z'],
  [`array[timestamptz '2026-11-24 08:00:00+00', null]`, ['2026-11-24T08:00:00.000Z', null]],
  [`date '2026-02-28'`, '2026-02-28'],
  [`array[date '2026-02-28', null]`, ['2026-02-28', null]],
  [`9007199254740991::int8`, 9007199254740991],
  [`array[1, null]::int8[]`, [1, null]],
  [`'{}'::int8[]`, []],
  [`12.50::numeric`, '12.50'],
  [`null::timestamptz`, null],
  [`'{"a": 1}'::jsonb`, { a: 1 }],
  [`true`, true],
];

test.each(values)('%s', async (expression, value) => {
  const { rows } = await pool().query<{ value: unknown }>(`select ${expression} as value`);
  expect(rows[0]!.value).toEqual(value);
});

test('an integer a number cannot hold is a fault', async () => {
  await expect(pool().query('select 9007199254740993::int8 as value')).rejects.toThrow(RangeError);
});

test('every connection works as the role, even after RESET ALL', async () => {
  const desk = pool('vatsalya_desk');
  await desk.query('reset all');
  const { rows } = await desk.query('select current_user as name');
  expect(rows).toEqual([{ name: 'vatsalya_desk' }]);
});

test('options in the URL do not undo the role', async () => {
  const desk = pool('vatsalya_desk', `${database.adminUrl}?options=-c%20role%3Dnone%20-c%20work_mem%3D5MB`);
  const { rows } = await desk.query(`select current_user as name, current_setting('work_mem') as memory`);
  expect(rows).toEqual([{ name: 'vatsalya_desk', memory: '5MB' }]);
});

test('a role that does not exist is a refused connection', async () => {
  await expect(pool('nobody_here').query('select 1')).rejects.toThrow('nobody_here');
});

test('a connection the server ends is told to onFault and replaced', async () => {
  const lost = Promise.withResolvers<Error>();
  const open = openPool({ url: database.adminUrl, size: 1, applicationName: 'pool test', onFault: lost.resolve });
  pools.push(open);
  const { rows } = await open.query<{ pid: number }>('select pg_backend_pid() as pid');
  await pool().query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  expect((await lost.promise).message).toContain('terminating connection');
  expect((await open.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a connection lost while checked out is told to onFault too', async () => {
  const lost = Promise.withResolvers<Error>();
  const open = openPool({ url: database.adminUrl, size: 1, applicationName: 'pool test', onFault: lost.resolve });
  pools.push(open);
  const client = await open.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await pool().query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  expect((await lost.promise).message).toContain('terminating connection');
  client.release(true);
});

test('columns are camelCase, keys inside JSON are left alone', async () => {
  const db = kyselyOver(pool());
  const { rows } = await sql`select 1 as first_seen, '{"snake_key": 2}'::jsonb as some_json`.execute(db);
  expect(rows).toEqual([{ firstSeen: 1, someJson: { snake_key: 2 } }]);
});
