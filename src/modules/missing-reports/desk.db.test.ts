// The desk door: search first, register, work through the case by its pages, and what an office alerted sees and acknowledges.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskRoutes as alertRoutes } from '../alerts/index.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { deskRoutes } from './desk.ts';
import { actionNames, steps } from './next-actions.ts';

let nation: Nation;
let door: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  door = await openDoor(nation, 'desk', [...deskRoutes([]), ...alertRoutes()]);
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});

const das = 'station-in-charge Saran';
const nodal = 'district-nodal-officer Saran';
const get: TestDoor['get'] = (...asked) => door.get(...asked);
const post: TestDoor['post'] = (...asked) => door.post(...asked);

const intake = {
  source: 'walk-in',
  receivedOn: '2026-11-24',
  receivedAt: '11:05',
  paper: 'to-be-registered',
  lastSeenOn: '2026-11-24',
  lastSeenAt: '10:10',
  lastSeenDistrict: '220',
  'children.0.childName': 'Asha Kumari',
  'children.0.ageFrom': '9',
  'children.0.sex': 'female',
};

async function register(change: Record<string, string> = {}): Promise<string> {
  const response = await post('/missing/new', { ...intake, ...change }, das);
  expect(response.status, response.body).toBe(303);
  return response.location.split('?')[0]!;
}

test('the search comes first, and finds the same sound in another script', async () => {
  const path = await register({ 'children.0.childName': 'Imran Sheikh' });
  expect((await get('/missing/new', das)).body).not.toContain('children.0.childName');
  const hits = (await get('/missing/new?name=%E0%A4%87%E0%A4%AE%E0%A4%B0%E0%A4%BE%E0%A4%A8', das)).body;
  expect(hits).toContain(path.split('/').at(-1));
  const form = (await get('/missing/new?name=Imran&none=yes&children=2', das)).body;
  expect(form).toContain('value="Imran"');
  expect(form).toContain('children.1.childName');
});

test('what was typed stays when something is wrong, with the sentence at its field', async () => {
  const wrong = await post('/missing/new', { ...intake, 'children.0.ageFrom': '18', paper: 'fir' }, das);
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Asha Kumari');
  for (const id of ['children.0.ageFrom-error', 'paperNumber-error', 'paperOn-error']) expect(wrong.body).toContain(`id="${id}"`);
});

test('a case from report to close, page by page', async () => {
  const path = await register();
  const shown = await get(path, das);
  expect(shown.status).toBe(200);
  for (const part of ['Asha Kumari', 'FIR to be registered', `${path}/fir`]) expect(shown.body).toContain(part);
  const done = { doneOn: '2026-11-24', doneAt: '11:50' };
  const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:55', where: 'Asansol' };
  const walk: [string, Record<string, string>][] = [
    ['fir', { paper: 'fir', paperNumber: '212', paperOn: '2026-11-24', paperAt: '11:40', sections: 'BNS 137(2)' }],
    ['risk', { signs: 'under-twelve', level: 'high', linesOfInquiry: 'Trains east', doneOn: '2026-11-24', doneAt: '11:45' }],
    ['forward', done],
    ['legal-services', done],
    ['agencies', { ...done, noPhotograph: 'yes' }],
    ['hue-and-cry', done],
    ['description', { version: '1', childName: 'Asha Kumari', clothing: 'red frock' }],
    ['notice', { authority: 'police-tracing', orderNumber: 'T-9', reasons: 'Trains', fields: 'name', expiresOn: '2026-12-20' }],
    ['notice/withdraw', { because: 'corrected' }],
    ['trafficking', { reason: 'Seen with an agent' }],
    ['traced', traced],
    ['produced', { doneOn: '2026-11-24', doneAt: '11:58', sitting: 'committee', journeyMinutes: '20' }],
    ['close', { outcome: 'restored', reason: 'Home' }],
    ['reopen', { reason: 'Missing again' }],
    ['bar', { because: 'contact' }],
    ['transfer', { reason: 'Four months', transfer: 'yes' }],
  ];
  for (const [name, fields] of walk) {
    expect([name, (await get(`${path}/${name}`, das)).status]).toEqual([name, 200]);
    if (name === 'risk')
      for (const wrong of [{ doneAt: '' }, { doneOn: '2026-11-25' }, { doneOn: '2026-11-01' }] as Record<string, string>[])
        expect((await post(`${path}/${name}`, { ...fields, ...wrong }, das)).status).toBe(422);
    if (name === 'agencies') expect((await post(`${path}/${name}`, done, das)).status).toBe(422); // neither a photograph nor the word that there is none
    const answer = await post(`${path}/${name}`, fields, das);
    expect([name, answer.status], answer.body).toEqual([name, 303]);
    expect((await get(answer.location, das)).status).toBe(200);
  }
  const assessed = await sql<{
    at: string;
  }>`select to_char(e.happened_at at time zone 'Asia/Kolkata', 'HH24:MI') as at from diary_entry e join record r on r.id = e.record_id
    where r.reference = ${path.split('/').at(-1)} and e.happening = 'missing.riskAssessed'`.execute(nation.admin);
  expect(assessed.rows).toEqual([{ at: '11:45' }]); // as written, not as entered
  const { rows } = await sql<{ ending: string }>`select ending from obligation b join record r on r.id = b.record_id
    where r.reference = ${path.split('/').at(-1)} and b.rule_id = 'M15'`.execute(nation.admin);
  expect(rows).toEqual([{ ending: 'met' }]);
  expect(walk.length + 3).toBe(actionNames.length); // the photograph and the move have their own tests; progress is the unit’s (tests/when-it-happened.db.test.ts)
});

test('a last sighting told without a time, or not at all, is shown as it was told', async () => {
  const without = await register({ lastSeenAt: '' });
  expect((await get(without, das)).body).toContain('Last seen 24 Nov 2026, time not told.');
  expect((await get(await register({ lastSeenOn: '', lastSeenAt: '', lastSeenOnUnknown: 'yes' }), das)).body).toContain(
    'Last seen not known.',
  );
  expect((await get(await register(), das)).body).toContain('24 Nov 2026, 10:10.');
});

test('a report that came to the wrong station of its district is moved on too', async () => {
  expect((await get(await register(), das)).body).toContain('/move"');
});

test('a report of a child last seen in another district is moved to the station there, which may be chosen from a list', async () => {
  const path = await register({ lastSeenDistrict: '560' });
  expect((await get(path, das)).body).toContain(`${path}/move`);
  const station = nation.officer('station-in-charge Kozhikode').officeId;
  expect((await get(`${path}/move`, das)).body).toContain(station);
  const answer = await post(`${path}/move`, { stationId: station, reason: 'Lost at Kozhikode station' }, das);
  expect(answer.status, answer.body).toBe(303);
  expect((await get(answer.location, das)).body).not.toContain(`${path}/move`);
  expect((await get(path, 'station-in-charge Kozhikode')).status).toBe(200);
});

test('an alerted office sees, acknowledges, and is seen to have done so', async () => {
  const path = await register();
  const reference = path.split('/').at(-1)!;
  const listed = (await get('/alerts', nodal)).body;
  for (const part of [reference, 'Asha Kumari', '9 years', 'Saran']) expect(listed).toContain(part);
  const { rows } = await sql<{ id: string }>`select a.id from alert a join record r on r.id = a.record_id
    where r.reference = ${reference} and a.office_id = ${nation.officer(nodal).officeId}`.execute(nation.admin);
  expect((await post(`/alerts/${rows[0]!.id}/acknowledge`, {}, nodal)).location).toContain('/alerts');
  const told =
    await sql`select delivered_at is not null as delivered, acknowledged_at is not null as acknowledged from alert where id = ${rows[0]!.id}`.execute(
      nation.admin,
    );
  expect(told.rows).toEqual([{ delivered: true, acknowledged: true }]);
  expect((await get(path, nodal)).status).toBe(200);
});

test('another district’s officer is told the same as for a report that does not exist', async () => {
  const path = await register();
  const [real, invented] = await Promise.all([
    get(path, 'station-in-charge Kozhikode'),
    get('/missing/MC-BR-2026-999999-0', 'station-in-charge Kozhikode'),
  ]);
  expect([real.status, invented.status]).toEqual([404, 404]);
});

test.each(actionNames)('%s: who lacks its permission is refused', async (name) => {
  const path = await register();
  const answer = await post(`${path}/${name}`, {}, 'home-worker Saran');
  expect(answer.status, answer.body).toBe(steps[name].permission === 'photograph.add' ? 404 : 403); // a home may add photographs, but not to a record it cannot see
});
