// Drives at the desk: who orders one and where, raids and their children, what the police alone read, and the answer as each reader reads it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type Fields, type TestDoor, fieldError, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Instant, addHours, dayOf, timeOfDay } from '../../kernel/time.ts';
import { countNextDrive } from './jobs.ts';

let nation: Nation;
let desk: TestDoor;
let drive: string;
let raid: string;
let ofSaran: string;
const national: Who = 'national-nodal-officer Saran';
const station: Who = 'investigating-officer Saran';
const farStation: Who = 'investigating-officer Kozhikode';
const committee: Who = 'cwc-chairperson Saran';
const unit: Who = 'child-protection-officer Kozhikode';
const raided: Instant = addHours(noon, -30);

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const order = {
  name: 'Operation Muskurahat', orderNumber: 'D/7', orderAuthority: 'National Commission', orderedOn: '2026-11-01', fromOn: '2026-11-10', toOn: '2026-11-30',
  agencies: ['police', 'labour'], places: 'Saran\nKozhikode', 'members.0.agency': 'labour', 'members.0.officerName': 'R. Ekka', 'members.0.designation': 'Labour inspector',
}; // prettier-ignore
const make = (fields: Fields = {}, who: Who = national) => desk.post('/drives/new', { ...order, ...fields }, who);
const code = async (name: string) =>
  (await sql<{ code: string }>`select code from district where name = ${name}`.execute(nation.admin)).rows[0]!.code;
const count = async () => {
  nation.clock.later(1);
  while (await nation.ask(worker, countNextDrive));
};

async function register(who: Who, at: Instant, into?: string): Promise<string> {
  const fields = { foundOn: dayOf(at), foundAt: timeOfDay(at), districtCode: nation.officer(who).districtCode!, foundPlace: 'a workshop', broughtBy: 'police', childName: 'Munna' };
  const done = await desk.post(`/found/new?step=form${into ? `&raid=${into}` : ''}`, fields, who);
  expect([done.status, done.location]).toEqual([303, expect.stringContaining('/found/FC-')]);
  return /FC-[A-Z]{2}-\d{4}-\d+-[0-9A-Z]/.exec(done.location)![0];
} // prettier-ignore

test('a drive across two States is ordered by the nation; a State or a district orders in its own place alone', async () => {
  for (const who of ['state-nodal-officer Saran', 'district-nodal-officer Saran'] as const) {
    const refused = await make({}, who);
    expect([who, refused.status, fieldError(refused.body, 'places')]).toEqual([who, 422, expect.stringContaining('your own area')]);
    expect((await make({ places: 'Saran', name: who }, who)).status).toBe(303);
  }
  expect((await make({ places: 'Bihar' }, 'district-nodal-officer Saran')).status).toBe(422);
  expect((await make({}, committee)).status).toBe(403);
  const wrong = await make({ toOn: '2026-11-09', places: 'Nowhere', 'members.0.designation': '' });
  expect([wrong.status, fieldError(wrong.body, 'toOn'), wrong.body.includes('Operation Muskurahat')]).toEqual([422, 'The last day lies before the first.', true]);
  const made = await make();
  expect(made.status).toBe(303);
  drive = /[0-9a-f-]{36}/.exec(made.location)![0];
  const page = await desk.get(`/drives/${drive}`, committee);
  for (const shown of ['Operation Muskurahat', 'D/7', 'R. Ekka', 'Labour inspector']) expect(page.body).toContain(shown);
}); // prettier-ignore

test('a raid is in a place and on a day of the drive, written down by an office of the district', async () => {
  const [saran, kozhikode, kannur] = [await code('Saran'), await code('Kozhikode'), await code('Kannur')];
  const write = (fields: Fields, who: Who) =>
    desk.post(`/drives/${drive}/raids/new`, { districtCode: saran, place: 'bangle workshop', doneOn: dayOf(raided), doneAt: timeOfDay(raided), ...fields }, who);
  const outside = await write({ districtCode: kannur }, farStation);
  expect(fieldError(outside.body, 'districtCode')).toBe('Choose a district of the drive.');
  expect(fieldError((await write({}, farStation)).body, 'districtCode')).toContain('offices of their own district');
  expect(fieldError((await write({ doneOn: '2026-11-05' }, station)).body, 'doneOn')).toBe('That is not a day of the drive.');
  expect(fieldError((await write({ doneOn: '2026-12-01' }, station)).body, 'doneOn')).toBe('That lies in the future.');
  expect((await desk.get(`/drives/${drive}/raids/new`, committee)).status).toBe(403);
  const done = await write({}, station);
  expect(done.status).toBe(303);
  raid = done.location.split('/')[4]!.slice(0, 36);
  expect((await write({ districtCode: kozhikode, place: 'brick kiln' }, farStation)).status).toBe(303);
}); // prettier-ignore

test('a child is joined as it is registered or later, once, by who sees both; not one found before the raid', async () => {
  ofSaran = await register(station, addHours(raided, 1), raid);
  expect((await desk.get(`/found/${ofSaran}`, station)).body).toContain('Operation Muskurahat');
  const [second, before] = [await register(station, addHours(raided, 2)), await register(station, addHours(raided, -2))];
  const join = (references: string, who: Who = station) => desk.post(`/drives/${drive}/raids/${raid}/children`, { references }, who);
  expect(fieldError((await join(`${second} ${before}`)).body, 'references')).toContain('found before this raid');
  const stranger = await join(second, farStation);
  expect([stranger.status, fieldError(stranger.body, 'references')]).toEqual([422, expect.stringContaining('no found child you may open')]);
  expect((await desk.get(`/found/${second}`, station)).body).toContain('Rescued in one of these raids?');
  expect((await join(second, committee)).status).toBe(303); // the child lies outside its own cases, and it is the district's
  expect(fieldError((await join(second)).body, 'references')).toContain('stands in a raid already');
  const late = { foundOn: dayOf(raided), foundAt: timeOfDay(addHours(raided, -3)), districtCode: nation.officer(station).districtCode!, foundPlace: 'x', broughtBy: 'police' };
  expect((await desk.post(`/found/new?step=form&raid=${raid}`, late, station)).status).toBe(422);
}); // prettier-ignore

test('who is accused: the police of the district read it, sealed; nobody else does', async () => {
  const path = `/drives/${drive}/raids/${raid}`;
  expect((await desk.post(`${path}/accused`, { words: 'Zamir Seth, owner' }, station)).status).toBe(303);
  expect((await desk.get(path, station)).body).toContain('Zamir Seth');
  for (const who of [farStation, committee, unit, national, 'child-protection-officer Saran', 'ministry-official Saran'] as const) {
    const page = await desk.get(path, who);
    expect([who, page.status, page.body.includes('Zamir Seth')]).toEqual([who, 200, false]);
  }
  const { rows } = await sql<{ text: string }>`select encode(words_sealed, 'escape') as text from drive_accused`.execute(nation.admin);
  expect([rows.length, rows[0]!.text.includes('Zamir')]).toEqual([1, false]);
  const read = (who: Who) => nation.ask(who, ({ db }) => sql`select 1 from drive_accused`.execute(db));
  expect([(await read(station)).rows.length, (await read(farStation)).rows.length, (await read(committee)).rows.length]).toEqual([1, 0, 0]);
});

test('the answer: figures first, exactly to who sees the children; to others a few is a few', async () => {
  expect((await desk.get(`/drives/${drive}`, committee)).body).toContain('Not counted yet');
  await count();
  const own = await desk.get(`/drives/${drive}`, committee);
  expect(own.body).toMatch(/Children rescued: 2\. Produced[^:]*: 0/);
  expect(own.body).toContain(ofSaran);
  const ministry = await desk.get(`/drives/${drive}`, 'ministry-official Saran');
  expect(ministry.body).toMatch(/Children rescued: fewer than 5/);
  expect([ministry.body.includes(ofSaran), ministry.body.includes('Munna')]).toEqual([false, false]);
  const state = await desk.get(`/drives/${drive}`, 'state-nodal-officer Saran');
  expect([/Children rescued: 2/.test(state.body), state.body.includes(ofSaran)]).toEqual([true, false]);
  expect((await desk.get(`/drives/${drive}`, unit)).body).toContain('No child is joined to it yet.'); // nothing of another State
});

test('what becomes late by time alone is counted so, and the table for who reads care plans says of each child', async () => {
  nation.clock.later(24);
  await count();
  const page = await desk.get(`/drives/${drive}`, committee);
  expect(page.body).toMatch(/Overdue, by 2\d Nov 2026/);
  const csv = await desk.get(`/drives/${drive}/figures.csv`, committee);
  const [head, row] = csv.body.split('\r\n').map((line) => line.split(','));
  expect([row![head!.indexOf('production.overdue')], row![head!.indexOf('where.not-placed')]]).toEqual(['2', '2']);
  const children = await desk.get(`/drives/${drive}/children.csv`, committee);
  expect([children.body.includes(ofSaran), children.body.includes('Munna')]).toEqual([true, false]);
  expect((await desk.get(`/drives/${drive}/children.csv`, 'ministry-official Saran')).status).toBe(403);
  expect((await desk.get(`/drives/${drive}/print.pdf`, committee)).headers['content-type']).toBe('application/pdf');
});

test('the drives of some days and States are added up', async () => {
  const asked = await desk.get('/drives?from=2026-11-20&to=2026-11-25&state=BR', national);
  expect(asked.body).toMatch(/Children rescued: 2/);
  expect((await desk.get('/drives?from=2026-11-20&to=2026-11-25&state=KL', national)).body).toContain('No child is joined');
  expect((await desk.get('/drives?from=2027-01-01', national)).body).toContain('No drive in these days');
});

test('taken out by the office that joined it; every line read stands in the access log', async () => {
  const { rows } = await sql<{ id: string }>`select id from record where reference = ${ofSaran}`.execute(nation.admin);
  const record = rows[0]!.id;
  const out = (who: Who) => desk.post(`/drives/${drive}/raids/${raid}/take-out`, { record }, who);
  expect((await out(committee)).status).toBe(422);
  expect((await out(station)).status).toBe(303);
  await count();
  expect((await desk.get(`/drives/${drive}`, committee)).body).toMatch(/Children rescued: 1/);
  const read = await sql`select 1 from audit_entry where record_id = ${record} and name = 'drives.view'`.execute(nation.admin);
  expect(read.rows.length).toBeGreaterThan(0);
});
