// Search, lists, photographs and the access log at the desk: who sees what, and that looking is written down.
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours } from '../../kernel/time.ts';
import type { After } from '../../platform/paging.ts';
import { deskRoutes } from './desk.ts';
import { writeDescription } from './description-store.ts';
import { emptyDescription } from './description.ts';
import { addPhotograph } from './photographs/photograph-store.ts';
import type { ChildRecord } from './record.ts';
import { listRecords, openRecord } from './store.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation, noon } from '../../../tests/database/tools.ts';

let nation: Nation;
let desk: TestDoor;
const station = 'investigating-officer Kozhikode';
const elsewhere = 'investigating-officer Saran';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutes());
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

async function open(name: string): Promise<ChildRecord> {
  const officer = nation.officer('investigating-officer Kozhikode');
  return nation.ask(officer, async (context) => {
    const { officeId } = officer;
    const record = await openRecord(context, {
      kind: 'found',
      status: 'unidentified',
      officeId,
      districtCode: '560',
      stateCode: 'KL',
      happenedAt: addHours(noon, -5),
    });
    await writeDescription(context, record.id, {
      ...emptyDescription,
      sex: 'female',
      names: [{ bearer: 'child', text: name, alias: false }],
    });
    return record;
  });
}

async function photographOf(record: ChildRecord): Promise<string> {
  const bytes = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#a06040' } })
    .jpeg()
    .toBuffer();
  const officer = nation.officer('investigating-officer Kozhikode');
  const added = await nation.ask(officer, (context) =>
    addPhotograph(context, record.id, { field: 'photograph', bytes, tooLarge: false }, { takenOn: null, suppliedBy: 'office' }),
  );
  if (isRefusal(added)) throw new Error(added.code);
  return added.name;
}

test('a name is found by its sound; a station elsewhere learns only whom to ask', async () => {
  const record = await open('रुखसाना');
  const here = await desk.get('/search?q=Rukhsana', station);
  expect(here.body).toContain(`/found/${record.reference}`);
  const there = await desk.get('/search?q=Rukhsana', elsewhere);
  expect(there.body).toContain(record.reference);
  expect(there.body).not.toContain('रुखसाना');
  expect(there.body).not.toContain(`href="/found/${record.reference}`);
  expect(there.body).toContain('Ask police-station Kozhikode');
});

test('a reference opens its record at once where it may be seen, and is unknown elsewhere', async () => {
  const record = await open('Meena');
  expect((await desk.get(`/search?q=${record.reference.toLowerCase()}`, station)).location).toBe(`/found/${record.reference}`);
  const there = await desk.get(`/search?q=${record.reference}`, elsewhere);
  expect([there.status, there.body.includes('/found/new')]).toEqual([200, true]);
});

test('the list shows the officer’s own reach, and a role that sees no child gets none', async () => {
  const record = await open('Lakshmi');
  expect((await desk.get('/children?kind=found&open=yes', station)).body).toContain(record.reference);
  expect((await desk.get('/children?kind=found&open=no', station)).body).not.toContain(record.reference);
  expect((await desk.get('/children?kind=found', elsewhere)).body).not.toContain(record.reference);
  expect((await desk.get('/children?kind=found', 'ministry-official Saran')).status).toBe(404);
});

test('a photograph is served to those who see the record, never kept by the browser, and the look is written down', async () => {
  const record = await open('Asha');
  const name = await photographOf(record);
  for (const file of [`${name}.jpg`, `${name}-320.jpg`]) {
    const answer = await desk.get(`/photographs/${file}`, station);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'private, no-store',
    ]);
    expect((await desk.get(`/photographs/${file}`, elsewhere)).status).toBe(404);
  }
  const { rows } = await sql<{
    name: string;
  }>`select name from audit_entry where record_id = ${record.id} and name = 'photograph.view'`.execute(nation.admin);
  expect(rows).toHaveLength(2);
});

test('a role that may not read found children sees of one, wherever it reaches, neither name nor photograph', async () => {
  const record = await open('Zulekha');
  const name = await photographOf(record);
  for (const [who, sees] of [[station, true], ['national-nodal-officer Saran', false], ['district-nodal-officer Kozhikode', false]] as const) {
    const { body } = await desk.get('/search?q=Zulekha', who);
    expect(body).toContain(record.reference);
    expect([who, body.includes(`/found/${record.reference}`), body.includes(name)]).toEqual([who, sees, sees]);
    expect([who, (await desk.get(`/photographs/${name}.jpg`, who)).status]).toEqual([who, sees ? 200 : 404]);
  } // prettier-ignore
});

test.each(['../../etc/passwd', 'x.jpg', `${'0'.repeat(26)}.jpg`, `${'0'.repeat(26)}.png`])('/photographs/%s is nothing', async (file) => {
  expect((await desk.get(`/photographs/${encodeURIComponent(file)}`, station)).status).toBe(404);
});

test.each(['en', 'hi'])(
  'who looked: the Committee by reference, the auditor by the list; reading it is a look too (%s)',
  async (language) => {
    const record = await open('Salma');
    await desk.get(`/photographs/${await photographOf(record)}.jpg`, station);
    const committee = await desk.get(`/access/${record.reference}`, 'cwc-member Kozhikode', language);
    expect([committee.status, committee.body.includes('Officer investigating-officer')]).toEqual([200, true]);
    expect((await desk.get('/access', 'auditor Saran', language)).body).toContain(`/access/${record.reference}`);
    const auditor = await desk.get(`/access/${record.reference}`, 'auditor Saran', language);
    expect(auditor.body).toContain('Officer cwc-member');
    for (const words of ['>accessLog.view<', 'scope="row"'])
      expect(auditor.body, 'the page of each look, and whoever looked once').toContain(words);
    expect((await desk.get(`/access/${record.reference}`, station)).status).toBe(403);
  },
);

test('however often a child was looked at, whoever looked once long ago is named, and every look can be reached', async () => {
  const record = await open('Noor');
  const [once, often] = [nation.officer(elsewhere), nation.officer('cwc-member Kozhikode')];
  for (const [who, looks] of [[once, 1], [often, 600]] as const)
    await sql`insert into audit_entry (at, officer_id, office_id, role, door, action, name, purpose, record_id, request_id)
      select ${addHours(noon, -1)}, ${who.officerId}, ${who.officeId}, ${who.role}, 'desk', 'read', 'test.look', 'tracing', ${record.id}, 'test' from generate_series(1, ${looks})`.execute(nation.admin);
  const auditor = async (page: number) => (await desk.get(`/access/${record.reference}?page=${page}`, 'auditor Saran')).body;
  const first = await auditor(1);
  for (const words of ['Officer investigating-officer, police-station Saran', '>600<', 'page=2']) expect(first).toContain(words);
  expect(first.split('<ol')[1]).not.toContain('police-station Saran');
  expect((await auditor(4)).split('<ol')[1]).toContain('police-station Saran');
}); // prettier-ignore

test('records of one moment are all listed, a page at a time, and none twice', async () => {
  nation.clock.later(1);
  const opened = [await open('Asha'), await open('Usha'), await open('Nisha')];
  await sql`update record set opened_at = ${opened[0]!.openedAt} where id = any (${opened.map(({ id }) => id)}::uuid[])`.execute(
    nation.admin,
  );
  const officer = nation.officer(station);
  const next = async (after: After | null): Promise<After> => {
    const filter = { kind: 'found', open: true, scope: { officeId: officer.officeId }, after, limit: 1 } as const;
    const [record] = await nation.ask(officer, (context) => listRecords(context, filter));
    return { at: record!.openedAt, id: record!.id };
  };
  const listed: After[] = [];
  for (const _ of opened) listed.push(await next(listed.at(-1) ?? null));
  expect(listed.map(({ id }) => id).toSorted()).toEqual(opened.map(({ id }) => id).toSorted());
});
