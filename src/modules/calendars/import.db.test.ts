// A year's list through the door: shown before it counts, whole or not at all, corrected by a list that replaces it, by the State's own nodal officer alone.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, anyone, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type WrittenCell, workbook } from '../../../tests/sheets/workbook.ts';
import { routesOf } from '../../apps/desk.ts';
import { addDays, addHours, type Day } from '../../kernel/time.ts';
import { forgetOldRows } from '../../platform/retention.ts';
import { MOST_CLOSED } from './import-plan.ts';
import { insertList, insertSaturdays } from './import-store.ts';
import { kept } from './jobs.ts';
import { listsOf, readCalendars } from './store.ts';

let nation: Nation;
let desk: TestDoor;
const bihar: Who = 'state-nodal-officer Saran';
const kerala: Who = 'state-nodal-officer Kannur';
const all: Who = 'national-nodal-officer Saran';
const heads = ['अवकाश', 'दिनांक', 'वार', 'प्रकार'];
const republic = ['गणतंत्र दिवस', { serial: 46413 }, 'मंगलवार', 'राजपत्रित']; // 26 January 2027
const holi = ['होली', '22-03-2027', null, null];
const wrong = ['होली', '23-03-2026', null, null];

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => nation.clock.tick());

type Rows = readonly (readonly WrittenCell[])[];
const bring = (rows: Rows, who: Who = bihar, typed: Record<string, string> = {}) =>
  desk.post('/calendars/import', { year: '2027', source: 'GAD/12', notifiedOn: '2026-11-20', ...typed }, who, {
    name: 'list.xlsx',
    bytes: workbook([['बिहार'], heads, ...rows]),
    field: 'list',
  });
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
const say = (body: string, who: Who = bihar) =>
  desk.post('/calendars/import/preview', { list: hidden(body, 'list'), plan: hidden(body, 'plan') }, who);
const plain = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const closed = async (state: string) =>
  [...(await nation.ask(worker, (context) => readCalendars(context, [state]))).get(state)!.holidays].toSorted();

test('shown row by row, nothing counts before the yes; then exactly that does; corrected by a list that replaces it, with its history', async () => {
  const { status, location } = await bring([republic, holi]);
  expect([status, location.startsWith('/calendars/import/preview?list=')]).toEqual([303, true]);
  const shown = await desk.get(location, bihar);
  for (const said of ['2 gazetted holidays, 0 restricted, 0 that cannot be read.', 'Tuesday, 26 Jan 2027', 'New.'])
    expect(plain(shown.body)).toContain(said);
  expect(await closed('BR')).toEqual([]);
  expect((await say(shown.body)).location).toBe('/calendars?place=BR&year=2027&done=calendars.done.import');
  expect([await closed('BR'), await closed('KL')]).toEqual([['2027-01-26', '2027-03-22'], []]);
  expect((await say(shown.body)).status).toBe(422); // once

  nation.clock.tick();
  const corrected = await desk.get(
    (await bring([republic, ['होली', '23-03-2027', null, null]], bihar, { source: 'GAD/14' })).location,
    bihar,
  );
  expect(plain(corrected.body)).toContain('One day of that list is not in this one: 22 Mar 2027');
  expect((await say(corrected.body)).status).toBe(303);
  expect(await closed('BR')).toEqual(['2027-01-26', '2027-03-23']);
  const { body } = await desk.get('/calendars?place=BR&year=2027', 'duty-officer Saran');
  for (const said of [
    'List GAD/12',
    'List GAD/14',
    'Replaces the list before: 1 added, 1 taken out',
    '+ 23 Mar 2027 होली',
    'Officer state-nodal-officer',
  ])
    expect(plain(body)).toContain(said);
  expect(body).toContain('title="23 Mar 2027, होली, Gazetted holiday"');
});

test('one row that cannot be read, and the list is not taken', async () => {
  const shown = await desk.get((await bring([republic, wrong])).location, bihar);
  expect(plain(shown.body)).toContain('Cannot be taken: the day is not of the year of this list.');
  expect(hidden(shown.body, 'plan')).toBe('');
  const list = /list=([0-9a-f-]{36})/.exec((await bring([republic, wrong])).location)![1]!;
  const before = await closed('BR');
  const refused = await desk.post('/calendars/import/preview', { list, plan: 'a'.repeat(64) }, bihar);
  expect([refused.status, await closed('BR')]).toEqual([422, before]);
});

test('two lists shown at once: the second is shown again against the first', async () => {
  const one = await desk.get((await bring([['एक', '01-06-2027', null, null]], bihar)).location, bihar);
  const other = await desk.get((await bring([['दो', '02-06-2027', null, null]], bihar)).location, bihar);
  expect((await say(one.body)).status).toBe(303);
  const refused = await say(other.body);
  expect([refused.status, refused.body.includes('Another list came meanwhile.'), await closed('BR')]).toEqual([422, true, ['2027-06-01']]);
});

describe('who may', () => {
  test('a State brings its own list and no other’s, reads no other’s draft; the nation’s officer brings any; a station none', async () => {
    expect((await bring([holi], bihar, { place: 'KL' })).body).toContain('Choose a State whose calendar you keep.');
    const draft = await bring([['ओणम', '12-09-2027', null, null]], bihar);
    expect((await desk.get(draft.location, kerala)).location).toBe('/calendars/import');
    const body = (await desk.get((await bring([['ओणम', '12-09-2027', null, null]], all, { place: 'KL' })).location, all)).body;
    expect((await say(body, all)).status).toBe(303);
    expect(await closed('KL')).toEqual(['2027-09-12']); // control
    expect((await bring([holi], 'district-nodal-officer Saran')).status).toBe(403);
    expect((await bring([holi], all)).body).toContain('Choose a State whose calendar you keep.'); // names none
  });

  test('the database itself lets nobody bring another State’s, nor change or add a day', async () => {
    const head = { place: 'KL', year: 2026, source: 'x', notifiedOn: '2026-01-01' as Day };
    await expect(nation.ask(bihar, (context) => insertList(context, head, null, []))).rejects.toMatchObject({ code: '42501' });
    await expect(nation.ask('auditor Saran', (context) => insertSaturdays(context, { stateCode: 'BR', fromOn: '2026-01-01' as Day, saturdays: [2], source: 'x' }))).rejects.toMatchObject({ code: '42501' }); // prettier-ignore
    await nation.ask(kerala, (context) => insertList(context, head, null, [])); // control
    const outside = nation.ask(kerala, (context) =>
      insertList(context, { ...head, year: 2025 }, null, [{ day: '2026-01-01' as Day, name: 'x', kind: 'gazetted' }]),
    );
    await expect(outside).rejects.toMatchObject({ code: '23514' });
    for (const statement of [`delete from holiday`, `update holiday_list set year = 2020`, `insert into holiday select id, '2026-05-05', 'x', 'gazetted' from holiday_list limit 1`])
      await expect(nation.ask(kerala, (context) => sql.raw(statement).execute(context.db))).rejects.toMatchObject({ code: '42501' }); // prettier-ignore
    expect(await nation.ask(anyone, async (context) => (await listsOf(context, 'KL', 2026)).length)).toBe(1);
  });
});

test('a list that closes more days than any State does never counts: not by its yes, and not past the page', async () => {
  const days = (many: number) => Array.from({ length: many }, (_, place) => addDays('2027-02-01' as Day, place));
  const sheet = (many: number) => days(many).map((day) => ['अवकाश', day, null, null]);
  const { location } = await bring(sheet(MOST_CLOSED + 1));
  const { body } = await desk.get(location, bihar);
  expect(plain(body)).toContain(`This list closes offices on ${MOST_CLOSED + 1} days.`);
  expect(hidden(body, 'plan')).toBe('');
  const head = { place: 'KL', year: 2027, source: 'x', notifiedOn: '2026-01-01' as Day };
  const past = (many: number) =>
    nation.ask(kerala, async (context) => {
      const replaced = (await listsOf(context, 'KL', 2027))[0]?.id ?? null;
      await insertList(context, head, replaced, days(many).map((day) => ({ day, name: 'x', kind: 'gazetted' }))); // prettier-ignore
    });
  await expect(past(MOST_CLOSED + 1)).rejects.toMatchObject({ code: '23514' });
  await past(MOST_CLOSED); // control
  expect(await closed('KL')).toHaveLength(MOST_CLOSED);
});

test('an order on Saturdays is recorded and shown; none closed is an order too', async () => {
  const order = (saturdays: string[], fromOn: string) => desk.post('/calendars/saturdays', { saturdays, fromOn, source: 'GAD/3' }, bihar);
  const saturdays = async (year: string) => [...(await desk.get(`/calendars?place=BR&year=${year}`, bihar)).body.matchAll(/class="closed-saturday"/g)].length; // prettier-ignore
  expect((await order(['2', '4'], '2027-06-01')).location).toBe('/calendars?place=BR&done=calendars.done.saturdays');
  const { body } = await desk.get('/calendars?place=BR&year=2027', bihar);
  expect(plain(body)).toContain('Closed from 1 Jun 2027: Second Saturday, Fourth Saturday');
  expect(await saturdays('2027')).toBe(14); // June to December, two each
  nation.clock.tick();
  await order([], '2027-09-01');
  expect(await saturdays('2027')).toBe(6);
  nation.clock.tick();
  await order(['2', '4'], '2026-06-01'); // dated back: from today, 24 November
  expect([await saturdays('2026'), await saturdays('2027')]).toEqual([3, 16]);
});

test('a list brought late is kept whole, says which of its days came too late, and moves nothing by them', async () => {
  const late: Rows = [
    ['मकर संक्रांति', '14-01-2026', null, null],
    ['क्रिसमस', '25-12-2026', null, null],
  ];
  const shown = (await desk.get((await bring(late, bihar, { year: '2026' })).location, bihar)).body;
  expect(plain(shown)).toContain('One day that differs is already past.');
  expect((await say(shown)).status).toBe(303);
  const days = await closed('BR');
  expect([days.includes('2026-01-14' as Day), days.includes('2026-12-25' as Day)]).toEqual([false, true]);
  const { body } = await desk.get('/calendars?place=BR&year=2026', bihar);
  expect(plain(body)).toMatch(/14 Jan 2026 मकर संक्रांति Gazetted; brought after the day, counted as open/);
  expect(plain(body)).toMatch(/25 Dec 2026 क्रिसमस Gazetted holiday/);
});

test('where no list is in, the page says so and what follows from it', async () => {
  const { body } = await desk.get('/calendars?place=BR&year=2025', 'home-worker Saran');
  expect(plain(body)).toContain('Bihar has brought no list of 2025 yet. Counted without: dates can only be earlier than the law allows.');
  expect(plain((await desk.get('/calendars?place=BR&year=2027', bihar)).body)).not.toContain('no list of 2027'); // control
});

test('a list nobody says yes to is forgotten after a week', async () => {
  await bring([holi]);
  const waiting = async () => (await sql<{ n: number }>`select count(*) as n from calendar_import`.execute(nation.admin)).rows[0]!.n;
  nation.clock.now = addHours(noon, 7 * 24 - 1);
  await nation.ask(worker, (context) => forgetOldRows(context, kept));
  expect(await waiting()).toBeGreaterThan(0);
  nation.clock.now = addHours(noon, 7 * 24 + 1);
  await nation.ask(worker, (context) => forgetOldRows(context, kept));
  expect(await waiting()).toBe(0);
});
