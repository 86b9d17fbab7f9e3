// The desk door as a browser meets it: the cookie it is given, where it is sent, what a role is refused and that this is audited.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Accounts, correctPassword, openAccounts } from '../../../tests/database/accounts.ts';
import { type Cookies, type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, noon, startNation } from '../../../tests/database/tools.ts';
import { fromBase32 } from '../../platform/credentials/index.ts';
import { totpCode, totpStep } from '../../platform/credentials/totp.ts';
import { catalogueOf } from '../../platform/i18n/catalogue.ts';
import { page } from '../../web/route.ts';
import { deskRoutes } from './desk.ts';
import { identify } from './sessions.ts';

let nation: Nation;
let desk: Accounts;
let door: TestDoor;

const answer = async () => ({ kind: 'json', value: 'in' }) as const;
const judging = page({ path: '/judging', permission: 'match.judge', audit: 'test.judge', purpose: 'tracing', answer });

beforeAll(async () => {
  nation = await startNation();
  desk = await openAccounts(nation);
  door = await openDoor(nation, 'desk', [...deskRoutes({ origin: 'http://localhost:4711' }), judging]);
});
afterAll(async () => {
  await door?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = noon;
});

const get: TestDoor['get'] = (...asked) => door.get(...asked);
const post: TestDoor['post'] = (...asked) => door.post(...asked);

async function demoSession(kind: string, role: string): Promise<Cookies> {
  const postingId = await desk.post(await desk.bareOfficer(), kind, role);
  return (await post('/sign-in/demo', { postingId })).cookies;
}

test('password, then code: a host-bound cookie, and on to the page that was asked for', async () => {
  const { email } = await desk.officer();
  const stranger = await get('/judging');
  expect([stranger.status, stranger.location]).toEqual([303, '/sign-in?next=%2Fjudging']);
  const first = await post('/sign-in', { email, password: correctPassword, next: '/judging' });
  expect(first.location).toBe('/sign-in/code?next=%2Fjudging');
  const step = first.cookies;
  const shown = (await get('/sign-in/code', step)).body;
  const secret = /<code[^>]*>([A-Z2-7 ]+)</.exec(shown)![1]!.replaceAll(' ', '');
  const second = await post('/sign-in/code', { code: totpCode(fromBase32(secret)!, totpStep(noon)), next: '/judging' }, step);
  expect(second.location).toBe('/judging');
  const cookie = second.given.find(({ name }) => name === '__Host-vatsalya');
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(cookie).not.toHaveProperty('domain');
  expect((await get('/judging', second.cookies)).status).toBe(200);
});

test('a wrong password and an unknown account get the same answer', async () => {
  const { email } = await desk.officer();
  const wrong = await post('/sign-in', { email, password: 'not the password' });
  const unknown = await post('/sign-in', { email: 'nobody@police.example', password: 'not the password' });
  const told = ({ status, location, body, given }: typeof wrong) => [status, location, body, given];
  expect(told(wrong)).toEqual(told(unknown));
  expect(told(wrong)).toEqual([303, '/sign-in?again=1', '', []]);
  expect((await get('/sign-in?again=1')).body).toContain('not right');
});

test('a role without the permission is refused, and the audit log says so', async () => {
  const cookies = await demoSession('children-home', 'home-superintendent');
  expect((await get('/judging', cookies)).status).toBe(403);
  const { rows } = await sql<{ role: string; name: string }>`select role, name from audit_entry where action = 'refused'`.execute(
    nation.admin,
  );
  expect(rows).toEqual([{ role: 'home-superintendent', name: 'test.judge' }]);
});

test('signing out ends the session, clears the cookie and is audited', async () => {
  const cookies = await demoSession('cwc', 'cwc-member');
  expect((await get('/account', cookies)).status).toBe(200);
  const out = await post('/sign-out', {}, cookies);
  expect(out.given.find(({ name }) => name === '__Host-vatsalya')).toMatchObject({ value: '', maxAge: 0 });
  expect((await get('/account', cookies)).status).toBe(303);
  const { rows } = await sql`select 1 from audit_entry where action = 'sign-out' and role = 'cwc-member'`.execute(nation.admin);
  expect(rows).toHaveLength(1);
});

test('an officer of two postings chooses, and may act only in their own', async () => {
  const { id, postingId } = await desk.officer();
  await desk.post(id, 'cwc', 'cwc-member', '2026-02-01');
  const first = await post('/sign-in/demo', { postingId, next: '/judging' });
  expect(first.location).toBe('/account/posting?next=%2Fjudging');
  const cookies = first.cookies;
  const foreign = await desk.officer();
  expect((await post('/account/posting', { postingId: foreign.postingId }, cookies)).status).toBe(422);
  expect((await identify(nation.tools('desk'), cookies))?.postingId).toBe(postingId);
});

test('the demonstration’s page is not found where people are real', async () => {
  expect((await get('/sign-in/demo')).status).toBe(200);
  nation.tools('desk').demo = false;
  expect((await get('/sign-in/demo')).status).toBe(404);
  const { postingId } = await desk.officer();
  expect((await post('/sign-in/demo', { postingId })).status).toBe(404);
  nation.tools('desk').demo = true;
});

test('whatever an act came to is said on the page after it, and nothing that is no such word', async () => {
  const officer = await demoSession('police-station', 'duty-officer');
  const said = async (key: string) => (await get(`/account?done=${key}`, officer)).body.includes('class="alert"');
  const keys = [...catalogueOf('en').keys()].filter((key) => key.includes('.done.'));
  expect(keys.length).toBeGreaterThan(50);
  const unsaid: string[] = [];
  for (const key of keys) if (!(await said(key))) unsaid.push(key);
  expect(unsaid).toEqual([]);
  expect(await said('web.desk.signOut')).toBe(false);
});
