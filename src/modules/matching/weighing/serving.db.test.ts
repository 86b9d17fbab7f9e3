// Weights an operator serves: in every process from the next comparison on, recorded, taken back, and writable at no other door.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTools } from '../../../apps/tools.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Nation, startNation, worker } from '../../../../tests/database/tools.ts';
import { type Context, type Door, inContext } from '../../../platform/context.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { catchUp, scoreContext } from '../jobs.ts';
import { servedWeights } from './served-weights.ts';
import { previousWeights, serveStored, serveWeights, servingRefused } from './serving.ts';
import type { Weights } from './weights.ts';

let nation: Nation;
let other: ReturnType<typeof openTools>;
const kozhikode = 'investigating-officer Kozhikode' as const;
const silent: Weights = { ...servedWeights, version: 'tried', limits: { ...servedWeights.limits, build: { most: 0, least: 0 } } };

const here = <T>(work: (context: Context) => Promise<T>) => nation.ask(worker, work);
const there = <T>(work: (context: Context) => Promise<T>) =>
  inContext(other.tools, { actor: worker, requestId: newId(), ground: { name: 'matching.weights', purpose: 'duty' } }, work);
const fail = (error: Error) => expect.unreachable(error.message);
const serve = (weights: Weights) => there((context) => serveStored(context, { weights, made: null }, 'A. Rao, nodal office'));
const versionIn = (process: typeof here) => process(async (context) => (await scoreContext(context)).weights.version);

beforeEach(async () => {
  nation = await startNation();
  other = openTools('worker', nation.config, nation.database.urls.worker, { clock: () => nation.clock.now });
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'Kozhikode station' };
  const child = { broughtBy: 'railway-police', childName: 'Puja', ageFrom: '8', ageTo: '9', sex: 'female' };
  await nation.ask(kozhikode, (context) => registerFoundChild(context, foundChildSchema.parse({ ...intake, ...child }), []));
  await catchUp(here, fail);
});
afterEach(async () => {
  await other.close();
  await nation.stop();
});

test('those in the code serve until others do: then in every process, every open record compared anew once, and what they disable is said', async () => {
  expect(await here(serveWeights)).toBe(null);
  expect(await versionIn(here)).toBe(servedWeights.version);
  expect(await serve(silent)).toEqual({ version: 'tried', records: 1, silent: ['build'], faults: [] });
  expect([await versionIn(here), await versionIn(there)]).toEqual(['tried', 'tried']);
  expect(await here(serveWeights)).toBe(null);
  expect([await catchUp(here, fail), await catchUp(there, fail)]).toEqual([1, 0]);
});

test('of a portal no worker was started in with this table, what was compared is compared anew too', async () => {
  expect(await serve(silent)).toMatchObject({ records: 1 });
});

test('who had them serve, and when, is kept and audited; back to those before is another such step', async () => {
  expect(await here(previousWeights)).toBe(null);
  await serve(silent);
  const before = (await here(previousWeights))!;
  expect(before.weights.version).toBe(servedWeights.version);
  expect(await catchUp(here, fail)).toBe(1);
  nation.clock.tick();
  expect(await there((context) => serveStored(context, before, 'B. Das'))).toMatchObject({ version: servedWeights.version, records: 1 });
  expect(await versionIn(here)).toBe(servedWeights.version);
  expect((await here(previousWeights))!.weights).toEqual(silent);
  const { rows } = await sql<{
    said: string;
  }>`select served_by || ': ' || version as said from match_weights order by sequence`.execute(nation.admin);
  expect(rows.map(({ said }) => said)).toEqual(['A. Rao, nodal office: tried', `B. Das: ${servedWeights.version}`]);
  const audited = await sql`select 1 from audit_entry where name = 'matching.weights' and action = 'write'`.execute(nation.admin);
  expect(audited.rows).toHaveLength(2);
});

test('a version stands for one set of numbers, and does not serve twice in a row', async () => {
  const asked = (weights: Weights) => here((context) => servingRefused(context, { weights, made: null }));
  expect(await asked(servedWeights)).toBe('servesNow');
  expect(await asked({ ...silent, version: servedWeights.version })).toBe('otherNumbers');
  expect(await asked(silent)).toBe(null);
  await serve(silent);
  expect(await asked(silent)).toBe('servesNow');
  expect(await asked({ ...servedWeights, version: 'tried' })).toBe('otherNumbers');
});

test('a comparison under way is finished by the old before others serve', async () => {
  const order: string[] = [];
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const comparison = here(async (context) => {
    await scoreContext(context);
    begin();
    for (;;) {
      const waits = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(nation.admin);
      if (waits.rows.length > 0) break;
    }
    order.push((await scoreContext(context)).weights.version);
  });
  await begun;
  const serving = serve(silent).then(() => order.push('served'));
  await Promise.all([comparison, serving]);
  expect(order).toEqual([servedWeights.version, 'served']);
  expect(await versionIn(here)).toBe('tried');
});

test('a row that can not weigh anything leaves those in the code serving, and the worker says so', async () => {
  await sql`insert into match_weights (version, weights, served_at, served_by) values ('broken', '{"levels": {}}', now(), 'test')`.execute(
    nation.admin,
  );
  expect(await versionIn(here)).toBe(servedWeights.version);
  expect((await here(serveWeights))!.faults.join()).toContain('levels');
});

test('no other door reads or writes them, and the worker only adds', async () => {
  await serve(silent);
  const insert = sql`insert into match_weights (version, weights, served_at, served_by) values ('x', null, now(), 'x')`;
  const denied = { code: '42501' };
  const at = (door: Door, statement: typeof insert) =>
    inContext(nation.tools(door), { actor: worker, requestId: newId(), ground: { name: 'attack', purpose: 'duty' } }, ({ db }) =>
      statement.execute(db),
    );
  for (const door of ['citizen', 'desk', 'exchange'] as const)
    for (const statement of [insert, sql`select * from match_weights`, sql`select match_weights_now()`])
      await expect(at(door, statement)).rejects.toMatchObject(denied);
  for (const statement of [sql`update match_weights set weights = null`, sql`delete from match_weights`]) {
    await expect(at('worker', statement)).rejects.toMatchObject(denied);
    await expect(statement.execute(nation.admin)).rejects.toThrow(/append-only/);
  }
  await at('worker', insert); // control: the probe can write where it may
});
