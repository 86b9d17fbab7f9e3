// The desk's pages of found children: search first, one word is enough, what was typed stays, and the record with its short forms.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation } from '../../../tests/database/tools.ts';
import { textOf } from '../../../tests/documents/read-pdf.ts';
import { deskRoutes } from './desk.ts';

let nation: Nation;
let desk: TestDoor;
const station = 'duty-officer Kozhikode';
const unit = 'child-protection-officer Kozhikode';
const home = 'home-worker Kozhikode';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutes([]));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const least = { foundOn: '2026-11-23', foundAt: '18:30', districtCode: '560', foundPlace: 'Platform 4', broughtBy: 'railway-police' };

async function register(fields: Record<string, string> = {}, who: Who = station): Promise<string> {
  const { status, body, location } = await desk.post('/found/new?step=form', { ...least, ...fields }, who);
  expect(status, body).toBe(303);
  return location.split('?')[0]!;
}

test('the search comes first and finds the same sound in another script', async () => {
  const path = await register({ childName: 'पूजा' });
  expect((await desk.get('/found/new', station)).body).toContain('name="q"');
  const found = await desk.get('/found/new?q=Pooja', station);
  expect(found.body).toContain(path);
  expect(found.body).toContain('childName=Pooja'); // going on keeps the name
});

test('a home, which may not search the nation, is asked at once', async () => {
  expect((await desk.get('/found/new', home)).body).toContain('name="foundPlace"');
});

test('one word registers a child, and the page tells the story', async () => {
  const path = await register({ wordsRepeated: 'Sonpur' });
  const page = await desk.get(path, station);
  expect(page.status).toBe(200);
  for (const words of ['Sonpur', 'The child was found.', 'Platform 4', `${path}/production-report`]) expect(page.body).toContain(words);
});

test('a GIF named .jpg is refused at its field with everything typed kept', async () => {
  const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1');
  const answer = await desk.post('/found/new?step=form', { ...least, childName: 'Guddi', clothing: 'red frock' }, station, {
    name: 'child.jpg',
    bytes: gif,
  });
  expect(answer.status).toBe(422);
  for (const words of ['id="photograph-error"', 'value="Guddi"', 'red frock', 'value="Platform 4"']) expect(answer.body).toContain(words);
});

test.each([
  ['a moment to come', { foundOn: '2026-11-24', foundAt: '12:01' }, 'foundOn-error'],
  ['no place', { foundPlace: '' }, 'foundPlace-error'],
  ['ages the wrong way round', { ageFrom: '9', ageTo: '7' }, 'ageTo-error'],
])('%s is refused at its field', async (_, fields, error) => {
  const answer = await desk.post('/found/new?step=form', { ...least, ...fields }, station);
  expect([answer.status, answer.body.includes(error)]).toEqual([422, true]);
});

test.each([
  ['production-report', { effortsToTrace: 'Told the railway control room' }, 'Form 17'],
  ['information', { to: 'cci', informedOn: '2026-11-24', informedAt: '11:59' }, 'Information of the child was given to a children’s home'],
  ['journey', { startedOn: '2026-11-24', startedAt: '09:00', endedOn: '2026-11-24', endedAt: '10:35' }, '1 h 35 min'],
  ['close', { outcome: 'not-a-child', reasons: 'of age, by her papers' }, 'not a child'],
])('%s is asked, kept, and told in the diary', async (action, fields, words) => {
  const path = await register();
  expect((await desk.get(`${path}/${action}`, station)).status).toBe(200);
  expect((await desk.post(`${path}/${action}`, fields, station)).status).toBe(303);
  expect((await desk.get(path, station)).body).toContain(words);
});

test('a stale edit is refused in words, and what was typed stays', async () => {
  const path = await register({ childName: 'Puja' });
  expect((await desk.get(`${path}/description`, station)).body).toContain('value="Puja"');
  await desk.post(`${path}/description`, { childName: 'Pooja', version: '1' }, station);
  const stale = await desk.post(`${path}/description`, { childName: 'Guddi', version: '1' }, station);
  expect(stale.status).toBe(422);
  expect(stale.body).toContain('Someone changed this description');
  expect(stale.body).toContain('value="Guddi"');
});

test('an office of the district is asked its purpose first, and then carries it along', async () => {
  const path = await register();
  const asked = await desk.get(path, unit);
  expect(asked.status).toBe(403);
  expect(asked.body).toContain('name="purpose"');
  const opened = await desk.get(`${path}?purpose=supervision`, unit);
  expect(opened.body).toContain(`${path}/journey?purpose=supervision`);
  expect(
    (
      await desk.post(
        `${path}/journey?purpose=supervision`,
        { startedOn: '2026-11-24', startedAt: '10:00', endedOn: '2026-11-24', endedAt: '10:30' },
        unit,
      )
    ).status,
  ).toBe(303);
});

test('another district finds nothing there', async () => {
  expect((await desk.get(await register(), 'duty-officer Saran')).status).toBe(404);
});

test.each(['en', 'hi'])('every page has its words in %s', async (language) => {
  const path = await register({
    childName: 'Asha',
    sex: 'female',
    ageFrom: '9',
    'marks.0.kind': 'burn',
    'marks.0.site': 'forearm',
    languages: 'ml',
    homeDistrict: '220',
    heightFrom: '120',
  });
  for (const page of ['', '/description', '/photograph', '/production-report', '/information', '/journey', '/close']) {
    expect((await desk.get(path + page, station, language)).status, page).toBe(200);
  }
});

test('Form 17 is kept as a record of its own, its telephones sealed, and is read by whose child it is, not by who was let in to compare', async () => {
  const path = await register();
  const filled = { effortsToTrace: 'asked at every stall', producerTelephone: '98300 77123', parentsAddress: 'behind the mill', childSigned: 'thumb', homeReachedOn: '2026-11-23', homeReachedAt: '20:00' }; // prettier-ignore
  const early = await desk.post(`${path}/production-report`, { ...filled, homeReachedAt: '17:00' }, station);
  expect([early.status, early.body.includes('homeReachedOn-error'), early.body.includes('behind the mill')]).toEqual([422, true, true]);
  expect((await desk.post(`${path}/production-report`, filled, station)).status).toBe(303);
  for (const words of ['asked at every stall', '+919830077123', 'behind the mill', 'A thumb impression', '23 Nov 2026, 20:00'])
    expect((await desk.get(path, station)).body).toContain(words);
  const { rows } = await sql<{ row: string; id: string }>`select p::text as row, record_id as id from production_report p
    where parents_address = 'behind the mill'`.execute(nation.admin);
  expect(rows[0]!.row).not.toContain('77123');
  const looker = nation.officer('investigating-officer Saran');
  await sql`insert into record_access values (${rows[0]!.id}, ${looker.officeId}, 'identity', ${nation.clock.now})`.execute(nation.admin);
  const compared = await desk.get(path, 'investigating-officer Saran');
  expect([compared.status, compared.body.includes('behind the mill')]).toEqual([200, false]);
  expect((await desk.get(`${path}/form-17.pdf`, 'investigating-officer Saran')).headers['content-type']).toContain('text/html');
});

test('Form 17 is printed once it was filed, with what was written down', async () => {
  const path = await register({ childName: 'आशा', sex: 'female', ageFrom: '9' });
  expect((await desk.get(`${path}/form-17.pdf`, station)).status).toBe(404);
  const filled = { effortsToTrace: 'asked at every stall', parentsAddress: 'behind the mill', producedIn: 'Asansol' };
  expect((await desk.post(`${path}/production-report`, filled, station)).status).toBe(303);
  expect((await desk.get(path, station)).body).toContain(`${path}/form-17.pdf`);
  const printed = await desk.get(`${path}/form-17.pdf`, station);
  const [page] = await textOf(printed.bytes);
  for (const part of ['Form 17', 'JJ Model Rules 2016, r.18(2), 19(25)', 'आशा', 'asked at every stall', 'behind the mill', 'Asansol'])
    expect(page).toContain(part);
  expect((await desk.get(`${path}/form-17.pdf`, station, 'hi')).status).toBe(200);
});
