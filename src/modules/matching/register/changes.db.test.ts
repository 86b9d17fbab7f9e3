// What changed is read in pages that lose nothing, each transaction's work once; the first reading makes nobody wait inside a transaction.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Nation, startNation, worker } from '../../../../tests/database/tools.ts';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import type { Context, Db } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { listeners, registerHeld, scoreContext } from '../jobs.ts';
import { currentRegister, openAmong } from './register.ts';
import { type RegisterRow, changedBetween, snapshotNow } from './register-store.ts';

let nation: Nation;
let first: ChildRecord;
const intake = {
  foundOn: '2026-11-18',
  foundAt: '09:00',
  districtCode: '560',
  foundPlace: 'Kozhikode station',
  broughtBy: 'railway-police',
};
const child = { childName: 'Puja', ageFrom: '8', ageTo: '9', sex: 'female' };
const here = <T>(work: (context: Context) => Promise<T>) => nation.ask(worker, work);

/** As many as an import brings, in one transaction. */
async function copies(many: number, db: Db = nation.admin): Promise<RecordId[]> {
  const ids = Array.from({ length: many }, () => newId<'record'>());
  await sql`insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
    select new.id, kind, 'copy ' || new.id, status, office_id, district_code, state_code, happened_at, opened_at
    from record, unnest(${ids}::uuid[]) as new (id) where record.id = ${first.id}`.execute(db);
  await sql`insert into description (record_id, sex) select unnest(${ids}::uuid[]), 'female'`.execute(db);
  return ids;
}
const touch = (id: RecordId, db: Db = nation.admin) =>
  sql`update record set happened_at = happened_at - interval '1 minute' where id = ${id}`.execute(db);
const snapshot = () => here(snapshotNow);
const toldAtALook = async (): Promise<RecordId[]> => {
  const told: RecordId[] = [];
  await here(async (context) => currentRegister(context, await scoreContext(context), (id) => told.push(id)));
  return told.toSorted();
};

beforeAll(async () => {
  nation = await startNation();
  first = (await nation.ask('investigating-officer Kozhikode', (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...intake, ...child }), []),
  )) as ChildRecord;
});
beforeEach(() => toldAtALook());
afterAll(() => nation.stop());

test.each([1, 2, 3, 7])('in pages of %i every change comes once, those of one transaction too', async (atMost) => {
  const since = await snapshot();
  const ids = [...(await copies(4)), ...(await copies(1)), ...(await copies(2))];
  const until = await snapshot();
  await copies(1); // later: the next look's
  const read: RegisterRow[] = [];
  for (let rows: RegisterRow[] | null = null; rows === null || rows.length === atMost; read.push(...rows)) {
    const after = read.at(-1) ?? null;
    rows = await here((context) => changedBetween(context, { since, until, after }, atMost));
  }
  expect(read.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('a record changed while the pages are read comes at the next look', async () => {
  const since = await snapshot();
  const [one, two] = (await copies(2)).toSorted();
  const until = await snapshot();
  const page = (after: RegisterRow | null) => here((context) => changedBetween(context, { since, until, after }, 1));
  const [read] = await page(null);
  expect(read!.id).toBe(one);
  await touch(two!);
  expect(await page(read!)).toEqual([]);
  const next = await snapshot();
  const rows = await here((context) => changedBetween(context, { since: until, until: next, after: null }, 10));
  expect(rows.map(({ id }) => id)).toEqual([two]);
});

test('more than two pages changed in one transaction are all held', async () => {
  const ids = await copies(1001);
  expect(await toldAtALook()).toEqual(ids.toSorted());
  const held = await here(async (context) => currentRegister(context, await scoreContext(context), () => {}));
  expect(openAmong(held, 'missing', ids)).toHaveLength(1001);
});

test('while a transaction is open for long, what younger ones changed is read once, and its own when it ends', async () => {
  const { promise: ending, resolve: end } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<RecordId>();
  const long = nation.admin.transaction().execute(async (db) => {
    begin((await copies(1, db as Db))[0]!);
    await ending;
  });
  const late = await begun;
  const [quick] = await copies(1);
  expect(await toldAtALook()).toEqual([quick]);
  expect(await toldAtALook()).toEqual([]);
  end();
  await long;
  expect(await toldAtALook()).toEqual([late]);
});

test('what the looking transaction changed itself is left to the next look: it may be taken back', async () => {
  const own = here(async (context) => {
    await touch(first.id, context.db);
    await copies(1); // a younger one ends first
    const told: RecordId[] = [];
    await currentRegister(context, await scoreContext(context), (id) => told.push(id));
    expect(told).not.toContain(first.id);
  });
  await own;
  expect(await toldAtALook()).toEqual([first.id]);
});

test('while the register is read for the first time nobody waits inside a transaction, and other weights may be served', async () => {
  const tools = { ...nation.tools('worker') }; // a process that holds nothing yet
  const { promise: reading, resolve: read } = Promise.withResolvers<void>();
  let opened = 0;
  const run = <T>(work: (context: Context) => Promise<T>): Promise<T> => {
    opened++;
    return here(async (context) => {
      const answer = await work({ ...context, tools });
      await sql`select set_config('lock_timeout', '1s', false)`.execute(nation.admin);
      await sql`select pg_advisory_lock(4, 0), pg_advisory_unlock(4, 0)`.execute(nation.admin); // as `holdServing`
      await reading;
      return answer;
    });
  };
  const { before } = listeners.find(({ name }) => name === 'matching.compare')!;
  const waiting = [registerHeld(tools, run), before!(tools, run), registerHeld(tools, run)];
  expect(opened).toBe(1);
  read();
  await Promise.all(waiting);
  await before!(tools, run);
  expect(opened).toBe(1); // it is held: nothing is opened
});

test('a first reading that fails is told to all who wait, and tried again by the next', async () => {
  const tools = { ...nation.tools('worker') };
  const lost = (): Promise<never> => Promise.reject(new Error('connection lost'));
  const both = await Promise.allSettled([registerHeld(tools, lost), registerHeld(tools, lost)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await registerHeld(tools, (work) => here((context) => work({ ...context, tools })));
  await registerHeld(tools, lost); // held now
});
