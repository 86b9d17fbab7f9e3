// Sightings at both doors: a stranger tells one, the police of the place see it in their list and answer it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { citizenRoutes } from './citizen.ts';
import { deskRoutes } from './desk.ts';

let nation: Nation;
let street: TestDoor;
let desk: TestDoor;
const station = 'duty-officer Kozhikode';

beforeAll(async () => {
  nation = await startNation();
  street = await openDoor(nation, 'citizen', citizenRoutes());
  desk = await openDoor(nation, 'desk', deskRoutes([]));
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});

const least = { seenOn: '2026-11-24', districtCode: '560', place: 'Bus stand, bay 3' };

async function tell(fields: Record<string, string> = {}): Promise<string> {
  const { status, body, location } = await street.post('/seen', { ...least, ...fields });
  expect(status, body).toBe(303);
  return new URL(location, 'http://street').searchParams.get('reference')!;
}

test.each(['en', 'hi'])('the page puts help by telephone first and asks for no name (%s)', async (language) => {
  const { status, body } = await street.get('/seen', '', language);
  expect(status).toBe(200);
  expect(body.indexOf('tel:112')).toBeLessThan(body.indexOf('name="place"'));
});

test('a stranger without a telephone tells of a child and gets a number to keep', async () => {
  const reference = await tell({ clothing: 'blue shirt' });
  const thanks = await street.get(`/seen/thanks?reference=${reference}`);
  expect(thanks.body).toContain(reference);
  expect(thanks.body).toContain('tel:1098');
  expect((await street.get('/seen/thanks?reference=SG-KL-2026-000001-A')).status).toBe(404); // a wrong check character
});

test('a notice’s number goes along with the sighting', async () => {
  const notice = 'a'.repeat(26);
  expect((await street.get(`/seen?notice=${notice}`)).body).toContain(`value="${notice}"`);
  await tell({ noticePublicId: notice });
});

test('what is missing is said at its field, and what was typed stays', async () => {
  const { status, body } = await street.post('/seen', { ...least, place: '', seenWith: 'an old man' });
  expect([status, body.includes('place-error'), body.includes('value="an old man"')]).toEqual([422, true, true]);
});

test('the police of the place see it waiting, ring the reporter, and answer it once', async () => {
  const path = `/sightings/${await tell({ reporterTelephone: '94470 00000' })}`;
  expect((await desk.get('/sightings', station)).body).toContain(path);
  expect((await desk.get(path, station)).body).toContain('tel:+919447000000');
  expect((await desk.post(path, {}, station)).body).toContain('answer-error');
  expect((await desk.post(path, { answer: 'nobody-there', remark: 'The tea seller saw nobody' }, station)).status).toBe(303);
  expect((await desk.get(path, station)).body).toContain('nobody was there');
  expect((await desk.get(path, station)).body).toContain('The tea seller saw nobody');
  expect((await desk.get('/sightings', station)).body).not.toContain(path);
});

test('whoever may only read gets no answer form, and cannot send one', async () => {
  const path = `/sightings/${await tell()}?purpose=supervision`;
  const page = await desk.get(path, 'juvenile-police-head Kozhikode');
  expect([page.status, page.body.includes('name="answer"')]).toEqual([200, false]);
  expect((await desk.post(path, { answer: 'hoax' }, 'juvenile-police-head Kozhikode')).status).toBe(404);
});

test('told by telephone of a place elsewhere, it goes to the police there', async () => {
  expect((await desk.get('/sightings/new', station)).status).toBe(200);
  const { location } = await desk.post('/sightings/new', { ...least, districtCode: '220', source: 'telephone' }, station);
  const path = location.split('?')[0]!;
  expect((await desk.get('/sightings', 'duty-officer Saran')).body).toContain(path);
  expect((await desk.get('/sightings', station)).body).not.toContain(path);
  expect((await desk.get(path, station, 'hi')).status).toBe(200);
});

test.each([
  ['a field in sight', { place: '' }, false],
  ['a field folded away', { seenWith: 'x'.repeat(301) }, true],
])('what is wrong with %s is shown, the rest stays folded', async (_, fields, unfolded) => {
  const { status, body } = await street.post('/seen', { ...least, ...fields });
  expect([status, body.includes('<details open')]).toEqual([422, unfolded]);
});

test('letters that fit several districts are answered with those to choose from', async () => {
  const { districtCode: _, ...rest } = least;
  const asked = await street.post('/seen', { ...rest, districtTyped: 'a' });
  expect([asked.status, asked.body.includes('type="radio" id="districtCode"') || asked.body.includes('districtTyped-error')]).toEqual([
    422,
    true,
  ]);
  expect((await street.post('/seen', { ...rest, districtTyped: 'Kozhikode' })).status).toBe(303);
});
