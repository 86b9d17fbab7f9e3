// Reading strangers' children by look-alikes: what a machine's match opened ends when a side closes or the two are no longer alike, "can't tell" or not.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../src/apps/desk.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { describeFoundChild, registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { changeDescriptionSchema, foundChildSchema } from '../../src/modules/found-children/form.ts';
import { judge } from '../../src/modules/matching/actions.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { matchRecords } from '../../src/modules/matching/match-record.ts';
import { openableOf } from '../../src/modules/matching/store.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import { closeReport, reopenReport } from '../../src/modules/missing-reports/outcome.ts';
import { type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, startNation, worker } from '../database/tools.ts';

let nation: Nation;
let desk: TestDoor;
const planter = 'investigating-officer Kannur' as const;
const saran = 'investigating-officer Saran' as const;
let paper = 0;
beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const named = (name: string) => ({ childName: `${name} Kumari`, fatherName: `Mr${name} Prasad`, ageFrom: '9', sex: 'female' });
const done = <T>(result: T): T => {
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  nation.clock.tick();
  return result;
};
async function missing(name: string, who: typeof planter | typeof saran = saran): Promise<ChildRecord> {
  const told = complaintSchema.parse({ receivedOn: '2026-11-20', receivedAt: '16:05', paperOn: '2026-11-20', paperAt: '16:40', lastSeenOn: '2026-11-18', lastSeenAt: '10:00',
    source: 'walk-in', paper: 'fir', paperNumber: String(++paper), lastSeenDistrict: '220', children: [named(name)] }); // prettier-ignore
  return (done(await nation.ask(who, (context) => registerComplaint(context, told, []))) as ChildRecord[])[0]!;
}
async function found(name: string, who: typeof planter | typeof saran = planter): Promise<ChildRecord> {
  const told = foundChildSchema.parse({ ...named(name), foundOn: '2026-11-20', foundAt: '09:00', districtCode: who === saran ? '220' : '557', foundPlace: 'bus', broughtBy: 'police' }); // prettier-ignore
  return done(await nation.ask(who, (context) => registerFoundChild(context, told, []))) as ChildRecord;
}
const match = (record: ChildRecord) =>
  nation.ask(worker, async (context) => matchRecords(context, [record.id], await scoreContext(context)));
const openPairs = async (record: ChildRecord) =>
  (await nation.ask(planter, (context) => openableOf(context, record.id))).filter(({ standing }) => standing === 'open');
async function cannotTell(record: ChildRecord): Promise<string> {
  await match(record);
  const [pair] = await openPairs(record);
  done(await nation.ask(planter, (context) => judge(context, pair!.id, { verdict: 'unsure', cited: [], reason: 'not sure' })));
  return pair!.id;
}

test('one record edited to one name after another shows one stranger’s child at a time', async () => {
  const names = ['Asha', 'Charu', 'Farida'];
  for (const name of names) await missing(name);
  const plant = await found('x');
  for (const [at, name] of names.entries()) {
    const draft = changeDescriptionSchema.parse({ version: String(at + 1), ...named(name) });
    done(await nation.ask(planter, (context) => describeFoundChild(context, plant.reference, draft)));
    await cannotTell(plant); // control: each is shown once
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from record_access where office_id = ${nation.officer(planter).officeId} and until is null`.execute(nation.admin); // prettier-ignore
  expect(rows[0]!.n).toBe(1);
});

test('a look-alike closed as false shows nothing more, in the moment it closes; opened again "can’t tell" waits as before', async () => {
  const stranger = await found('Gita', saran);
  const plant = await missing('Gita', planter);
  const path = `/matches/${await cannotTell(plant)}?purpose=identification`;
  expect((await desk.get(path, planter)).status).toBe(200);
  done(
    await nation.ask(planter, (context) => closeReport(context, plant.reference, { outcome: 'false-report', reason: 'error' } as never)),
  );
  expect((await desk.get(path, planter)).status).toBe(404);
  expect((await desk.get(path, saran)).status).toBe(404);
  expect((await desk.get(`/found/${stranger.reference}`, saran)).status).toBe(200);
  done(await nation.ask('station-in-charge Kannur', (context) => reopenReport(context, plant.reference, { reason: 'she never came' })));
  expect((await desk.get(path, saran)).status).toBe(200);
});
