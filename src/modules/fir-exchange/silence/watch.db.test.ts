// Who falls silent, in the database: a duty of the State's nodal officer, until it speaks again or the State says why; nobody else sees it or explains it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import { addHours } from '../../../kernel/time.ts';
import { as, nation, startCase } from '../../../../tests/database/asha.ts';
import { NODE, come, fir, openNode, paperNamed, settleAll } from '../../../../tests/database/told.ts';
import { noon, worker } from '../../../../tests/database/tools.ts';
import { openDoor } from '../../../../tests/database/door.ts';
import { openOfficeDuties } from '../../obligations/office-duty-store.ts';
import { tickDuties } from '../../obligations/index.ts';
import { deskRoutes } from '../desk.ts';
import { countExchange } from '../jobs.ts';
import { openSilences } from './silence-store.ts';
import { explain } from './watch.ts';

beforeAll(async () => {
  await startCase();
  await openNode(nation); // which may be silent for two hours
});
afterAll(() => nation.stop());
beforeEach(async () => {
  nation.clock.now = noon;
});

const watch = () =>
  countExchange(
    (work) => nation.ask(worker, work),
    () => true,
  );
const keeper = () => nation.officer('state-nodal-officer Saran');
const silent = (who = keeper()) => as(who, openSilences);

async function speak(): Promise<void> {
  await come(nation, fir(paperNamed()));
  await settleAll(nation);
}

async function duties(): Promise<(string | null)[]> {
  const { rows } = await sql<{
    ending: string | null;
  }>`select b.ending from office_obligation b where b.rule_id = 'P15' and b.office_id = ${keeper().officeId}
    order by b.started_at`.execute(nation.admin);
  return rows.map(({ ending }) => ending);
}

test('a node silent for longer than it may: until it speaks again', async () => {
  await speak();
  nation.clock.later(2);
  await watch();
  expect(await silent()).toEqual([]);
  nation.clock.later(1);
  await watch();
  await watch();
  expect(await silent()).toMatchObject([{ nodeCode: NODE, districtCode: null, since: noon, reason: null }]);
  expect(await duties()).toEqual([null]);
  await speak();
  await watch();
  expect([await silent(), await duties()]).toEqual([[], ['met']]);
});

test('explained by its State alone: the duty ends, the silence stands, and no second is raised', async () => {
  nation.clock.later(24);
  await watch();
  const [silence] = await silent();
  const draft = { reason: 'line-down', words: 'Cable cut at Chhapra' } as const;
  const kerala = nation.officer('state-nodal-officer Kozhikode');
  expect(await silent(kerala)).toEqual([]);
  expect(isRefusal(await as(kerala, (context) => explain(context, kerala, silence!.id, draft)))).toBe(true);
  expect((await duties()).at(-1)).toBe(null);
  expect(await as(keeper(), (context) => explain(context, keeper(), silence!.id, draft))).toBe(null);
  expect(isRefusal(await as(keeper(), (context) => explain(context, keeper(), silence!.id, draft)))).toBe(true);
  nation.clock.later(5);
  await watch();
  expect(await silent()).toMatchObject([{ id: silence!.id, reason: 'line-down', words: 'Cable cut at Chhapra' }]);
  expect((await duties()).filter((ending) => ending === null)).toEqual([]);
  await speak();
  await watch();
  expect(await silent()).toEqual([]);
});

test('a district whose FIRs stop while its node speaks', async () => {
  // Eight weeks of three messages a day, and then none.
  await sql`insert into exchange_day (day, state_code, district_code, received, waiting, applied, parked, quarantined, ignored, last_received)
    select d::date, 'BR', '221', 3, 0, 3, 0, 0, 0, d from generate_series(${addHours(noon, -60 * 24)}::timestamptz, ${addHours(noon, -30)}::timestamptz, interval '1 day') as d`.execute(
    nation.admin,
  );
  await sql`insert into district (code, state_code, name, latitude, longitude) select '221', 'BR', 'Siwan', 26, 84 where not exists (select from district where code = '221')`.execute(
    nation.admin,
  );
  nation.clock.later(48);
  await speak();
  await watch();
  expect((await silent()).map(({ districtCode }) => districtCode)).toEqual(['221']);
  await sql`insert into exchange_day (day, state_code, district_code, received, waiting, applied, parked, quarantined, ignored, last_received)
    values (${nation.clock.now}::date - 3, 'BR', '221', 1, 0, 1, 0, 0, 0, ${nation.clock.now})`.execute(nation.admin);
  await watch();
  expect(await silent()).toEqual([]);
});

test('the national grid, which has no State: a duty of the nation’s nodal officer, who gives a reason on the screen; that nobody had a case needs words', async () => {
  await openNode(nation, 'grid-IN', null);
  const [who, other] = ['national-nodal-officer Saran', 'state-nodal-officer Saran'] as const;
  const { officeId } = nation.officer(who);
  const grid = () => silent(nation.officer(who)).then((all) => all.filter(({ nodeCode }) => nodeCode === 'grid-IN'));
  const gridDuties = async () =>
    (await sql<{ ending: string | null }>`select ending from office_obligation where rule_id = 'P17' and office_id = ${officeId} order by started_at`.execute(nation.admin)).rows; // prettier-ignore
  nation.clock.later(1);
  await watch();
  expect([await grid(), await gridDuties()]).toEqual([[], []]);
  nation.clock.later(2);
  await watch();
  await watch();
  expect(await grid()).toMatchObject([{ stateCode: null, since: noon, officeId }]);
  expect(await gridDuties()).toEqual([{ ending: null }]);
  expect((await silent()).map(({ nodeCode }) => nodeCode)).not.toContain('grid-IN'); // no State answers for it
  nation.clock.later(25);
  const faults: unknown[] = [];
  while ((await nation.ask(worker, (context) => tickDuties(context, 'office', 500, (fault) => faults.push(fault)))) > 0);
  const onDesk = await as(nation.officer(who), (context) => openOfficeDuties(context, [officeId], { from: null, to: null }, 10));
  expect([faults, onDesk.map(({ ruleId }) => ruleId)]).toEqual([[], ['P17']]);
  const desk = await openDoor(nation, 'desk', deskRoutes());
  try {
    const path = `/exchange/silence/${(await grid())[0]!.id}`;
    expect((await desk.get('/exchange/silence', who)).body).toContain('National grid');
    expect((await desk.get('/exchange/silence', who, 'hi')).body).toContain('राष्ट्रीय ग्रिड');
    expect((await desk.get(path, other)).status).toBe(404);
    const wordless = await desk.post(path, { reason: 'no-cases' }, who);
    expect([wordless.status, wordless.body.includes('say how you know')]).toEqual([422, true]);
    expect((await desk.post(path, { reason: 'no-cases', words: 'Asked the grid’s desk: holiday' }, who)).status).toBe(303);
  } finally {
    await desk.close();
  }
  expect(await gridDuties()).toEqual([{ ending: 'met' }]);
  await come(nation, fir(paperNamed(), {}, { node: 'grid-IN' }));
  await settleAll(nation);
  await watch();
  expect(await grid()).toEqual([]);
});
