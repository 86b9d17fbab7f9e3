// The correction desk: anybody says what is wrong with a notice, the office that holds the child is told and answers, and whoever asked reads it by the code.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { deskRoutes } from '../desk.ts';
import { noticeKit, noticeRoutes, vouch } from '../../../../tests/database/notices.ts';
import { type TestDoor, openDoor } from '../../../../tests/database/door.ts';
import { type Nation, noon, startNation, worker } from '../../../../tests/database/tools.ts';
import { type Story, elsewhere, station, tellStory } from '../../../../tests/security/story.ts';
import { tellObjections } from './jobs.ts';

let nation: Nation;
let story: Story;
let street: TestDoor;
let desk: TestDoor;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  street = await openDoor(nation, 'citizen', noticeRoutes());
  desk = await openDoor(nation, 'desk', deskRoutes(noticeKit()));
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = noon;
  for (const change of [sql`delete from notice_objection`, sql`delete from request_budget`, sql`update notice set withdrawn_at = null, withdrawn_because = null`]) await change.execute(nation.admin); // prettier-ignore
  await vouch(nation);
});

const say = (kind: string, words = 'she is at home') =>
  street.post(`/missing/${story.publicId}/wrong`, { kind, words, contact: '98300 11111' });
const told = async () =>
  (await sql<{ kind: string; alarm: boolean }>`select o.kind, i.alarm from intimation i join office o on o.id = i.office_id
    where about_kind = 'notice-objection' and about_id in (select id::text from notice_objection) order by i.created_at`.execute(nation.admin)).rows; // prettier-ignore
const words = ({ body }: { body: string }): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const waiting = async () =>
  (await sql<{ id: string }>`select id from notice_objection where answered_at is null`.execute(nation.admin)).rows[0]!.id;

test('the notice leads to the form; said, told, answered with the same request that takes it down, and read by the code with the officer’s name', async () => {
  expect((await street.get(`/missing/${story.publicId}`)).body).toContain(`/missing/${story.publicId}/wrong`);
  const { status, location } = await say('take-down');
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/notice-answer\?code=[0-9a-z]{16}$/)]);
  expect(words(await street.get(location))).toMatch(/answers by 25 Nov 2026/);
  await nation.ask(worker, tellObjections);
  expect(await told()).toEqual([{ kind: 'police-station', alarm: false }]);
  expect(words(await desk.get('/notice-objections', station))).toMatch(/Take this down.*by 25 Nov 2026/);
  const form = await desk.get(`/notice-objections/answer?objection=${await waiting()}`, station);
  expect(words(form)).toMatch(/she is at home.*98300 11111/);
  const answered = { objection: await waiting(), answer: 'withdrawn', words: 'Thank you, it is down.' };
  expect((await desk.post('/notice-objections/answer', answered, station)).status).toBe(303);
  expect((await street.get(`/missing/${story.publicId}`)).status).toBe(410);
  const followed = words(await street.get(location));
  expect(followed).toContain(`${nation.officer(station).name}, ${nation.officer(station).officeName} took the notice down`);
  expect(followed).toContain('Thank you, it is down.');
  for (const secret of [story.publicName, story.missing.reference, '98300 11111', 'she is at home']) expect(followed).not.toContain(secret);
});

test('"I am not missing" wakes the office; a word that it is wrong does not', async () => {
  await say('not-missing');
  await nation.ask(worker, tellObjections);
  expect(await told()).toEqual([{ kind: 'police-station', alarm: true }]);
});

test('after a day without an answer it is late on the list and the district’s nodal officer is woken, once', async () => {
  await say('wrong');
  await nation.ask(worker, tellObjections);
  nation.clock.now = addMinutes(noon, 24 * 60 - 1);
  expect(await nation.ask(worker, tellObjections)).toBe(0);
  nation.clock.now = addMinutes(noon, 24 * 60);
  expect([await nation.ask(worker, tellObjections), await nation.ask(worker, tellObjections)]).toEqual([1, 0]);
  expect(await told()).toContainEqual({ kind: 'district-nodal', alarm: true });
  expect(words(await desk.get('/notice-objections', station))).toContain('overdue since');
});

test('an office elsewhere sees none and answers none; an invented code and a notice nobody made are not there; a flood is refused in words', async () => {
  await say('wrong');
  expect((await desk.get('/notice-objections', elsewhere)).body).not.toContain('/notice-objections/answer?');
  const answer = { objection: await waiting(), answer: 'stands', words: 'no' };
  expect((await desk.post('/notice-objections/answer', answer, elsewhere)).status).toBe(404);
  expect((await street.get('/notice-answer?code=0000000000000000')).status).toBe(404);
  expect((await street.get('/notice-answer')).body).toContain('name="code"'); // who kept only the code has where to type it
  expect((await street.post(`/missing/${'0'.repeat(26)}/wrong`, { kind: 'wrong', words: 'x' })).status).toBe(404);
  for (let more = 0; more < 9; more++) await say('wrong');
  const refused = await say('wrong', 'kept as typed');
  expect(words(refused)).toContain('Too many were sent');
  expect(refused.body).toContain('kept as typed');
});
