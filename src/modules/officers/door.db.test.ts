// The desk door as a browser meets it: the cookie it is given, where it is sent, what a role is refused and that this is audited.
import { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskAccounts, correctPassword, start, startDeskAccounts } from '../../../tests/database/desk-accounts.ts';
import { fromBase32 } from '../../platform/credentials/index.ts';
import { totpCode, totpStep } from '../../platform/credentials/totp.ts';
import { createServer } from '../../platform/http/server.ts';
import { openLog } from '../../platform/log.ts';
import { page } from '../../web/route.ts';
import { mount } from '../../web/serve.ts';
import { deskRoutes } from './desk.ts';
import { identify } from './sessions.ts';

let desk: DeskAccounts;
let app: FastifyInstance;

const answer = async () => ({ kind: 'json', value: 'in' }) as const;
const judging = page({ path: '/judging', permission: 'match.judge', audit: 'test.judge', purpose: 'tracing', answer });

beforeAll(async () => {
  desk = await startDeskAccounts();
  const log = openLog('silent');
  ({ app } = await createServer(desk.tools, log));
  const assets = { styles: '', islands: '' };
  const site = {
    tools: desk.tools,
    assets,
    log,
    identify: (cookies: Record<string, string>) => identify(desk.tools, cookies),
    signInPath: '/sign-in',
  };
  mount(app, site, [...deskRoutes({ origin: 'http://localhost:4711' }), judging]);
});
afterAll(async () => {
  await app?.close();
  await desk?.stop();
});
beforeEach(() => {
  desk.clock.now = start;
});

type Cookies = Record<string, string>;
let keys = 0;
const post = (url: string, fields: Record<string, string>, cookies: Cookies = {}) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams({ ...fields, _key: `key-of-test-${++keys}` }).toString(),
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const get = (url: string, cookies: Cookies = {}) => app.inject({ method: 'GET', url, cookies });
const given = (response: Awaited<ReturnType<typeof get>>): Cookies =>
  Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));

async function demoSession(kind: string, role: string): Promise<Cookies> {
  const postingId = await desk.post(await desk.bareOfficer(), kind, role);
  return given(await post('/sign-in/demo', { postingId }));
}

test('password, then code: a host-bound cookie, and on to the page that was asked for', async () => {
  const { email } = await desk.officer();
  const stranger = await get('/judging');
  expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/sign-in?next=%2Fjudging']);
  const first = await post('/sign-in', { email, password: correctPassword, next: '/judging' });
  expect(first.headers.location).toBe('/sign-in/code?next=%2Fjudging');
  const step = given(first);
  const shown = (await get('/sign-in/code', step)).body;
  const secret = /<code[^>]*>([A-Z2-7 ]+)</.exec(shown)![1]!.replaceAll(' ', '');
  const second = await post('/sign-in/code', { code: totpCode(fromBase32(secret)!, totpStep(start)), next: '/judging' }, step);
  expect(second.headers.location).toBe('/judging');
  const cookie = second.cookies.find(({ name }) => name === '__Host-vatsalya');
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(cookie).not.toHaveProperty('domain');
  expect((await get('/judging', given(second))).statusCode).toBe(200);
});

test('a wrong password and an unknown account get the same answer', async () => {
  const { email } = await desk.officer();
  const wrong = await post('/sign-in', { email, password: 'not the password' });
  const unknown = await post('/sign-in', { email: 'nobody@police.example', password: 'not the password' });
  const told = ({ statusCode, headers, body, cookies }: typeof wrong) => [statusCode, headers.location, body, cookies];
  expect(told(wrong)).toEqual(told(unknown));
  expect(told(wrong)).toEqual([303, '/sign-in?again=1', '', []]);
  expect((await get('/sign-in?again=1')).body).toContain('not right');
});

test('a role without the permission is refused, and the audit log says so', async () => {
  const cookies = await demoSession('children-home', 'home-superintendent');
  expect((await get('/judging', cookies)).statusCode).toBe(403);
  const { rows } = await sql<{ role: string; name: string }>`select role, name from audit_entry where action = 'refused'`.execute(
    desk.owner,
  );
  expect(rows).toEqual([{ role: 'home-superintendent', name: 'test.judge' }]);
});

test('signing out ends the session, clears the cookie and is audited', async () => {
  const cookies = await demoSession('cwc', 'cwc-member');
  expect((await get('/account', cookies)).statusCode).toBe(200);
  const out = await post('/sign-out', {}, cookies);
  expect(out.cookies.find(({ name }) => name === '__Host-vatsalya')).toMatchObject({ value: '', maxAge: 0 });
  expect((await get('/account', cookies)).statusCode).toBe(303);
  const { rows } = await sql`select 1 from audit_entry where action = 'sign-out' and role = 'cwc-member'`.execute(desk.owner);
  expect(rows).toHaveLength(1);
});

test('an officer of two postings chooses, and may act only in their own', async () => {
  const { id, postingId } = await desk.officer();
  await desk.post(id, 'cwc', 'cwc-member', '2026-02-01');
  const first = await post('/sign-in/demo', { postingId, next: '/judging' });
  expect(first.headers.location).toBe('/account/posting?next=%2Fjudging');
  const cookies = given(first);
  const foreign = await desk.officer();
  expect((await post('/account/posting', { postingId: foreign.postingId }, cookies)).statusCode).toBe(422);
  expect((await identify(desk.tools, cookies))?.postingId).toBe(postingId);
});

test('the demonstration’s page is not found where people are real', async () => {
  expect((await get('/sign-in/demo')).statusCode).toBe(200);
  desk.tools.demo = false;
  expect((await get('/sign-in/demo')).statusCode).toBe(404);
  const { postingId } = await desk.officer();
  expect((await post('/sign-in/demo', { postingId })).statusCode).toBe(404);
  desk.tools.demo = true;
});
