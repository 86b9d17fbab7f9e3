// What must happen once, or not at all: pictures that are none, days that cannot be, stale edits, double clicks, replays, and keys of other browsers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../src/apps/desk.ts';
import { form, redirect } from '../../src/web/route.ts';
import { type Answered, type Cookies, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { badFiles, polyglot } from './files.ts';
import { type Story, home, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;
let desk: TestDoor;
let street: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  desk = await openDoor(nation, 'desk', deskRoutesOf(nation.config));
  street = await openDoor(nation, 'citizen', citizenRoutesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(nation.admin)).rows[0]!.n;
const photographFiles = (): string[] => {
  const folder = nation.tools('desk').photographDirectory;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}; // prettier-ignore

const missing = {
  source: 'walk-in',
  receivedOn: '2026-11-24',
  receivedAt: '11:05',
  paper: 'to-be-registered',
  lastSeenOn: '2026-11-24',
  lastSeenAt: '10:10',
  lastSeenDistrict: '220',
  lastSeenPlace: 'Kept as typed',
  'children.0.childName': 'Asha',
  'children.0.ageFrom': '9',
};
const found = { foundOn: '2026-11-23', foundAt: '18:30', districtCode: '560', foundPlace: 'Kept as typed', broughtBy: 'railway-police' };
const seen = { seenOn: '2026-11-24', districtCode: '220', place: 'Kept as typed' };

describe('pictures', () => {
  const intakes: [string, (file: { name: string; bytes: Buffer }) => Promise<Answered>][] = [
    ['found child', (file) => desk.post('/found/new', found, home, file)],
    ['missing child', (file) => desk.post('/missing/new', missing, station, { ...file, field: 'children.0.photograph' })],
    ['another picture', (file) => desk.post(`/missing/${story.missing.reference}/photograph`, {}, station, file)],
    ['citizen’s report', (file) => street.post('/missing/report/photograph', {}, '', file)],
  ];

  test('what is no picture, or too much of one, is refused at its field, with what was typed, and leaves no file and no row', async () => {
    const before = [await count('photograph'), await count('record'), photographFiles().length];
    for (const [label, bytes] of Object.entries(await badFiles())) {
      for (const [intake, send] of intakes) {
        const { status, body } = await send({ name: 'child.jpg', bytes });
        expect([intake, label, status, /id="[\w.]*photograph-error"/.test(body)]).toEqual([intake, label, 422, true]);
        if (intake.endsWith('child')) expect(body).toContain('Kept as typed');
      }
    }
    expect([await count('photograph'), await count('record'), photographFiles().length]).toEqual(before);
  });

  test('of a whole picture with a page behind it and a place inside only the pixels stay', async () => {
    const bytes = await polyglot();
    expect(bytes.includes('ZqPolyglotQz') && bytes.includes('ZqArtistQz')).toBe(true); // control: it came in with both
    expect((await desk.post(`/missing/${story.missing.reference}/photograph`, {}, station, { name: 'x.html', bytes })).status).toBe(303);
    for (const file of photographFiles()) {
      const kept = readFileSync(file);
      expect([kept.includes('Zq'), kept.includes('Exif'), kept.includes('<script')]).toEqual([false, false, false]);
    }
  });

  test('a second picture that is none leaves the first neither stored nor on the disk', async () => {
    const before = [await count('record'), photographFiles().length];
    const [good, bad] = [await polyglot(), Buffer.from('GIF89a')];
    const part = (name: string, body: Buffer | string, file = '') =>
      Buffer.concat([
        Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
        Buffer.from(body),
        Buffer.from('\r\n'),
      ]);
    const fields = Object.entries({ ...found, _key: 'key-of-two-pictures' }).map(([name, value]) => part(name, value));
    const pictures = [good, bad].map((bytes) => part('photograph', bytes, '; filename="a.jpg"'));
    const payload = Buffer.concat([...fields, ...pictures, Buffer.from('--x--')]);
    const { statusCode } = await desk.app.inject({
      method: 'POST',
      url: '/found/new',
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      cookies: { who: home },
    });
    expect([statusCode, await count('record'), photographFiles().length]).toEqual([422, ...before]);
  });
});

test.each([
  ['/missing/new', station, missing, { receivedOn: '2026-11-25' }, 'receivedOn'],
  ['/missing/new', station, missing, { lastSeenOn: '2026-11-25' }, 'lastSeenOn'],
  ['/missing/new', station, missing, { 'children.0.ageFrom': '40' }, 'children.0.ageFrom'],
  ['/missing/new', station, missing, { 'children.0.birthDate': '1986-01-01', 'children.0.ageFrom': '' }, 'children.0.birthDate'],
  ['/missing/new', station, missing, { 'children.0.birthDate': '2026-11-31' }, 'children.0.birthDate'],
  ['/missing/new', station, missing, { paper: 'fir', paperNumber: '1', paperOn: '2999-01-01', paperAt: '10:00' }, 'paperOn'],
  ['/missing/new', station, missing, { lastSeenDistrict: '999999' }, 'lastSeenDistrict'],
  ['/found/new', home, found, { foundOn: '2026-11-25' }, 'foundOn'],
  ['/found/new', home, found, { ageFrom: '40' }, 'ageFrom'],
  ['/found/new', home, found, { homeDistrict: '999999' }, 'homeDistrict'],
  ['/seen', '', seen, { seenOn: '2026-11-25' }, 'seenOn'],
  ['/seen', '', seen, { ageFrom: '40' }, 'ageFrom'],
  [
    'TRACED',
    station,
    { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:00', where: 'Kept as typed' },
    { tracedOn: '2026-11-01' },
    'tracedOn',
  ],
  [
    'TRACED',
    station,
    { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:00', where: 'Kept as typed' },
    { tracedOn: '2999-01-01' },
    'tracedOn',
  ],
] as const)('%s by %s: %o with %o is refused at %s', async (path, who, base, change, field) => {
  const url = path === 'TRACED' ? `/missing/${story.missing.reference}/traced` : path;
  const door = path === '/seen' ? street : desk;
  const before = await count('diary_entry');
  const { status, body } = await door.post(url, { ...base, ...change }, who);
  expect([status, body.includes(`id="${field}-error"`), body.includes('Kept as typed')]).toEqual([422, true, true]);
  expect(await count('diary_entry')).toBe(before);
});

describe('twice', () => {
  test('a double click registers one child, and both clicks get the same answer', async () => {
    const before = await count('record');
    const clicks = await Promise.all([1, 2, 3].map(() => desk.post('/found/new', { ...found, _key: 'key-of-double-click' }, home)));
    expect(new Set(clicks.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    expect((await count('record')) - before).toBe(1);
  });

  test('control: without the key kept, a double click registers two', async () => {
    const before = await count('record');
    for (const _key of ['key-of-click-one', 'key-of-click-two']) await desk.post('/found/new', { ...found, _key }, home);
    expect((await count('record')) - before).toBe(2);
  });

  test('a replay gets the same answer; the same key with another body, or on another form, is refused', async () => {
    const send = (fields: Record<string, string>, url = '/found/new') => desk.post(url, { ...fields, _key: 'key-of-replay' }, home);
    const first = await send(found);
    const before = await count('record');
    expect((await send(found)).location).toBe(first.location);
    expect((await send({ ...found, foundPlace: 'Elsewhere' })).status).toBe(422);
    expect((await send({ ageFrom: '9', version: '1' }, `${first.location.split('?')[0]}/description`)).status).toBe(422);
    expect(await count('record')).toBe(before);
  });

  test('the key of one officer says nothing to another', async () => {
    const first = await desk.post('/found/new', { ...found, _key: 'key-of-one' }, home);
    const second = await desk.post('/found/new', { ...found, _key: 'key-of-one' }, 'home-worker Kozhikode');
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).not.toBe(first.location);
  });

  test('a citizen’s double click keeps the draft’s cookie; another browser with the same key and words gets nothing of it', async () => {
    const send = (cookies: Cookies) =>
      street.post('/missing/report/who', { childName: 'Asha', sex: 'female', ageFrom: '9', _key: 'key-of-citizen' }, cookies);
    const [first, second] = [await send({}), await send({})];
    expect(first.cookies['__Host-draft']).toBeTruthy();
    expect([second.status, second.cookies]).toEqual([303, first.cookies]);
    expect((await send({ '__Host-draft': 'another browser' })).status).toBe(422);
  });

  test('a stale edit is refused, says what differs, keeps what was typed, and stores nothing', async () => {
    const path = `/found/${story.found.reference}/description`;
    const edit = (version: string, clothing: string) => desk.post(path, { version, clothing, childName: 'Asha' }, home);
    expect((await edit('1', 'red frock')).status).toBe(303);
    const stale = await edit('1', 'blue frock');
    expect([stale.status, stale.body.includes('blue frock')]).toEqual([422, true]);
    const { rows } = await sql<{ clothing: string }>`select clothing from description where record_id = ${story.found.id}`.execute(
      nation.admin,
    );
    expect(rows[0]!.clothing).toBe('red frock');
    expect((await edit('2', 'blue frock')).status).toBe(303);
  });

  test('of two edits of one version at the same moment, one is stored', async () => {
    const { rows } = await sql<{ version: number }>`select version from record where id = ${story.found.id}`.execute(nation.admin);
    const version = String(rows[0]!.version);
    const both = await Promise.all(
      ['green frock', 'black frock'].map((clothing) =>
        desk.post(`/found/${story.found.reference}/description`, { version, clothing, childName: 'Asha' }, home),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });
});

test('control: a form whose fault comes after its write leaves nothing, and the same form without a transaction would', async () => {
  const schema = z.strictObject({});
  const ground = { permission: 'foundChild.register', audit: 'broken', purpose: 'test', schema } as const;
  const write = (db: Parameters<ReturnType<typeof sql>['execute']>[0]) =>
    sql`update record set matched_version = 77 where id = ${story.found.id}`.execute(db);
  const written = async () =>
    (await sql<{ n: number }>`select matched_version as n from record where id = ${story.found.id}`.execute(nation.admin)).rows[0]!.n ===
    77;
  const fail = async (): Promise<never> => {
    throw new Error('after the write');
  };
  const inside = form({ ...ground, path: '/inside', save: async ({ db }) => write(db).then(fail) });
  const outside = form({ ...ground, path: '/outside', save: async () => (await write(nation.admin), redirect('/')) });
  const door = await openDoor(nation, 'desk', [inside, outside]);
  expect([(await door.post('/inside', {}, home)).status, await written()]).toEqual([500, false]);
  expect([(await door.post('/outside', {}, home)).status, await written()]).toEqual([303, true]);
  await door.close();
});
