// Walls between the doors: what one keeps no other reads, what a withdrawn notice leaves, what is forgotten, and what a mere fetch may not claim.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../src/apps/desk.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addHours } from '../../src/kernel/time.ts';
import { type Context, type Door, inContext } from '../../src/platform/context.ts';
import { queueMessage } from '../../src/platform/messages/store.ts';
import { forgetOldRows, platformKept } from '../../src/platform/retention.ts';
import { askForCopies } from '../../src/modules/missing-reports/jobs.ts';
import { type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, anyone, startNation, worker } from '../database/tools.ts';
import { reporterCookies } from './reporter.ts';
import { type Story, tellStory } from './story.ts';

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

const within = <T>(door: Door, work: (context: Context) => Promise<T>) =>
  inContext(nation.tools(door), { actor: anyone, requestId: newId(), ground: { name: 'attack', purpose: 'casework' } }, work);
const count = async (context: Pick<Context, 'db'>, from: ReturnType<typeof sql>): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${from}`.execute(context.db)).rows[0]!.n;

test('a withdrawn notice leaves in the public view that it is gone, and nothing of the child', async () => {
  const told = () =>
    within('citizen', async ({ db }) => (await sql<Record<string, unknown>>`select * from public_notice`.execute(db)).rows[0]!);
  const personal = ({ publicId: _id, authorisedAt: _a, expiresAt: _e, withdrawnAt: _w, gone: _g, ...rest }: Record<string, unknown>) =>
    Object.entries(rest).filter(([, value]) => value !== null);
  expect(personal(await told()).length).toBeGreaterThan(2); // control: on show, it says something
  await sql`update notice set withdrawn_at = ${nation.clock.now}`.execute(nation.admin);
  const gone = await told();
  expect([gone['gone'], personal(gone)]).toEqual([true, []]);
  await sql`update notice set withdrawn_at = null`.execute(nation.admin);
});

test('an answer kept for the desk is read by no other door; the machines’ door reads no table of ours at all', async () => {
  await sql`insert into idempotency_key (scope, key, route, body_hash, status, recorded_at) values
    ('desk:anyone', 'k', '/', '\\x00', 0, now()), ('citizen:anyone', 'k', '/', '\\x00', 0, now())`.execute(nation.admin);
  const ofDesk = sql`idempotency_key where scope like 'desk:%'`;
  expect(await within('citizen', (context) => count(context, ofDesk))).toBe(0);
  expect(await within('desk', (context) => count(context, ofDesk))).toBeGreaterThan(0); // control
  for (const table of ['idempotency_key', 'message', 'record', 'missing_report', 'description', 'office'])
    await expect(within('exchange', (context) => count(context, sql.table(table)))).rejects.toMatchObject({ code: '42501' });
});

test('nobody who merely connects may call the functions row security is made with', async () => {
  const { rows } = await sql<{ may: boolean }>`select has_function_privilege('vatsalya_citizen', p.oid, 'execute') as may from pg_proc p
    where p.proname in ('record_visible', 'secure_table')`.execute(nation.admin);
  expect(rows).toEqual([{ may: false }, { may: false }]);
});

test('a message sent or given up is forgotten after seven days, one that waits is not', async () => {
  const queue = async (to: string): Promise<string> => {
    const message = { channel: 'sms', to, template: 'oneTimeCode', facts: { code: '123456', minutes: 10 }, locale: 'en' };
    await nation.ask(worker, (context) => queueMessage(context, message as never));
    const key = nation.tools('worker').keyedHash(to);
    return (await sql<{ id: string }>`select id from message where to_key = ${key}`.execute(nation.admin)).rows[0]!.id;
  };
  const [sent, failed, waiting] = [await queue('+919830000001'), await queue('+919830000002'), await queue('+919830000003')];
  const old = addHours(nation.clock.now, -7 * 24 - 1);
  await sql`update message set sent_at = ${old} where id = ${sent}`.execute(nation.admin);
  await sql`update message set failed_at = ${old} where id = ${failed}`.execute(nation.admin);
  await nation.ask(worker, (context) => forgetOldRows(context, platformKept));
  const { rows } = await sql<{ id: string }>`select id from message where id in (${sent}, ${failed}, ${waiting})`.execute(nation.admin);
  expect(rows).toEqual([{ id: waiting }]);
});

test('a HEAD, a fetch ahead and another site’s fetch tell nobody that an alert came or was read', async () => {
  const nodal = 'district-nodal-officer Saran';
  const said = () => count({ db: nation.admin }, sql`alert where delivered_at is not null or read_at is not null`);
  await sql`update alert set delivered_at = null, read_at = null`.execute(nation.admin);
  for (const url of ['/alerts', `/missing/${story.missing.reference}?purpose=tracing`])
    for (const [method, headers] of [
      ['HEAD', {}],
      ['GET', { 'sec-purpose': 'prefetch;prerender' }],
      ['GET', { 'sec-fetch-site': 'cross-site' }],
    ] as const)
      expect((await desk.app.inject({ method, url, headers, cookies: { who: nodal } })).statusCode).toBe(200);
  expect(await said()).toBe(0);
  expect((await desk.get('/alerts', nodal)).status).toBe(200);
  expect(await said()).toBe(1); // the office's own, and no other's
});

test('who the child must be kept from reads the report no longer and gets no message; nobody adds to a closed one', async () => {
  const reporter = await reporterCookies(nation, story, '+919830000077');
  const path = `/my/${story.missing.reference}`;
  const messages = () => count({ db: nation.admin }, sql`message where template = 'noticeWithdrawn'`);
  expect((await street.get(path, reporter)).status).toBe(200);
  await sql`update record set closed_at = ${nation.clock.now} where id = ${story.missing.id}`.execute(nation.admin);
  expect((await street.post(`${path}/add`, { text: 'More' }, reporter)).status).toBe(404);
  await sql`update record set closed_at = null where id = ${story.missing.id}`.execute(nation.admin);
  expect((await street.post(`${path}/add`, { text: 'More' }, reporter)).status).toBe(303); // control
  const before = await messages();
  await sql`update missing_report set contact_barred = true where record_id = ${story.missing.id}`.execute(nation.admin);
  expect((await street.get(path, reporter)).status).toBe(404);
  expect((await street.post(`${path}/add`, { text: 'More' }, reporter)).status).toBe(404);
  await nation.ask(worker, (context) => askForCopies(context, { recordId: story.missing.id, entryId: newId() }));
  expect(await messages()).toBe(before);
  await sql`update missing_report set contact_barred = false where record_id = ${story.missing.id}`.execute(nation.admin);
});

test('a form of signing in sent again opens no second session', async () => {
  const { rows } = await sql<{ id: string }>`select p.id from posting p join office o on o.id = p.office_id where o.kind = 'police-station' limit 1`.execute(nation.admin); // prettier-ignore
  const send = () => desk.post('/sign-in/demo', { postingId: rows[0]!.id, _key: 'key-of-sign-in' });
  const [first, again] = [await send(), await send()];
  expect([first.status, Boolean(first.cookies['__Host-vatsalya']), again.cookies['__Host-vatsalya']]).toEqual([303, true, undefined]);
});

test.each(['%E0%A4%85', '/%E0%A4%85', '/%01', '/%7f', '//evil.example', '/%5Cevil.example', '/a&back=/b', ''])('/language/hi?back=%s goes home', async (back) => {
  const { status, location } = await street.get(`/language/hi?back=${back}`);
  expect([status, location]).toEqual([303, '/']);
}); // prettier-ignore
