// A State's list through the door: shown before it is done, done as it was shown, all of it or nothing, by its own State's officer alone.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type WrittenCell, workbook } from '../../../tests/sheets/workbook.ts';
import { routesOf } from '../../apps/desk.ts';
import { addHours } from '../../kernel/time.ts';
import { forgetOldRows } from '../../platform/retention.ts';
import { kept } from './jobs.ts';
import { readPost } from './store.ts';

let nation: Nation;
let desk: TestDoor;
const keeper: Who = 'state-nodal-officer Saran';
const saran: Who = 'district-nodal-officer Saran';
const heads = ['जिला', 'पद', 'नाम', 'पदनाम', 'ई-मेल', 'दूरभाष', 'आदेश संख्या', 'आदेश दिनांक', 'कब से'];
const anil = ['Saran', null, 'अनिल कुमार', 'DSP', 'anil@police.example', '0612-5550177', 'BR/77', { serial: 46327 }, '05.11.2026']; // 1 November 2026
const wrong = ['Patna', null, 'Nobody', 'DSP', 'x@police.example', null, 'BR/78', '01.11.2026', '05.11.2026'];

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = noon;
});

const bring = (rows: readonly (readonly WrittenCell[])[], who: Who = keeper) =>
  desk.post('/nodal-officers/import', {}, who, { name: 'list.xlsx', bytes: workbook([['बिहार'], [], heads, ...rows]), field: 'list' });
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
const say = (body: string, who: Who = keeper) =>
  desk.post('/nodal-officers/import/preview', { list: hidden(body, 'list'), plan: hidden(body, 'plan') }, who);
const post = async (who: Who) => (await nation.ask(keeper, (context) => readPost(context, nation.officer(who).officeId)))!;
const everything = async () =>
  (
    await sql<{
      state: string;
    }>`select concat_ws(' ', (select count(*) from posting), (select count(to_on) from posting), (select count(*) from officer),
      (select count(*) from appointment), (select string_agg(telephone, ',') from office)) as state`.execute(nation.admin)
  ).rows[0]!.state;

test('shown row by row, nothing changes before the yes; then exactly that is done, once', async () => {
  const before = await everything();
  const { status, location } = await bring([anil, wrong]);
  expect([status, location.startsWith('/nodal-officers/import/preview?list=')]).toEqual([303, true]);
  const { body } = await desk.get(location, keeper);
  const words = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  for (const said of ['Officer district-nodal-officer leaves, last day 4 Nov 2026.', 'अनिल कुमार begins on 5 Nov 2026, order BR/77.', 'The officer is new to this directory.',
    'Office telephone: – becomes 0612-5550177.', 'Not taken: no district of your State has this name.', '1 row changes something'])
    expect(words).toContain(said); // prettier-ignore
  expect(await everything()).toBe(before);
  expect((await say(body)).location).toBe('/nodal-officers?state=BR&done=nodal-officers.done.import');
  expect(await post(saran)).toMatchObject({ telephone: '0612-5550177', holder: { name: 'अनिल कुमार', rank: 'DSP', fromOn: '2026-11-05' } });
  const { rows } = await sql<{ orderedOn: string }>`select ordered_on from appointment where order_number = 'BR/77'`.execute(nation.admin);
  expect(rows).toEqual([{ orderedOn: '2026-11-01' }]);
  const after = await everything();
  expect([(await say(body)).status, await everything()]).toEqual([422, after]); // once
  const again = await desk.get((await bring([anil])).location, keeper);
  expect(again.body).toContain('As it is here already.');
  const history = await desk.get(`/nodal-officers/${nation.officer(saran).officeId}`, keeper);
  expect(history.body).toContain('Office telephone: 0612-5550177.');
});

test('what changed after it was shown is shown again, and nothing is done', async () => {
  const next = ['Saran', 'SJPU', 'Rekha', 'Inspector', 'rekha@wcd.example', null, 'BR/80', '01.11.2026', '21.11.2026'];
  const { body } = await desk.get((await bring([next])).location, keeper);
  const chair: Who = 'juvenile-police-head Saran';
  await sql`update posting set to_on = '2026-11-20' where id = ${nation.officer(chair).postingId}`.execute(nation.admin);
  const before = await everything();
  const refused = await say(body);
  expect([refused.status, refused.body.includes('The directory has changed since.'), await everything()]).toEqual([422, true, before]);
  expect((await say(refused.body)).status).toBe(303); // control: said yes to as it is now
  expect((await post(chair)).holder?.name).toBe('Rekha');
});

test('a row that cannot be done undoes the others', async () => {
  const future = nation.officer('auditor Saran').officerId;
  const legal: Who = 'legal-services-officer Saran';
  await sql`update posting set to_on = '2026-11-10' where id = ${nation.officer(legal).postingId}`.execute(nation.admin);
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (gen_random_uuid(), ${future}, ${nation.officer(legal).officeId}, 'legal-services-officer', '2027-01-01')`.execute(
    nation.admin,
  );
  const rows = [
    ['Saran', 'SJPU', 'Vimla', null, 'vimla@police.example', null, 'BR/90', '22.11.2026', '23.11.2026'],
    ['Saran', 'DLSA', 'Rohit', null, 'rohit@court.example', null, 'BR/91', '12.11.2026', '12.11.2026'],
  ];
  const before = await everything();
  const { body } = await desk.get((await bring(rows)).location, keeper);
  const refused = await say(body);
  expect([refused.status, await everything()]).toEqual([422, before]);
  expect(refused.body).toContain('Row 5: Officer auditor is already appointed to this post for a later day.');
});

test('another State’s officer neither sees the list nor says yes to it; the nation’s brings none', async () => {
  const { location } = await bring([anil]);
  const { body } = await desk.get(location, keeper);
  expect(body).toContain('अनिल कुमार'); // control
  const kerala: Who = 'state-nodal-officer Kannur';
  expect((await desk.get(location, kerala)).location).toBe('/nodal-officers/import');
  expect((await say(body, kerala)).status).not.toBe(200);
  const elsewhere = await desk.get((await bring([anil], kerala)).location, kerala);
  expect(elsewhere.body).toContain('no district of your State has this name.');
  expect((await bring([anil], 'national-nodal-officer Saran')).body).toContain('Only a State’s nodal officer brings that State’s list.');
  expect((await bring([anil], saran)).status).toBe(403);
});

test('a list nobody says yes to is forgotten after a week', async () => {
  await bring([anil]);
  const waiting = async () => (await sql<{ n: number }>`select count(*) as n from directory_import`.execute(nation.admin)).rows[0]!.n;
  nation.clock.now = addHours(noon, 7 * 24 - 1);
  await nation.ask(worker, (context) => forgetOldRows(context, kept));
  expect(await waiting()).toBeGreaterThan(0);
  nation.clock.now = addHours(noon, 7 * 24 + 1);
  await nation.ask(worker, (context) => forgetOldRows(context, kept));
  expect(await waiting()).toBe(0);
});
