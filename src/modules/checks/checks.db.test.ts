// A private check: the same bytes whether a child is there or not; compared by the worker, seen by who may see the child, answered by a call; and a person under a bar.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask, codeSentTo, girl, nobody, readyToAsk, telephoneNumber } from '../../../tests/checks/asking.ts';
import { type Answered, type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { addHours } from '../../kernel/time.ts';
import type { ChildRecord } from '../children/index.ts';
import { deskRoutes as barRoutes, panels as barPanels } from '../contact-bars/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { deskRoutes as foundRoutes } from '../found-children/index.ts';
import { citizenRoutes } from './citizen.ts';
import { deskRoutes } from './desk.ts';
import { compareNextCheck, tellChecks } from './jobs.ts';

let nation: Nation;
let street: TestDoor;
let desk: TestDoor;
let found: ChildRecord;
let asked = 0;
const unit = 'child-protection-officer Saran' as const;
const unitOfChild = 'child-protection-officer Kozhikode' as const;
const home = 'home-superintendent Kozhikode' as const;

beforeAll(async () => {
  nation = await startNation();
  street = await openDoor(nation, 'citizen', citizenRoutes());
  desk = await openDoor(nation, 'desk', [...deskRoutes(), ...barRoutes(), ...foundRoutes(barPanels as never, undefined as never)]);
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'station', broughtBy: 'railway-police' };
  const told = foundChildSchema.parse({ ...intake, ...girl, ageTo: '8' });
  found = (await nation.ask(home, (context) => registerFoundChild(context, told, []))) as ChildRecord;
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = noon;
  for (const table of ['contact_bar_ask', 'contact_bar', 'private_check']) await sql`delete from ${sql.table(table)}`.execute(nation.admin);
});

const askFor = (child: typeof girl, telephone = telephoneNumber(++asked)) => ask(nation, street, child, telephone);
async function work(): Promise<void> {
  while (await nation.ask(worker, compareNextCheck));
  await nation.ask(worker, tellChecks);
}
const idOf = async (code: string) => (await sql<{ id: string }>`select id from private_check where code = ${code}`.execute(nation.admin)).rows[0]!.id; // prettier-ignore
const told = async () =>
  (await sql<{ line: string }>`select o.name || ' ' || i.template as line from intimation i join office o on o.id = i.office_id
    where i.about_kind = 'contact-bar' or i.about_id in (select id::text from private_check) order by 1`.execute(nation.admin)).rows.map(({ line }) => line); // prettier-ignore
const words = ({ body }: { body: string }): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** All that reaches whoever asked, save what is random in every answer. */
function bytesOf({ status, headers, bytes }: Answered, code: string): string {
  const { date: _, 'set-cookie': cookies, ...others } = headers;
  const masked = String(cookies ?? '').replaceAll(/=[\w-]{20,}/g, '=token');
  return `${status} ${JSON.stringify(others)} ${masked} ${bytes.toString()}`.replaceAll(code, 'CODE').replaceAll(/nonce-?="?[\w+/=-]+/g, 'nonce').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'); // prettier-ignore
}

test(
  '200 checks, half for a child who is there: identical in every byte, at once and after the comparison; one byte more would be seen',
  { timeout: 240_000 },
  async () => {
    const sent: Awaited<ReturnType<typeof askFor>>[] = [];
    for (let n = 0; n < 200; n++) sent.push(await askFor(n % 2 ? girl : nobody));
    const posted = sent.map(({ answered, code }) => bytesOf(answered, code));
    const pages = async () => {
      const read: string[] = [];
      for (const { cookies, code } of sent) read.push(bytesOf(await street.get(`/known/answer?code=${code}`, cookies), code));
      return read;
    };
    const before = await pages();
    await work();
    const { rows } = await sql<{ n: number }>`select count(distinct check_id)::int as n from private_check_pair`.execute(nation.admin);
    expect(rows[0]!.n).toBe(100); // the halves do differ
    const after = await pages();
    expect([new Set(posted).size, new Set([...before, ...after]).size]).toEqual([1, 1]);
    expect(before[0]).toMatch(/^200 /);
    expect(new Set([...after, `${after[0]} `]).size).toBe(2); // control
  },
);

test('the unit of the place asked is told of every check alike; where a child may be the one, its own unit too, and it alone sees the child and why', async () => {
  const [there, not] = [await askFor(girl), await askFor(nobody)];
  await work();
  expect(await told()).toEqual(['dcpu Kozhikode checkFound', 'dcpu Saran checkAsked', 'dcpu Saran checkAsked']);
  const [check, other] = [await idOf(there.code), await idOf(not.code)];
  const theirs = await desk.get(`/checks/${check}`, unitOfChild);
  expect(words(theirs)).toContain(found.reference);
  expect(words(theirs)).toContain('Puja');
  const mine = await desk.get(`/checks/${check}`, unit);
  expect([mine.status, mine.body.includes(found.reference)]).toEqual([200, false]);
  expect((await desk.get(`/checks/${other}`, unitOfChild)).status).toBe(404);
  for (const who of ['investigating-officer Saran', 'cwc-chairperson Saran', 'child-protection-officer Kannur'] as const)
    expect([who, (await desk.get(`/checks/${check}`, who)).status]).toEqual([who, who.startsWith('child') ? 404 : 403]);
});

test('the call is written down from the list alone; who asked reads that they were called, never what was found', async () => {
  const { code, cookies } = await askFor(girl);
  await work();
  const path = `/checks/${await idOf(code)}`;
  expect(words(await desk.get('/checks', unit))).toContain(code);
  expect((await desk.post(path, { said: 'the child is here' }, unit)).status).toBe(422);
  nation.clock.later(0.25);
  expect((await desk.post(path, { said: 'asked-more', asked: 'a scar on the knee' }, unit)).status).toBe(303);
  expect(words(await street.get(`/known/answer?code=${code}`, cookies))).toMatch(/asked for more.*calls you again by 25 Nov 2026/);
  expect(words(await desk.get(path, unitOfChild))).toContain('a scar on the knee');
  expect((await desk.post(path, { said: 'come-to-police' }, unitOfChild)).status).toBe(404);
  nation.clock.tick();
  expect((await desk.post(path, { said: 'come-to-police' }, unit)).status).toBe(303);
  expect(words(await desk.get('/checks', unit))).not.toContain(code);
  expect(words(await street.get(`/known/answer?code=${code}`, cookies))).toContain('Go to your police station');
});

test('nobody called: who asked reads it, with who is responsible, and the district is woken once', async () => {
  const { code } = await askFor(nobody, telephoneNumber(90_001));
  await work();
  nation.clock.now = addHours(noon, 24);
  const cookies = (await askFor(nobody, telephoneNumber(90_001))).cookies; // thirty minutes of the first are over
  expect(words(await street.get(`/known/answer?code=${code}`, cookies))).toMatch(/dcpu Saran should have called you by 25 Nov 2026/);
  await work();
  await work();
  expect((await told()).filter((line) => line.endsWith('checkLate'))).toEqual(['district-nodal Saran checkLate']);
  expect(words(await desk.get('/checks', 'district-nodal-officer Saran'))).toContain(code);
});

test('a code opens nothing without its telephone; another’s, an invented one and none look the same', async () => {
  const [mine, theirs] = [await askFor(girl), await askFor(girl)];
  expect((await street.get(`/known/answer?code=${mine.code}`)).location).toBe(`/known/follow?code=${mine.code}`);
  const asked = [theirs.code, 'PC-0000-0000-0000-0', ''].map((code) => street.get(`/known/answer?code=${code}`, mine.cookies));
  for (const { status } of await Promise.all(asked)) expect(status).toBe(404);
});

test('a fourth check of a telephone in a day is refused in words, whatever it is for; the next day it may ask again', async () => {
  const telephone = telephoneNumber(90_002);
  const bucket = `check:telephone:${nation.tools('citizen').keyedHash(telephone)}`;
  for (const child of [girl, nobody]) {
    nation.clock.tick(); // the later of two codes counts
    const cookies = await readyToAsk(nation, street, child, telephone);
    await sql`insert into request_budget (bucket, window_start, used) values (${bucket}, '2026-11-24T00:00:00Z', 3)`.execute(nation.admin);
    const { status, body } = await street.post('/known/code', { code: await codeSentTo(nation) }, cookies);
    expect([status, body.includes('Too many questions')]).toEqual([422, true]);
  }
  nation.clock.later(24);
  expect((await askFor(nobody, telephone)).answered.status).toBe(303);
});

test('a child says "I ran from him": his check alarms the Committee, he is told the same as anybody, and no other office is opened the record', async () => {
  const telephone = telephoneNumber(90_003);
  const bar = { ground: 'child-words', who: 'Mohan, stepfather', telephone, because: 'I ran from him' };
  expect((await desk.post(`/found/${found.reference}/contact-bar`, bar, home)).status).toBe(303);
  const [his, anybodys] = [await askFor(girl, telephone), await askFor(girl)];
  await work();
  await work();
  expect((await told()).filter((line) => line.endsWith('barredAsked'))).toEqual(['cwc Kozhikode barredAsked']);
  const pages = await Promise.all([his, anybodys].map(async ({ cookies, code }) => bytesOf(await street.get(`/known/answer?code=${code}`, cookies), code))); // prettier-ignore
  expect(new Set(pages).size).toBe(1);
  const page = words(await desk.get(`/found/${found.reference}?purpose=supervision`, 'cwc-chairperson Kozhikode'));
  expect(page).toMatch(/Mohan, stepfather.*I ran from him.*asked by a private check/);
  const { rows } = await sql`select guarded_among(${[found.id]}::uuid[])`.execute(nation.admin);
  expect(rows.length).toBe(1);
});
