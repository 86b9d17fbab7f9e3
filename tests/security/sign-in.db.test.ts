// Attacks on proving who one is, and on what a browser is told: codes, floods, cookies, other sites' forms, headers, redirects, and what only operators may read.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../src/apps/desk.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { openLog } from '../../src/platform/log.ts';
import { type Route, page } from '../../src/web/route.ts';
import { type Accounts, openAccounts } from '../database/accounts.ts';
import { type Answered, type Cookies, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, noon, secret, startNation } from '../database/tools.ts';
import { fieldsOf, validDraft } from './drafts.ts';
import { inventedPath } from './paths.ts';

let nation: Nation;
let accounts: Accounts;
let desk: TestDoor;
let street: TestDoor;
let deskRoutes: Route[];
let citizenRoutes: Route[];
const faulty = page({
  path: '/fault',
  permission: 'anyone',
  audit: 'fault',
  purpose: 'test',
  answer: async () => Promise.reject(new Error('ZqFaultQz')),
});

beforeAll(async () => {
  nation = await startNation();
  accounts = await openAccounts(nation);
  [deskRoutes, citizenRoutes] = [deskRoutesOf(nation.config), citizenRoutesOf(nation.config)];
  desk = await openDoor(nation, 'desk', [...deskRoutes, faulty]);
  street = await openDoor(nation, 'citizen', [...citizenRoutes, faulty]);
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

let telephones = 0;
const newTelephone = (): string => `98301 ${String(10_000 + ++telephones)}`;
const reference = 'MC-BR-2026-000001-R';

async function askCode(telephone = newTelephone(), address = '192.0.2.1'): Promise<{ answer: Answered; cookies: Cookies; code: string }> {
  nation.clock.tick();
  const payload = new URLSearchParams({
    reference,
    informantTelephone: telephone,
    _key: `key-of-code-${++telephones}`,
  }).toString();
  const response = await street.app.inject({
    method: 'POST',
    url: '/my',
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    remoteAddress: address,
  });
  const cookies = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
  const toKey = nation.tools('citizen').keyedHash(`+91${telephone.replaceAll(' ', '')}`);
  const { rows } = await sql<{
    facts: Buffer;
  }>`select facts_sealed as facts from message where to_key = ${toKey} order by created_at desc, id desc limit 1`.execute(nation.admin);
  const code = rows[0] ? (JSON.parse(nation.tools('citizen').unseal(rows[0].facts)) as { code: string }).code : '';
  return { answer: { status: response.statusCode, body: response.body } as Answered, cookies, code };
}
const tryCode = (code: string, cookies: Cookies) => street.post('/my/code', { code }, cookies);
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');
const opened = ({ cookies }: Answered) => Boolean(cookies['__Host-citizen']);

describe('one-time codes', () => {
  test('a right code opens, once', async () => {
    const { cookies, code } = await askCode();
    expect(opened(await tryCode(code, cookies))).toBe(true);
    expect(opened(await tryCode(code, cookies))).toBe(false);
  });

  test('five wrong tries at the same moment spend it as five in a row do', async () => {
    const { cookies, code } = await askCode();
    await Promise.all(Array.from({ length: 5 }, () => tryCode(wrongOf(code), cookies)));
    expect(opened(await tryCode(code, cookies))).toBe(false);
    const four = await askCode();
    await Promise.all(Array.from({ length: 4 }, () => tryCode(wrongOf(four.code), four.cookies)));
    expect(opened(await tryCode(four.code, four.cookies))).toBe(true); // control: the fifth may still be right
  });

  test('after ten minutes it opens nothing', async () => {
    const { cookies, code } = await askCode();
    nation.clock.later(1 / 6);
    expect(opened(await tryCode(code, cookies))).toBe(false);
    nation.clock.now = noon;
  });

  test('a code for one telephone or one purpose opens nothing else', async () => {
    const [mine, other] = [await askCode(), await askCode()];
    if (mine.code !== other.code) expect(opened(await tryCode(mine.code, other.cookies))).toBe(false);
    await sql`update one_time_code set purpose = 'missing-report'`.execute(nation.admin);
    expect(opened(await tryCode(mine.code, mine.cookies))).toBe(false);
  });

  test('one telephone gets five codes an hour, from however many addresses; one address twenty, for however many telephones', async () => {
    nation.clock.later(2);
    const telephone = newTelephone();
    const statuses = [];
    for (let sent = 0; sent < 8; sent++) statuses.push((await askCode(telephone, `192.0.2.${10 + sent}`)).answer.status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422, 422, 422]);
    const flood = [];
    for (let sent = 0; sent < 23; sent++) flood.push((await askCode(newTelephone(), '192.0.2.99')).answer.status);
    expect(flood.filter((status) => status === 303)).toHaveLength(20);
    expect(flood.slice(20)).toEqual([422, 422, 422]); // refused again and again: a refusal gives no try back
    nation.clock.now = noon;
  });

  test('what is stored opens nothing: no code, token or telephone lies in a table in clear', async () => {
    const telephone = newTelephone();
    const { cookies, code } = await askCode(telephone);
    const session = (await tryCode(code, cookies)).cookies['__Host-citizen']!;
    const { rows } = await sql<{
      text: string;
    }>`select concat_ws(' ', (select string_agg(x::text, ' ') from one_time_code x), (select string_agg(x::text, ' ') from citizen_session x),
      (select string_agg(x::text, ' ') from draft x), (select string_agg(x::text, ' ') from idempotency_key x), (select string_agg(x::text, ' ') from request_budget x)) as text`.execute(
      nation.admin,
    );
    for (const word of [telephone.replace(' ', ''), session, cookies['__Host-draft-follow']!, '192.0.2.1'])
      expect(rows[0]!.text).not.toContain(word);
  });
});

describe('nobody learns who has an account', () => {
  const wrongPassword = (email: string) => desk.post('/sign-in', { email, password: 'not the password' });
  async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
    for (let time = 0; time < 3; time++) await work(); // the first times cost what is compiled
    const before = process.cpuUsage();
    for (let time = 0; time < 4; time++) await work();
    const { user } = process.cpuUsage(before);
    return user / 1e6;
  }

  test('an unknown address is answered alike, and after the same work', async () => {
    const { email } = await accounts.officer();
    const known = await processorSeconds(() => wrongPassword(email));
    const unknown = await processorSeconds(() => wrongPassword('nobody@police.example'));
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
    const none = await processorSeconds(() => desk.get('/health')); // control: without the password's work the measure shows it
    expect(none / known).toBeLessThan(0.4);
  });
});

describe('cookies and sessions', () => {
  const demoSession = async () => desk.post('/sign-in/demo', { postingId: nation.officer('cwc-member Saran').postingId });

  test('every cookie that opens something is bound to the host, hidden from scripts and from other sites', async () => {
    const { cookies, code } = await askCode();
    const given = [
      ...(await demoSession()).given,
      ...(await tryCode(code, cookies)).given,
      ...(await street.post('/missing/report/who', { childName: 'Asha', sex: 'female', ageFrom: '9' })).given,
    ];
    const opening = given.filter(({ value }) => value !== '');
    expect(opening.map(({ name }) => name).toSorted()).toEqual(['__Host-citizen', '__Host-draft', '__Host-vatsalya']);
    for (const cookie of given) {
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: '/', sameSite: 'Lax' });
      expect(cookie).not.toHaveProperty('domain');
      expect(cookie['maxAge']).toBeLessThanOrEqual(24 * 3600);
    }
  });

  test('a session ended elsewhere opens nothing with the very next request', async () => {
    const [one, other] = [(await demoSession()).cookies, (await demoSession()).cookies];
    expect((await desk.get('/account', one)).status).toBe(200);
    const { body } = await desk.get('/account', other);
    const sessions = [...body.matchAll(/name="session" value="(\w+)"/g)].map(([, id]) => id!);
    for (const session of sessions) await desk.post('/account/session/end', { session }, other);
    expect((await desk.get('/account', one)).status).toBe(303);
  });

  test('fifteen minutes idle, or eight hours in all, end it at the door', async () => {
    const { cookies } = await demoSession();
    nation.clock.later(14 / 60);
    expect((await desk.get('/account', cookies)).status).toBe(200);
    nation.clock.later(16 / 60);
    expect((await desk.get('/account', cookies)).status).toBe(303);
    nation.clock.now = noon;
  });
});

describe('another site', () => {
  const attacks: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://' },
  ];

  test('can send no form of either door', async () => {
    for (const [door, routes, who] of [[desk, deskRoutes, 'station-in-charge Saran'], [street, citizenRoutes, '']] as const) {
      for (const route of routes.filter((each) => each.kind === 'form')) {
        const fields = validDraft(fieldsOf(route));
        const path = inventedPath(route);
        for (const headers of route.path === '/sign-out' ? attacks.slice(0, 1) : attacks) {
          const { status, given } = await door.post(path, fields, who, undefined, headers);
          expect([route.path, JSON.stringify(headers), status, given.length]).toEqual([route.path, JSON.stringify(headers), 403, 0]);
        }
      }
    } // prettier-ignore
  });

  test('control: the same form from the same site is taken', async () => {
    const ours: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:4710' }];
    for (const headers of ours)
      expect(
        (
          await street.post('/missing/report/who', { childName: 'Asha', sex: 'female', ageFrom: '9' }, '', undefined, {
            host: 'localhost:4710',
            ...headers,
          })
        ).status,
      ).toBe(303);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'http:evil.example',
    '/x\r\nset-cookie: planted=yes',
  ])('is never where one is sent on to: %j', async (to) => {
    const asked = encodeURIComponent(to);
    const answers = [
      await desk.get(`/language/hi?back=${asked}`),
      await street.get(`/language/hi?back=${asked}`),
      await desk.post('/sign-in/demo', { postingId: nation.officer('cwc-member Saran').postingId, next: to }),
      await desk.post('/sign-in', { email: 'nobody@police.example', password: 'wrong', next: to }),
    ];
    for (const { location, headers } of answers) {
      if (location) expect([to, new URL(location, 'http://our.example').origin]).toEqual([to, 'http://our.example']);
      expect(String(headers['set-cookie'] ?? '')).not.toContain('planted');
    } // prettier-ignore
  });
});

describe('what a browser is told', () => {
  const said = ({ headers }: { headers: Record<string, unknown> }) => ({
    policy: String(headers['content-security-policy']),
    rest: [
      headers['x-content-type-options'],
      headers['referrer-policy'],
      headers['x-frame-options'],
      headers['cross-origin-opener-policy'],
      headers['cache-control'],
    ],
  });

  test('every kind of answer carries the headers: page, form, refusal, redirect, JSON, nothing there, fault', async () => {
    const answers = [
      await desk.get('/sign-in'), await desk.get('/account'), await desk.get('/', 'investigating-officer Saran'), await desk.get('/places?q=sa'), await desk.get('/nowhere'), await desk.get('/fault'),
      await desk.post('/sign-in', {}), await desk.get('/missing/%E0%A4%A'), await street.get('/'), await street.get('/missing/0123456789abcdefghjkmnpqrs'), await street.get('/nowhere'), await street.get('/fault'),
    ]; // prettier-ignore
    expect(answers.map(({ status }) => status)).toEqual([200, 303, 200, 200, 404, 500, 422, expect.any(Number), 200, 404, 404, 500]);
    for (const answer of answers) {
      const { policy, rest } = said(answer);
      expect(rest).toEqual(['nosniff', 'same-origin', 'DENY', 'same-origin', 'no-store']);
      for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
        expect(policy).toContain(rule);
      expect(policy).not.toMatch(/unsafe|\*|data:|http/);
    }
  });

  test('a fault shows a number to quote, never what went wrong', async () => {
    const { body } = await desk.get('/fault');
    expect(body).not.toMatch(/ZqFaultQz|\.ts:|node_modules/);
  });

  test('transport security is demanded where people are real', async () => {
    const asked = async (demo: boolean) => {
      const { app } = await createServer({ ...nation.tools('desk'), demo }, openLog('silent'));
      const { headers } = await app.inject('/health');
      await app.close();
      return headers['strict-transport-security'];
    };
    expect(await asked(false)).toMatch(/max-age=31536000/);
    expect(await asked(true)).toBeUndefined();
  });
});

describe('what is for operators and for demonstrations only', () => {
  test('figures: the machine itself or the collector’s token, never a stranger, also through a proxy on the machine', async () => {
    const { app } = await createServer(nation.tools('citizen'), openLog('silent'), { metricsToken: 'a token of the collector' });
    const ask = async (remoteAddress: string, headers: Record<string, string> = {}) =>
      (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('203.0.113.9')).toBe(404);
    expect(await ask('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toBe(404);
    expect(await ask('203.0.113.9', { authorization: 'Bearer a token of the collector' })).toBe(200);
    expect(await ask('203.0.113.9', { authorization: 'Bearer ' })).toBe(404);
    await app.close();
  });

  test('the demonstration’s sign-in and outbox are not there where people are real', async () => {
    const sms = { SMS_GATEWAY_URL: 'https://sms.example', SMS_GATEWAY_KEY: 'key', SMS_SENDER: 'VATSLY' };
    const config = readConfig({ ...sms, DEMO: 'false', SECRET: secret, DATA_DIRECTORY: nation.config.dataDirectory });
    const real = { ...nation, tools: (door: 'desk') => ({ ...nation.tools(door), demo: false }) } as Nation;
    const door = await openDoor(real, 'desk', deskRoutesOf(config));
    const nobody = { postingId: nation.officer('cwc-member Saran').postingId };
    expect([
      (await door.get('/sign-in/demo')).status,
      (await door.post('/sign-in/demo', nobody)).status,
      (await door.get('/outbox')).status,
    ]).toEqual([404, 404, 404]);
    const { cookies } = await desk.post('/sign-in/demo', nobody);
    expect((await door.get('/account', cookies)).status).toBe(303);
    await door.close();
    expect(citizenRoutesOf(config).some(({ path }) => path === '/outbox')).toBe(false);
    expect((await desk.get('/sign-in/demo')).status).toBe(200); // control: in a demonstration it is
  });

  test('a photograph is not reached by walking the disk or guessing', async () => {
    for (const file of [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e%2fsecret',
      `${'0'.repeat(26)}.jpg`,
      `${'0'.repeat(26)}-320.jpg%00`,
      'secret',
    ])
      for (const path of [`/photographs/${file}`, `/missing/${file}/photo.jpg`, `/assets/${file}`])
        for (const door of [desk, street])
          expect([path, (await door.get(path, door === desk ? 'investigating-officer Saran' : '')).status]).toEqual([
            path,
            expect.toBeOneOf([400, 404]),
          ]);
  });
});
