// Partners over the doors: only theirs, only while it stands; a notice that ends is recalled from whoever had it, signed, until they say it is down.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openCaller, portalKeys } from '../../fir-exchange/index.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { deskRoutes } from '../desk.ts';
import { noticeKit, noticeRoutes, noticeShowing, vouch } from '../../../../tests/database/notices.ts';
import { type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, noon, secret, startNation, worker } from '../../../../tests/database/tools.ts';
import { type Story, tellStory } from '../../../../tests/security/story.ts';
import { partnerRoutes } from './partner-routes.ts';
import { alarmUnanswered, sendRecalls } from './recalling.ts';

const ORIGIN = 'https://vatsalya.example';
const keeper = 'state-nodal-officer Saran';
let nation: Nation;
let story: Story;
let street: TestDoor;
let desk: TestDoor;
let partner: { name: string; token: string };
let registered = 0;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await sql`update notice set fields = array['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen'], photograph_name = 'a',
    photograph_id = (select id from photograph where record_id = ${story.missing.id} limit 1)`.execute(nation.admin);
  street = await openDoor(nation, 'citizen', [...noticeRoutes(), ...partnerRoutes(noticeShowing(), ORIGIN)]);
  desk = await openDoor(nation, 'desk', deskRoutes(noticeKit()));
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});

const form = (change: Record<string, string> = {}) => ({
  name: `Morning Post ${++registered}`, kind: 'newspaper', purpose: 'a daily column of missing children', contactName: 'N. Editor',
  contactEmail: 'desk@paper.example', ageFrom: '0', ageTo: '18', validUntil: '2027-03-01', embedOrigin: 'https://paper.example', ...change,
}); // prettier-ignore

async function register(change: Record<string, string> = {}, who: typeof keeper | 'state-nodal-officer Kannur' = keeper) {
  const fields = form(change);
  const sent = await desk.post('/notice-partners/new', fields, who as never);
  expect([sent.status, sent.location]).toEqual([303, '/notice-partners/token']);
  return { name: fields.name, token: sent.cookies['__Host-partner-token']! };
}

beforeEach(async () => {
  nation.clock.now = noon;
  await sql`update notice set withdrawn_at = null`.execute(nation.admin);
  await sql`delete from notice_recall`.execute(nation.admin);
  await sql`delete from notice_given`.execute(nation.admin);
  await vouch(nation);
  partner = await register();
});

const ask = (url: string, token: string) => street.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
const feed = async (token = partner.token) => (await ask('/partners/notices.pfif', token)).body;
const withdraw = () => sql`update notice set withdrawn_at = ${nation.clock.now}`.execute(nation.admin);
const embedKey = async () =>
  (await sql<{ embedKey: string }>`select embed_key from notice_partner where name = ${partner.name}`.execute(nation.admin)).rows[0]!
    .embedKey;

test('the feed is PFIF 1.4 with what the order allows; once the notice is over a tombstone of four dates and an id', async () => {
  const live = await feed();
  expect(live).toContain('<pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4">');
  expect(live).toContain(`<pfif:person_record_id>vatsalya.example/${story.publicId}</pfif:person_record_id>`);
  expect(live).toContain(`<pfif:full_name>${story.publicName}</pfif:full_name>`);
  expect(live).toMatch(/<pfif:sex>female<.*<pfif:age>9<.*<pfif:photo_url>https:\/\/vatsalya.example\/missing\/\w{26}\/photo.jpg</s);
  await sql`update notice set fields = array['lastSeen']`.execute(nation.admin);
  expect(await feed()).not.toMatch(/Aarohi|pfif:age|pfif:photo_url|female/);
  await sql`update notice set fields = array['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen']`.execute(nation.admin);
  await withdraw();
  const person = /<pfif:person>(.*?)<\/pfif:person>/s.exec(await feed())![1]!;
  expect([...person.matchAll(/<pfif:(\w+)>/g)].map(([, name]) => name)).toEqual([
    'person_record_id',
    'entry_date',
    'expiry_date',
    'source_date',
  ]);
});

test('only in its State, its ages, its time; no token, a wrong one and one ended look alike', async () => {
  const [kerala, small, over] = [await register({}, 'state-nodal-officer Kannur'), await register({ ageTo: '5' }), await register()];
  for (const { token } of [kerala, small]) expect(await feed(token)).not.toContain('<pfif:person>');
  const { rows } = await sql<{ id: string }>`select id from notice_partner where name = ${over.name}`.execute(nation.admin);
  expect((await desk.post('/notice-partners/end', { partner: rows[0]!.id }, 'state-nodal-officer Kannur')).status).toBe(404);
  expect((await desk.post('/notice-partners/end', { partner: rows[0]!.id }, keeper)).status).toBe(303);
  for (const token of ['', 'x'.repeat(43), over.token]) expect((await ask('/partners/notices.pfif', token)).statusCode).toBe(404);
  nation.clock.now = '2027-03-02T00:00:00.000Z' as never;
  expect((await ask('/partners/notices.pfif', partner.token)).statusCode).toBe(404);
});

test('CAP 1.2: an alert, then the Cancel that names it', async () => {
  const path = `/partners/alert.cap?notice=${story.publicId}`;
  const alert = (await ask(path, partner.token)).body;
  expect(alert).toContain('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">');
  const order = ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'info', 'language', 'category', 'event', 'responseType', 'urgency', 'severity', 'certainty', 'expires', 'headline', 'description', 'instruction', 'web', 'area', 'areaDesc']; // prettier-ignore
  expect([...alert.matchAll(/<(\w+)[ >]/g)].map(([, name]) => name).filter((name) => name !== 'alert')).toEqual(order);
  const sent = /<sent>(.*?)</.exec(alert)![1]!;
  expect(sent).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/);
  await withdraw();
  const cancel = (await ask(path, partner.token)).body;
  expect(cancel).toContain('<msgType>Cancel</msgType>');
  expect(cancel).toContain(`<references>notices@vatsalya.example,${story.publicId},${sent}</references>`);
  expect(cancel).not.toMatch(/<info>|Aarohi/);
});

test('the framed page: small, nothing from elsewhere, framed by its own site alone, empty the moment the notice is over, dark without a list', async () => {
  const path = `/embed?of=${await embedKey()}`;
  const shown = await street.get(path);
  expect(shown.body).toContain(story.publicName);
  expect(shown.bytes.length).toBeLessThan(3_000);
  expect(shown.body).not.toMatch(/<script|https?:\/\//);
  const policy = String(shown.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('frame-ancestors https://paper.example');
  expect(shown.headers['x-frame-options']).toBeUndefined();
  expect((await street.get('/missing')).headers).toMatchObject({ 'x-frame-options': 'DENY' }); // control: every other page
  await withdraw();
  expect((await street.get(path)).body).not.toContain(story.publicName);
  await sql`update notice set withdrawn_at = null`.execute(nation.admin);
  nation.clock.now = addMinutes(noon, 20);
  const dark = await street.get(path);
  expect([dark.status, dark.body.includes('Notices cannot be shown just now'), dark.body.includes(story.publicName)]).toEqual([
    503,
    true,
    false,
  ]);
  expect((await street.get('/embed?of=nobody')).status).toBe(404);
});

/** A partner's own server: answers as told, and keeps what came. */
async function listening(
  answer: (recall: string) => string,
): Promise<{ url: string; came: { headers: Record<string, unknown>; body: string }[]; close(): void }> {
  const came: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      came.push({ headers: request.headers, body });
      response.end(answer((JSON.parse(body) as { recall: string }).recall));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/recall`, came, close: () => server.close() };
}

const caller = () => openCaller(portalKeys({ signing: undefined, next: undefined, secret, demo: true })!.signer);
const open = async () => (await ask('/partners/recalls', partner.token)).json<{ recalls: { id: string; publicId: string }[] }>().recalls;

test('a signed recall goes to whoever had the notice, in the transaction that ended it, and again until its own answer says so', async () => {
  let obeys = false;
  const site = await listening((recall) => (obeys ? JSON.stringify({ acknowledged: recall }) : 'OK'));
  const others = partner;
  partner = await register({ callUrl: site.url });
  await feed(); // the other asked for nothing
  await withdraw();
  const calling = caller();
  await sendRecalls(nation.tools('worker'), calling);
  expect(site.came).toHaveLength(1);
  expect(JSON.parse(site.came[0]!.body)).toMatchObject({ type: 'notice.recall', notice: story.publicId });
  expect(site.came[0]!.headers['signature-input']).toMatch(/keyid="portal:[0-9a-f]{16}";alg="ed25519"/);
  expect(site.came[0]!.body).not.toMatch(/Aarohi|traced/);
  expect(await open()).toMatchObject([{ publicId: story.publicId }]); // "OK" takes nothing down
  obeys = true;
  nation.clock.now = addMinutes(noon, 3);
  await sendRecalls(nation.tools('worker'), calling);
  expect([site.came.length, await open()]).toEqual([2, []]);
  expect((await ask('/partners/recalls', others.token)).json()).toEqual({ recalls: [] });
  calling.close();
  site.close();
});

test('a partner that only fetches says so itself, and for itself alone', async () => {
  await feed();
  await withdraw();
  const [recall] = await open();
  const say = (token: string) =>
    street.post('/partners/recalls/acknowledged', { recall: recall!.id }, '', undefined, { authorization: `Bearer ${token}` });
  expect((await say((await register()).token)).status).toBe(404);
  expect(await open()).toHaveLength(1);
  expect((await say(partner.token)).body).toBe(JSON.stringify({ acknowledged: recall!.id }));
  expect(await open()).toEqual([]);
});

test('nobody confirmed for an hour: listed with its age, and the State’s nodal officer is woken once', async () => {
  await feed();
  await withdraw();
  const alarms = async () =>
    (
      await sql`select alarm from intimation i join office o on o.id = i.office_id where about_kind = 'notice-recall' and o.kind = 'state-nodal'`.execute(
        nation.admin,
      )
    ).rows;
  nation.clock.now = addMinutes(noon, 59);
  expect(await nation.ask(worker, alarmUnanswered)).toBe(0);
  nation.clock.now = addMinutes(noon, 125);
  expect(await nation.ask(worker, alarmUnanswered)).toBe(1);
  expect(await nation.ask(worker, alarmUnanswered)).toBe(0);
  expect(await alarms()).toEqual([{ alarm: true }]);
  const listed = (await desk.get('/notice-partners', keeper)).body.replaceAll(/<[^>]*>/g, ' ');
  expect(listed).toMatch(/Morning Post \d+.*overdue, 2 h/s);
  expect((await desk.get('/notice-partners', 'state-nodal-officer Kannur')).body).not.toContain('overdue');
});

test.each([
  'http://paper.example/x',
  'https://10.0.0.1/x',
  'https://[::1]/x',
  'https://169.254.169.254/x',
  'https://localhost/x',
  'https://paper.example:22/x',
])('a recall is never called at %s', async (callUrl) => {
  const sent = await desk.post('/notice-partners/new', form({ callUrl }), keeper);
  expect([sent.status, sent.body.includes('cannot be called')]).toEqual([422, true]);
});

test('control: a trigger that forgets the partners would be caught', async () => {
  await sql`alter table notice disable trigger notice_recalled`.execute(nation.admin);
  await feed();
  await withdraw();
  expect(await open()).toEqual([]); // which the first test of a recall does not accept
  await sql`alter table notice enable trigger notice_recalled`.execute(nation.admin);
});
