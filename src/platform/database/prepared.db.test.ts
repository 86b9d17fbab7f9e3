// What is planned once is asked anew: for whom row security lets in, and with the values of each time.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../../tests/database/test-database.ts';
import { onServer } from '../../../tests/database/cluster.ts';
import { kyselyOver } from './kysely.ts';
import { type Pool, openPool } from './pool.ts';

let database: TestDatabase;
let desk: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await onServer(database.adminUrl, async (client) => {
    await client.query(`create table told (id int primary key, office_id uuid); alter table told enable row level security; grant select on told to vatsalya_desk;
      create policy told_own on told for select to vatsalya_desk using (office_id = (select app_office()));
      insert into told values (1, '00000000-0000-0000-0000-000000000001'), (2, '00000000-0000-0000-0000-000000000002')`);
  });
  desk = openPool({ url: database.adminUrl, role: 'vatsalya_desk', prepares: true, size: 1, applicationName: 'prepared test' });
});
afterAll(async () => {
  await desk.end();
  await database.drop();
});

const seenBy = async (office: number): Promise<number[]> =>
  kyselyOver(desk)
    .transaction()
    .execute(async (db) => {
      await sql`select set_config('app.office', ${`00000000-0000-0000-0000-00000000000${office}`}, true)`.execute(db);
      const { rows } = await sql<{ id: number }>`select id from told where id < ${10}`.execute(db);
      return rows.map(({ id }) => id);
    });

const plansOf = async (text: string): Promise<number> => {
  const { rows } = await desk.query<{ plans: number }>(
    `select coalesce(sum(generic_plans), 0)::int as plans from pg_prepared_statements where statement like '${text}%'`,
  );
  return rows[0]!.plans;
};

test('officers of two offices, by one plan, each see their own', async () => {
  for (let round = 0; round < 8; round++) for (const office of [1, 2]) expect(await seenBy(office)).toEqual([office]);
  expect(await plansOf('select id from told')).toBeGreaterThan(0);
});

test('nobody sees anything, by the same plan', async () => {
  const { rows } = await desk.query('select id from told where id < $1', [10]);
  expect(rows).toEqual([]);
});

test('every column of a row is asked without a plan kept: a later release may add one', async () => {
  const whole = (): Promise<unknown> => desk.query('select t.* from state t where code = $1', ['KL']);
  await whole();
  await onServer(database.adminUrl, (client) => client.query('alter table state add column added int'));
  await whole();
  expect(await plansOf('select t.* from state')).toBe(0);
});

test('a statement that failed is asked again', async () => {
  const divided = (by: number): Promise<unknown> => desk.query('select 6 / $1::int as value', [by]).then(({ rows }) => rows[0]);
  await expect(divided(0)).rejects.toThrow('division by zero');
  expect(await divided(2)).toEqual({ value: 3 });
});
