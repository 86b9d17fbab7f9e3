// The citizen door as a browser without JavaScript meets it: seven questions, a code, one's own report; and notices that are shown, then gone.
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Reference, makeReference } from '../../kernel/reference.ts';
import type { Day } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { liveNoticeOf } from '../notices/store.ts';
import { type Cookies, type TestDoor, fieldError, openDoor } from '../../../tests/database/door.ts';
import { noticeRoutes, vouch } from '../../../tests/database/notices.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { citizenRoutes } from './citizen.ts';
import { addMissingPhotograph } from './description-actions.ts';
import { publishNotice } from './publication.ts';
import { markTraced } from './outcome.ts';

let nation: Nation;
let door: TestDoor;
let station: OfficerActor;
let picture: Buffer;

beforeAll(async () => {
  nation = await startNation();
  station = nation.officer('station-in-charge Saran');
  const dutiesOf = async () => [{ title: 'Register the FIR', lateAfter: nation.clock.now, state: 'running' as const }];
  door = await openDoor(nation, 'citizen', [...citizenRoutes({ dutiesOf }), ...noticeRoutes()]);
  picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#ccbbaa' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});

const SECOND = 1 / 3600;

const get: TestDoor['get'] = (...asked) => door.get(...asked);
const post: TestDoor['post'] = (...asked) => {
  nation.clock.later(SECOND);
  return door.post(...asked);
};
/** The code of the last SMS, read the way the outbox page reads it. */
async function lastCode(): Promise<string> {
  const { rows } = await sql<{
    factsSealed: Buffer;
  }>`select facts_sealed from message where template = 'oneTimeCode' order by id desc limit 1`.execute(nation.admin);
  return (JSON.parse(nation.tools('citizen').unseal(rows[0]!.factsSealed)) as { code: string }).code;
}

let telephones = 0;
const newTelephone = (): string => `98300 0${String(++telephones).padStart(4, '0')}`;

const answers: [string, Record<string, string>][] = [
  ['who', { childName: 'पूजा', sex: 'female', ageFrom: '9' }],
  ['when', { lastSeenOn: '2026-11-23', lastSeenAt: '15:10' }],
  ['where', { districtTyped: 'sar', lastSeenPlace: 'Chhapra station' }],
  ['looks', { clothing: 'yellow frock', markKind: 'burn', markSite: 'forearm' }],
  ['family', { fatherName: 'रामेश्वर', languages: 'bho' }],
  ['photograph', { photographTakenOn: '2025-11-02' }],
];

/** Answers every question and asks for a code. Gives back the cookies of the draft. */
async function answerAll(telephone: string, change: Record<string, Record<string, string>> = {}): Promise<Cookies> {
  let cookies: Cookies = {};
  const all = [...answers, ['you', { informantName: 'Kamala Devi', informantRelation: 'mother', informantTelephone: telephone }] as const];
  for (const [name, fields] of all) {
    const response = await post(`/missing/report/${name}`, change[name] ?? fields, cookies);
    expect([name, response.status], response.body).toEqual([name, 303]);
    cookies = { ...cookies, ...response.cookies };
  }
  expect((await post('/missing/report/check', {}, cookies)).location).toBe('/missing/report/code');
  return cookies;
}

async function report(telephone = newTelephone(), change = {}): Promise<{ reference: Reference; cookies: Cookies; path: string }> {
  const cookies = await answerAll(telephone, change);
  const sent = await post('/missing/report/code', { code: await lastCode() }, cookies);
  const path = sent.location.split('?')[0]!;
  return { reference: path.slice('/my/'.length) as Reference, cookies: sent.cookies, path };
}

test('seven questions and a code: the report is at the station of the place, and its reporter can follow it', async () => {
  const { path, cookies } = await report();
  const mine = await get(path, cookies);
  expect(mine.status).toBe(200);
  for (const part of ['पूजा', 'Your report was received', 'police-station Saran', 'district-nodal Saran', 'cwc Saran', 'Register the FIR'])
    expect(mine.body).toContain(part);
  const { rows } =
    await sql`select 1 from record where office_id = ${station.officeId} and reference = ${path.slice(4)} and status = 'reported'`.execute(
      nation.admin,
    );
  expect(rows).toHaveLength(1);
});

test('every page can be read before it is answered, and shows what was answered', async () => {
  const cookies = await answerAll(newTelephone());
  for (const path of ['', '/who', '/when', '/where', '/looks', '/family', '/photograph', '/you', '/check', '/code']) {
    expect([path, (await get(`/missing/report${path}`, cookies)).status]).toEqual([path, 200]);
  }
  expect((await get('/missing/report/who', cookies)).body).toContain('पूजा');
  expect((await get('/missing/report/who')).body).not.toContain('पूजा');
});

test('"I don’t know" is an answer to every question', async () => {
  const unknown = {
    who: { childNameUnknown: 'yes', sex: 'unknown', ageFromUnknown: 'yes' },
    when: { lastSeenOnUnknown: 'yes' },
    where: { districtTyped: 'Saran', lastSeenPlaceUnknown: 'yes' },
    looks: { looksUnknown: 'yes' },
    family: { familyUnknown: 'yes' },
  };
  expect((await report(newTelephone(), unknown)).path).toMatch(/^\/my\/MC-BR-2026-/);
});

test.each([
  ['who', { sex: 'female' }, 'choose &quot;I don'],
  ['who', { childNameUnknown: 'yes', sex: 'male', ageFrom: '18' }, '17 or younger'],
  ['when', {}, 'when the child was last seen, or choose &quot;I don'],
  ['when', { lastSeenOn: '2027-01-01' }, 'still in the future'],
  ['when', { lastSeenOn: '2026-11-24', lastSeenAt: '23:59' }, 'still in the future'],
  ['where', { districtTyped: 'nowhere at all' }, 'do not know that district'],
  ['you', { informantName: 'K', informantRelation: 'mother', informantTelephone: '12' }, 'telephone'],
])('%s with %o is asked again', async (name, fields, words) => {
  const response = await post(`/missing/report/${name}`, fields as Record<string, string>, {});
  expect(response.status).toBe(422);
  expect(response.body.toLowerCase()).toContain(words.toLowerCase());
});

test('a wrong code is counted, and the right one no longer works after five', async () => {
  const cookies = await answerAll(newTelephone());
  const right = await lastCode();
  const wrong = right === '000000' ? '000001' : '000000';
  const tries = [];
  for (let attempt = 0; attempt < 5; attempt++) tries.push((await post('/missing/report/code', { code: wrong }, cookies)).location);
  expect(tries[0]).toBe('/missing/report/code?wrong=credentials.codeWrong&left=4');
  expect(tries[4]).toBe('/missing/report/code?wrong=credentials.codeSpent');
  expect((await post('/missing/report/code', { code: right }, cookies)).location).toBe('/missing/report/code?wrong=credentials.codeSpent');
});

test('a sixth code in an hour is refused to one telephone', async () => {
  const cookies = await answerAll(newTelephone());
  for (let sent = 1; sent < 5; sent++) expect((await post('/missing/report/check', {}, cookies)).status).toBe(303);
  expect((await post('/missing/report/check', {}, cookies)).status).toBe(422);
});

test('without the code, or with another telephone, a report and none look alike', async () => {
  nation.clock.later(2);
  const { path, reference } = await report();
  expect((await get(path)).location).toBe(`/my?reference=${reference}`);
  const unknown = makeReference('missing', 'BR', 2026, 999_999);
  const other = async (typed: string): Promise<[number, string]> => {
    const asked = await post('/my', { reference: typed, informantTelephone: '98311 11111' }, {});
    const entered = await post('/my/code', { code: await lastCode() }, asked.cookies);
    const shown = await get(entered.location, entered.cookies);
    return [shown.status, shown.body.replaceAll(typed, '').replace(/[0-9a-f-]{36}/g, '')];
  };
  const [status, body] = await other(reference);
  expect(status).toBe(404);
  expect(await other(unknown)).toEqual([status, body]);
});

const notice = {
  authority: 'police-tracing',
  orderNumber: 'T-1',
  reasons: 'r',
  noSexualOffence: false,
  fields: ['name', 'photograph', 'lastSeen'],
  expiresOn: '2026-12-31' as Day,
};

test('a notice and its photograph are shown to all, then 410 at once when the child is traced', async () => {
  nation.clock.later(2);
  const { reference, path, cookies } = await report();
  await nation.ask(station, (context) =>
    addMissingPhotograph(context, reference, {}, [{ field: 'photograph', bytes: picture, tooLarge: false }]),
  );
  await nation.ask(station, (context) => publishNotice(context, reference, notice as never));
  const { rows } = await sql<{ id: never }>`select id from record where reference = ${reference}`.execute(nation.admin);
  const { publicId } = (await nation.ask(station, (context) => liveNoticeOf(context, rows[0]!.id)))!;
  const [page, photo] = [`/missing/${publicId}`, `/missing/${publicId}/photo.jpg`];
  await vouch(nation);
  const shown = await get(page);
  expect([shown.status, shown.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(shown.body).toContain('पूजा');
  expect(/<meta property="og:.*?<link/s.exec(shown.body)?.[0]).toMatch(/^(?!.*(पूजा|photo|image)).*A child is missing/s); // what apps keep of the link
  for (const secret of [reference, 'रामेश्वर', 'Kamala', 'yellow frock', 'Chhapra']) expect(shown.body).not.toContain(secret);
  expect((await get(photo)).headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' });
  expect((await get(path, cookies)).body).toContain(`/my/${reference}/square.jpg?language=hi`);
  expect((await get('/missing?district=Saran')).body).toContain(publicId);
  expect((await get('/missing?state=BR')).body).toContain(publicId);
  expect((await get('/missing')).body).not.toContain(publicId);
  expect((await get('/missing?district=Kozhikode')).body).not.toContain(publicId);

  const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24' as Day, tracedAt: '12:00', where: 'Asansol' } as const;
  await nation.ask(station, (context) => markTraced(context, reference, traced));
  expect([(await get(page)).status, (await get(photo)).status]).toEqual([410, 410]);
  const gone = await get(page, '', 'en');
  expect(gone.body).toContain('Found, thank you');
  for (const kept of ['पूजा', 'og:title', publicId]) expect(gone.body.replaceAll(`back=%2Fmissing%2F${publicId}`, '')).not.toContain(kept);
  expect(gone.headers).toMatchObject({ 'clear-site-data': '"cache"', 'x-robots-tag': 'noindex, noarchive, noimageindex' });
  expect((await get('/missing?district=Saran')).body).not.toContain(publicId);
  expect((await get('/missing/0123456789abcdefghjkmnpqrs')).status).toBe(404);
  const mine = await get(path, cookies);
  expect(mine.body).toContain('पूजा has been found.');
  expect(mine.body).toContain('district-nodal Saran');
  for (const kept of ['Asansol', 'square.jpg']) expect(mine.body).not.toContain(kept);
});

test('the family says when the photograph was taken, which cannot be a day to come; the officer has the day with the picture', async () => {
  const cookies = await answerAll(newTelephone());
  const ahead = await post('/missing/report/photograph', { photographTakenOn: '2027-01-01' }, cookies);
  expect([ahead.status, fieldError(ahead.body, 'photographTakenOn')]).toEqual([422, 'That lies in the future.']);
  const told = await post('/missing/report/photograph', { photographTakenOn: '2025-11-02' }, cookies, { name: 'a.jpg', bytes: picture });
  const now = { ...cookies, ...told.cookies };
  expect((await post('/missing/report/check', {}, now)).location).toBe('/missing/report/code');
  const sent = await post('/missing/report/code', { code: await lastCode() }, now);
  const reference = sent.location.split('?')[0]!.slice('/my/'.length);
  const { rows } =
    await sql`select p.taken_on from photograph p join record r on r.id = p.record_id where r.reference = ${reference}`.execute(
      nation.admin,
    );
  expect(rows).toEqual([{ takenOn: '2025-11-02' }]);
});

test('what the family remembers reaches the record in their own words', async () => {
  const { path, cookies, reference } = await report();
  expect((await post(`${path}/add`, { text: 'She carried a red bag.' }, cookies)).status).toBe(303);
  const { rows } = await sql<{
    text: string;
  }>`select n.text from missing_note n join record r on r.id = n.record_id where r.reference = ${reference}`.execute(nation.admin);
  expect(rows.map(({ text }) => text)).toEqual(['She carried a red bag.']);
  const empty = await post(`${path}/add`, { text: '' }, cookies);
  expect([empty.status, empty.body.includes('Write what you remembered'), empty.body.includes(reference)]).toEqual([422, true, true]);
  expect((await post(`${path}/add`, { text: 'x' }, {})).location).toContain('/my?reference=');
});
