// The dead-man switch, by a moved clock: without a fresh list, signed by the worker's own key, no door shows a notice; a door that forgets to ask is caught.
import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { noticeKit, noticeRoutes, vouch } from '../../../../tests/database/notices.ts';
import { type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, noon, startNation, worker } from '../../../../tests/database/tools.ts';
import { type Story, tellStory } from '../../../../tests/security/story.ts';
import { citizenRoutes } from '../citizen.ts';
import { signManifest } from './manifest.ts';
import { writeManifest } from './manifest-store.ts';
import type { Showing } from './showing.ts';

let nation: Nation;
let story: Story;
let door: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`update notice set fields = fields || array['photograph'], photograph_id = (select id from photograph where record_id = ${story.missing.id} limit 1),
    photograph_name = 'a'`.execute(nation.admin);
  door = await openDoor(nation, 'citizen', noticeRoutes());
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = noon;
  await vouch(nation);
});

const paths = () => [`/missing/${story.publicId}`, '/missing?district=Saran', '/missing?state=BR'];

/** Which pages a door still shows the child on, with the clock as it stands. */
async function shows(asked: TestDoor = door): Promise<string[]> {
  const shown: string[] = [];
  for (const path of paths()) if ((await asked.get(path)).body.includes(story.publicName)) shown.push(path);
  return shown;
}

test('under a fresh list everything is shown; a minute before its end still', async () => {
  expect(await shows()).toEqual(paths());
  expect((await door.get(`${paths()[0]}/photo.jpg`)).status).toBe(200);
  nation.clock.now = addMinutes(noon, 14);
  expect(await shows()).toEqual(paths());
});

test('a quarter of an hour after the last list all go dark, in plain words, the numbers to call first; a new list brings them back', async () => {
  nation.clock.now = addMinutes(noon, 15);
  expect(await shows()).toEqual([]);
  for (const path of paths()) {
    const { status, body, headers } = await door.get(path);
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '300', 'no-store']);
    const words = body.replaceAll(/<[^>]*>/g, ' ');
    expect(words).toContain('Notices cannot be shown just now');
    expect(words.indexOf('call 1098, or 112')).toBeLessThan(words.indexOf('We cannot be sure'));
  }
  expect((await door.get(`${paths()[0]}`, '', 'hi')).body).toContain('अभी सूचनाएँ नहीं दिखाई जा सकतीं');
  expect((await door.get(`${paths()[0]}/photo.jpg`)).status).toBe(503);
  await vouch(nation);
  expect(await shows()).toEqual(paths());
});

test('a clock that runs ahead or behind is a list nobody can rely on', async () => {
  nation.clock.now = addMinutes(noon, -3);
  expect(await shows()).toEqual([]);
});

test('without a list, after a restart of the database from nothing, all is dark', async () => {
  await sql`delete from notice_manifest`.execute(nation.admin);
  expect(await shows()).toEqual([]);
});

test('a list another key signed, and one altered after it was signed, are none', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  await nation.ask(worker, (context) => writeManifest(context, signManifest(privateKey, context.now, [story.publicId])));
  expect(await shows()).toEqual([]);
  await vouch(nation);
  expect(await shows()).toEqual(paths());
  await sql`update notice_manifest set made_at = made_at + interval '1 second'`.execute(nation.admin);
  expect(await shows()).toEqual([]);
  await vouch(nation);
  await sql`update notice_manifest set public_ids = public_ids || array['aaaaaaaaaaaaaaaaaaaaaaaaaa'], made_at = made_at - interval '1 second'`.execute(
    nation.admin,
  );
  expect(await shows()).toEqual([]);
});

test('what the list does not name is not shown, though the database has it', async () => {
  await sql`update notice set withdrawn_at = ${nation.clock.now}`.execute(nation.admin);
  await vouch(nation);
  await sql`update notice set withdrawn_at = null`.execute(nation.admin);
  expect(await shows()).toEqual([]);
});

test('the citizen door can write no list', async () => {
  const written = nation.ask({ kind: 'citizen', reporterKey: null }, (context) =>
    writeManifest(context, { madeAt: context.now, publicIds: [story.publicId], signature: Buffer.alloc(64) }),
  );
  await expect(written).rejects.toThrow('permission denied');
});

test('control: a door that does not ask how old the list is would be caught', async () => {
  const careless: Showing = async () => new Set([story.publicId]);
  const broken = await openDoor(nation, 'citizen', citizenRoutes({ ...noticeKit(), showing: careless }));
  nation.clock.now = addMinutes(noon, 60);
  expect(await shows(broken)).toEqual(paths());
  await broken.close();
});
