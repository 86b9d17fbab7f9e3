// The register at the desk: kept by the district's child protection unit, read by who oversees the home, by no other home and no station.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, fieldError, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, type Who, startNation } from '../../../../tests/database/tools.ts';
import { deskRoutes } from '../desk.ts';

let nation: Nation;
let desk: TestDoor;
const unit = 'child-protection-officer Kozhikode' as const;
const elsewhere = 'child-protection-officer Kannur' as const;
const superintendent = 'home-superintendent Kozhikode' as const;
const home = () => nation.officer(superintendent).officeId;
const page = () => `/homes/${home()}`;

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutes());
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const particulars = { runBy: 'organisation', runner: 'Thanal Trust', registrationNumber: 'S41/7', registeredOn: '2022-01-10', registeredUntil: '2027-01-09', latitude: '11.2588', longitude: '75.7804', version: '0' }; // prettier-ignore

test('a home whose particulars nobody entered says so, and holds nobody until it has a unit', async () => {
  expect((await desk.get(page(), unit)).body).toContain('No registration is entered');
  const early = await desk.post(`${page()}/unit`, { kind: 'children-home', sex: 'female', strength: '25', openedOn: '2022-01-10' }, unit);
  expect([early.status, early.body.includes('Enter the particulars of the home first')]).toEqual([422, true]);
});

test('the unit of the district enters them: what does not fit together is refused at its field, nothing typed is lost', async () => {
  const wrong = await desk.post(`${page()}/particulars`, { ...particulars, registeredUntil: '2021-01-01', longitude: '' }, unit);
  expect(wrong.status).toBe(422);
  for (const part of ['registeredUntil-error', 'longitude-error', 'value="S41/7"']) expect(wrong.body).toContain(part);
  const ahead = await desk.post(`${page()}/particulars`, { ...particulars, registeredOn: '2026-11-25' }, unit);
  expect([ahead.status, fieldError(ahead.body, 'registeredOn')]).toEqual([422, 'That lies in the future.']);
  expect((await desk.post(`${page()}/particulars`, particulars, unit)).location).toContain(page());
  const stale = await desk.post(`${page()}/particulars`, { ...particulars, runner: 'Another' }, unit);
  expect([stale.status, stale.body.includes('Somebody changed these particulars')]).toEqual([422, true]);
  await desk.post(`${page()}/unit`, { kind: 'children-home', sex: 'female', strength: '25', openedOn: '2022-01-10' }, unit);
  for (const language of ['en', 'hi']) expect((await desk.get(page(), unit, language)).body).toContain('S41/7');
  expect((await desk.get(page(), unit)).body).toMatch(/Registration runs out on 9 Jan 2027.*0 children live here; the strength is 25/s);
});

test.each([
  [superintendent, 200],
  [unit, 200],
  ['cwc-member Kozhikode', 200],
  ['district-nodal-officer Kozhikode', 200],
  ['state-nodal-officer Kannur', 200], // one State
  ['ministry-official Saran', 200],
  [elsewhere, 404],
  ['home-superintendent Kannur', 404],
  ['cwc-member Saran', 404],
  ['station-in-charge Kozhikode', 403],
] as const)('%s is answered %i', async (who, status) => {
  expect((await desk.get(page(), who)).status).toBe(status);
});

test.each([
  ['ministry-official Saran', '/homes', '?state=KL'],
  ['ministry-official Saran', '/homes?state=KL', 'children-home Kozhikode'],
  ['state-nodal-officer Kozhikode', '/homes', 'children-home Kannur'],
  ['district-nodal-officer Kozhikode', '/homes', 'children-home Kozhikode'],
] as const)('%s finds on %s what it may see: %s', async (who, path, expected) => {
  expect((await desk.get(path, who)).body).toContain(expected);
});

test('nobody lists the homes of a place outside the own', async () => {
  expect((await desk.get('/homes?district=557', unit)).body).not.toContain('children-home Kannur');
  expect((await desk.get('/homes?state=KL', 'state-nodal-officer Saran')).body).not.toContain('children-home Kannur');
});

/** Rows of the register an officer's own query brings back, and how many it could change. */
async function reached(who: Who): Promise<[number, number]> {
  return nation.ask(who, async ({ db }) => {
    const { rows } = await sql`select 1 from institution where office_id = ${home()}`.execute(db);
    const { numAffectedRows } = await sql`update institution set runner = runner where office_id = ${home()}`.execute(db);
    return [rows.length, Number(numAffectedRows)];
  });
}

test('row security says the same: read by who oversees, written by the unit of the district alone', async () => {
  expect([await reached(unit), await reached(superintendent), await reached('cwc-member Kozhikode')]).toEqual([
    [1, 1],
    [1, 0],
    [1, 0],
  ]);
  for (const who of [elsewhere, 'home-superintendent Kannur', 'station-in-charge Kozhikode'] as const)
    expect(await reached(who)).toEqual([0, 0]);
  // Control: without the policy's condition the home of another district would be read.
  await sql`create policy open on institution for select to vatsalya_desk using (true)`.execute(nation.admin);
  expect((await reached(elsewhere))[0]).toBe(1);
  await sql`drop policy open on institution`.execute(nation.admin);
});
