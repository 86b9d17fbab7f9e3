// Posters of a notice at every door: what the order allows and no more, a code that leads to the notice, nothing once it is over or nobody vouches for it.
import { sql } from 'kysely';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { newPublicId } from '../../../kernel/ids.ts';
import { textOf } from '../../../../tests/documents/read-pdf.ts';
import { type Cookies, type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { noticeKit, noticeRoutes, vouch } from '../../../../tests/database/notices.ts';
import { type Nation, noon, startNation } from '../../../../tests/database/tools.ts';
import { reporterCookies } from '../../../../tests/security/reporter.ts';
import { type Story, elsewhere, leaked, station, tellStory } from '../../../../tests/security/story.ts';
import { POSTERS_OF_A_DAY } from '../budget/budget.ts';
import { citizenRoutes } from '../citizen.ts';
import { deskRoutes } from '../desk.ts';

const files = ['poster.pdf', 'square.jpg', 'story.jpg', 'strip.png'];
const allFields = ['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen'];

let nation: Nation;
let story: Story;
let street: TestDoor;
let desk: TestDoor;
let family: Cookies;

const admin = (change: ReturnType<typeof sql>) => change.execute(nation.admin);
const allow = (fields: string[]) =>
  admin(
    sql`update notice set fields = ${fields}::text[], photograph_id = (select id from photograph where record_id = ${story.missing.id} limit 1)`,
  );
const poster = (file = files[0]!) => `/missing/${story.publicId}/${file}`;
const atDesk = (file = files[0]!) => `/missing/${story.missing.reference}/${file}`;
const ofFamily = (file = files[0]!) => `/my/${story.missing.reference}/${file}`;
const wordsOf = async (bytes: Buffer): Promise<string> => (await textOf(bytes)).join(' ');

beforeAll(async () => {
  nation = await startNation();
  await admin(sql`update state set languages = '{ta}' where code = 'BR'`);
  story = await tellStory(nation);
  street = await openDoor(nation, 'citizen', noticeRoutes());
  desk = await openDoor(nation, 'desk', deskRoutes(noticeKit()));
  family = await reporterCookies(nation, story);
  await admin(sql`update office set telephone = '06152-240001' where id = (select office_id from record where id = ${story.missing.id})`);
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = noon;
  await admin(sql`delete from notice_look`);
  await admin(sql`delete from request_budget`);
  await allow(allFields);
  await vouch(nation);
});

test.each(files)('%s is there in each printed language, kept by no cache, and its code leads to the notice', async (file) => {
  for (const language of ['en', 'hi', 'bn', 'ta']) {
    const { status, headers, bytes } = await street.get(`${poster(file)}?language=${language}`);
    expect([language, status, headers['cache-control'], headers['x-robots-tag']]).toEqual([language, 200, 'no-store', 'noindex, noarchive, noimageindex']); // prettier-ignore
    if (file === 'poster.pdf') continue;
    const { data, info } = await sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    expect(decodeQR({ data: new Uint8Array(data), width: info.width, height: info.height })).toBe(
      `https://portal.example/missing/${story.publicId}`,
    );
  }
});

test('says what the order allows, whom to ring and what to say; not a word more of anybody', async () => {
  const { bytes } = await street.get(poster());
  const words = await wordsOf(bytes);
  for (const said of [story.publicName, 'Girl', '9', 'Saran', '20 Nov 2026', '1098', '112', '06152-240001', story.missing.reference])
    expect(words).toContain(said);
  expect(leaked(story, words.replaceAll('ZqmissingclothingQz', '').replaceAll(story.missing.reference, ''))).toEqual([]); // the clothing is in the order
  expect(bytes.includes('/DCTDecode')).toBe(true);
});

test('an order for the name alone shows no picture, no place and no office of the place', async () => {
  await allow(['name']);
  const { bytes } = await street.get(poster());
  const words = await wordsOf(bytes);
  expect(words).toContain(story.publicName);
  for (const hidden of ['Girl', 'Saran', '20 Nov 2026', '06152-240001', 'ZqmissingclothingQz']) expect(words).not.toContain(hidden);
  expect(bytes.includes('/DCTDecode')).toBe(false);
});

test('the notice’s page offers the reader’s language and those of the place', async () => {
  const { body } = await street.get(`/missing/${story.publicId}`, '', 'hi');
  expect([...body.matchAll(/href="[^"]*poster\.pdf\?language=(\w+)"/g)].map(([, language]) => language)).toEqual(['hi', 'ta', 'en']);
});

describe('whose they are', () => {
  test('the station’s and the family’s own; nobody else’s', async () => {
    for (const file of files) {
      expect([file, (await desk.get(atDesk(file), station)).status]).toEqual([file, 200]);
      expect([file, (await street.get(ofFamily(file), family)).status]).toEqual([file, 200]);
    }
    expect((await desk.get(atDesk(), elsewhere)).status).toBe(404);
    // The State's officer reads the report, and takes no poster of it: that is the station's, and the district's.
    expect((await desk.get(`${atDesk()}?purpose=oversight`, 'state-nodal-officer Saran')).status).toBe(409);
    expect((await street.get(ofFamily())).status).toBe(404);
    expect((await street.get(ofFamily(), await strangerCookies())).status).toBe(404);
  });

  test('who may not look for the child finds what one finds of a child that never was', async () => {
    await admin(sql`update missing_report set contact_barred = true`);
    const [mine, none] = [await street.get(ofFamily(), family), await street.get('/my/MC-BR-2026-999999-X/poster.pdf', family)];
    expect([mine.status, none.status]).toEqual([404, 404]);
    await admin(sql`update missing_report set contact_barred = false`);
  });
});

async function strangerCookies(): Promise<Cookies> {
  const cookies = await reporterCookies(nation, story, '+919830077999');
  await reporterCookies(nation, story);
  return cookies;
}

/** Every address something of the child can be had at, and what each answers. */
async function statuses(): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const file of files) {
    answers[`street ${file}`] = (await street.get(poster(file))).status;
    answers[`desk ${file}`] = (await desk.get(atDesk(file), station)).status;
    answers[`family ${file}`] = (await street.get(ofFamily(file), family)).status;
  }
  return answers;
}

test('a quarter of an hour after the last list every poster is dark, at every door', async () => {
  nation.clock.now = addMinutes(noon, 15);
  expect(new Set(Object.values(await statuses()))).toEqual(new Set([503]));
});

test('control: posters that do not ask how old the list is would be caught', async () => {
  const careless = await openDoor(nation, 'citizen', citizenRoutes({ ...noticeKit(), showing: async () => new Set([story.publicId]) }));
  nation.clock.now = addMinutes(noon, 60);
  expect((await careless.get(poster())).status).toBe(200);
  await careless.close();
});

describe('once it is over', () => {
  const traced = sql`update record set status = 'traced'`;
  const withdrawn = (because: string) => sql`update notice set withdrawn_at = ${noon}, withdrawn_because = ${because}`;
  const found = ['Found, thank you', 'has been found'];
  const over = ['No longer shown', 'no longer shown'];
  test.each([
    ['traced', [traced, withdrawn('traced')], found],
    ['traced, and an offence is recorded', [traced, withdrawn('traced'), sql`update missing_report set offence_link = true`], over],
    [
      'traced, and somebody may not look for the child',
      [traced, withdrawn('traced'), sql`update missing_report set contact_barred = true`],
      over,
    ],
    ['withdrawn by its authority', [withdrawn('authority-withdrawn')], over],
    ['a false report', [sql`update record set status = 'false-report'`, withdrawn('traced')], over],
    ['missing again', [withdrawn('traced')], over],
    ['expired', [sql`update notice set expires_at = ${addMinutes(noon, -1)}, authorised_at = ${addMinutes(noon, -9)}`], over],
  ] as const)('%s: 410, one sentence, no card, no poster', async (_, changes, words) => {
    for (const change of changes) await admin(change);
    const { status, body } = await street.get(`/missing/${story.publicId}`);
    expect(status).toBe(410);
    for (const said of words) expect(body).toContain(said);
    expect(leaked(story, body)).toEqual([]);
    for (const kept of ['og:', story.publicName, story.missing.reference, '.pdf', '.jpg', '.png']) expect(body).not.toContain(kept);
    for (const file of [...files, 'photo.jpg']) expect([file, (await street.get(poster(file))).status]).toEqual([file, 410]);
    const left = await statuses();
    expect(Object.values(left).filter((answer) => answer === 200 || answer === 503)).toEqual([]);
    await admin(
      sql`update notice set withdrawn_at = null, withdrawn_because = null, authorised_at = '2026-11-20', expires_at = '2030-01-01'`,
    );
    await admin(sql`update record set status = 'fir-registered'`);
    await admin(sql`update missing_report set offence_link = false, contact_barred = false`);
  });
});

test('one network takes posters of so many notices in a day, and of those it has as often as an hour allows', async () => {
  for (let n = 0; n < POSTERS_OF_A_DAY - 1; n++) expect((await street.get(`/missing/${newPublicId()}/poster.pdf`)).status).toBe(404);
  expect((await street.get(poster())).status).toBe(200);
  expect((await street.get(`/missing/${newPublicId()}/poster.pdf`)).status).toBe(429);
  expect((await street.get(poster('strip.png'))).status).toBe(200);
  await admin(sql`update request_budget set used = 40`);
  expect((await street.get(poster())).status).toBe(429);
  expect((await desk.get(atDesk(), station)).status).toBe(200);
});
