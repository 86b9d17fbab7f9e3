// The matcher's copy of the register under several processes: each sees what was committed before it looks, in whatever order; no record is claimed twice.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTools } from '../../../apps/tools.ts';
import { newId } from '../../../kernel/ids.ts';
import { type Nation, startNation, worker } from '../../../../tests/database/tools.ts';
import { type Context, inContext } from '../../../platform/context.ts';
import { type ChildRecord, changeDescription, readDescription } from '../../children/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { complaintSchema } from '../../missing-reports/form.ts';
import { registerComplaint } from '../../missing-reports/index.ts';
import { catchUp, scoreContext } from '../jobs.ts';
import { preparedRecords } from './prepared-records.ts';
import { currentRegister, findCandidates, openAmong } from './register.ts';
import { servedWeights } from '../weighing/served-weights.ts';
import { claimUnmatched } from '../store.ts';
import { tryWeights } from '../weighing/weights-trial.ts';

let nation: Nation;
let other: ReturnType<typeof openTools>;
const kozhikode = 'investigating-officer Kozhikode' as const;

const intake = {
  foundOn: '2026-11-18',
  foundAt: '09:00',
  districtCode: '560',
  foundPlace: 'Kozhikode station',
  broughtBy: 'railway-police',
};
const register = (childName: string, more: object = {}) =>
  nation.ask(kozhikode, (context) =>
    registerFoundChild(context, foundChildSchema.parse({ ...intake, childName, ageFrom: '8', ageTo: '9', sex: 'female', ...more }), []),
  ) as Promise<ChildRecord>;

const here = <T>(work: (context: Context) => Promise<T>) => nation.ask(worker, work);
const there = <T>(work: (context: Context) => Promise<T>) =>
  inContext(other.tools, { actor: worker, requestId: newId(), ground: { name: 'test', purpose: 'duty' } }, work);

const isHeld = (process: typeof here, record: ChildRecord) =>
  process(async (context) => {
    const held = await currentRegister(context, await scoreContext(context), () => {});
    return openAmong(held, 'missing', [record.id]).length > 0;
  });

/** Whether a missing girl of this name would be compared with the record. */
const isFoundAs = (process: typeof here, record: ChildRecord, name: string) =>
  process(async (context) => {
    const score = await scoreContext(context);
    const held = await currentRegister(context, score, () => {});
    const { prepared } = (await preparedRecords(context, [record.id])).get(record.id)!;
    const names = { ...prepared.names, child: [{ text: name, tokens: [], joined: '' }] };
    const asked = { ...prepared, names, circumstances: { ...prepared.circumstances, kind: 'missing' as const, districtCode: null } };
    const id = newId<'record'>();
    return (await findCandidates(context, held, [{ id, kind: 'missing', prepared: asked }], score)).get(id)!.includes(record.id);
  });

const rename = (record: ChildRecord, version: number, text: string) =>
  nation.ask(kozhikode, async (context) => {
    const description = (await readDescription(context, record.id))!;
    return changeDescription(context, record.id, version, { ...description, names: [{ bearer: 'child', text, alias: false }] });
  });

const close = (db: Nation['admin'], record: ChildRecord) =>
  sql`update record set closed_at = opened_at where id = ${record.id}`.execute(db);

beforeEach(async () => {
  nation = await startNation();
  other = openTools('worker', nation.config, nation.database.urls.worker, { clock: () => nation.clock.now });
});
afterEach(async () => {
  await other.close();
  await nation.stop();
});

test('a new, a changed and a closed record reach every process, whichever it was told to', async () => {
  const first = await register('Puja');
  expect([await isHeld(here, first), await isHeld(there, first)]).toEqual([true, true]);
  const second = await register('Zubeida');
  expect([await isHeld(here, second), await isHeld(there, second)]).toEqual([true, true]);
  expect(await isFoundAs(there, second, 'Karthika')).toBe(false);
  expect(await rename(second, 1, 'Karthika')).toBe(2);
  expect([await isFoundAs(here, second, 'Karthika'), await isFoundAs(there, second, 'Karthika')]).toEqual([true, true]);
  await close(nation.admin, first);
  expect([await isHeld(here, first), await isHeld(there, first), await isHeld(there, second)]).toEqual([false, false, true]);
});

test('what is committed late is not passed over, though younger transactions were seen before it', async () => {
  const [slow, quick] = [await register('Puja'), await register('Zubeida')];
  expect(await isHeld(here, slow)).toBe(true);
  let finish = (): void => {};
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const transaction = nation.admin.transaction().execute(async (db) => {
    await close(db as Nation['admin'], slow);
    begin();
    await waiting;
  });
  await begun;
  await close(nation.admin, quick);
  expect([await isHeld(here, quick), await isHeld(here, slow)]).toEqual([false, true]);
  finish();
  await transaction;
  expect(await isHeld(here, slow)).toBe(false);
});

test('a look the database fails leaves the copy in memory, and the next sees what was missed', async () => {
  const held = (context: Context) => scoreContext(context).then((score) => currentRegister(context, score, () => {}));
  const first = await register('Puja');
  const copy = await here(held);
  const second = await register('Zubeida');
  const failing = here(async (context) => {
    const score = await scoreContext(context);
    await sql`select 1 / 0`.execute(context.db).catch(() => {}); // from here on this transaction answers nothing
    return currentRegister(context, score, () => {});
  });
  await expect(failing).rejects.toThrow('aborted');
  expect(await here(held)).toBe(copy);
  expect([await isHeld(here, first), await isHeld(here, second)]).toEqual([true, true]);
});

test('an officer’s request does not fill the copy, which row security would leave half empty for everybody after', async () => {
  const first = await register('Puja');
  const score = await here((context) => scoreContext(context));
  const asked = nation.ask(kozhikode, (context) => currentRegister(context, score, () => {}));
  await expect(asked).rejects.toThrow('by the worker alone');
  const atDesk = inContext(
    nation.tools('desk'),
    { actor: worker, requestId: newId(), ground: { name: 'test', purpose: 'duty' } },
    (context) => currentRegister(context, score, () => {}),
  );
  await expect(atDesk).rejects.toThrow('by the worker alone');
  expect(await isHeld(here, first)).toBe(true);
});

test('of two processes that claim at once each gets another record', async () => {
  await register('Puja');
  await register('Zubeida');
  const claimed = await here((mine) =>
    there(async (theirs) => [await claimUnmatched(mine, 1), await claimUnmatched(theirs, 1)].map(([claim]) => claim?.id)),
  );
  expect(new Set(claimed).size).toBe(2);
  expect(claimed).not.toContain(undefined);
});

test('two processes that catch up together compare every record once', async () => {
  for (const name of ['Puja', 'Zubeida', 'Karthika', 'Manpreet', 'Baby', 'Sonu']) await register(name);
  const fail = (error: Error) => expect.unreachable(error.message);
  const done = await Promise.all([catchUp(here, fail), catchUp(there, fail)]);
  expect(done[0] + done[1]).toBe(6);
  expect(await catchUp(there, fail)).toBe(0);
});

test('weights tried dry tell which pairs would move, and store nothing', async () => {
  const found = await register('Puja', { fatherName: 'Ramesar' });
  const draft = {
    source: 'walk-in',
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paper: 'fir',
    paperNumber: '1',
    paperOn: '2026-11-10',
    paperAt: '16:40',
  };
  const child = { childName: 'पूजा', fatherName: 'रामेश्वर', ageFrom: '8', ageTo: '8', sex: 'female' };
  const lost = { lastSeenOn: '2026-11-10', lastSeenAt: '10:00', lastSeenDistrict: '220', children: [child] };
  await nation.ask('investigating-officer Saran', (context) =>
    registerComplaint(context, complaintSchema.parse({ ...draft, ...lost }), []),
  );
  const nothing = Object.fromEntries(
    Object.keys(servedWeights.limits).map((aspect) => [aspect, { most: 0, least: 0 }]),
  ) as typeof servedWeights.limits;
  const trial = await here((context) => tryWeights(context, { ...servedWeights, limits: nothing }, 10));
  expect(trial).toMatchObject({ records: 1, pairs: 1, moves: [{ foundId: found.id, to: 'weak' }] });
  expect((await here((context) => tryWeights(context, servedWeights, 10))).moves).toEqual([]);
  expect((await sql`select 1 from match_candidate`.execute(nation.admin)).rows).toEqual([]);
});
