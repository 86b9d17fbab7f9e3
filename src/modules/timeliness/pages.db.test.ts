// The pages of timeliness at the desk's door: figures add up from office to nation, nobody reads beyond the own area, what cannot be asked is said.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation, worker } from '../../../tests/database/tools.ts';
import { type Story, station, tellStory } from '../../../tests/security/story.ts';
import { countOneMonth } from './index.ts';

let nation: Nation;
let story: Story;
let desk: TestDoor;

/** Twenty risk assessments written at this station in November, every fourth a day late. */
const twenty = (recordId: string) => sql`insert into diary_entry (id, record_id, happening, happened_at, recorded_at, by_office, door)
  select gen_random_uuid(), ${recordId}, 'missing.riskAssessed', at, at + case when n % 4 = 0 then interval '25 hours' else interval '1 hour' end,
    ${nation.officer(station).officeId}, 'seed'
  from (select n, timestamptz '2026-11-02 06:00Z' + n * interval '1 hour' as at from generate_series(1, 20) as n) twenty`;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await twenty(story.missing.id).execute(nation.admin);
  for (const taken = new Set<string>(); await nation.ask(worker, (context) => countOneMonth(context, taken)););
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

/** The cells of a row, by the name in its first cell. */
function cellsOf(body: string, name: string): string[] {
  const row = body.split('<tr').find((part) => part.includes(`>${name}`) && part.includes('scope="row"')) ?? '';
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, ''));
}

test('two workers do not add up one month at once: the second leaves it to the first', async () => {
  await nation.ask(worker, async (context) => {
    expect(await countOneMonth(context, new Set())).toBe(true);
    expect(await nation.ask(worker, (other) => countOneMonth(other, new Set()))).toBe(false);
  });
  expect(await nation.ask(worker, (context) => countOneMonth(context, new Set()))).toBe(true);
});

describe('the league', () => {
  const national = 'national-nodal-officer Saran';

  test('shows the same entries at the office, in its district, State and nation; with their share and borders', async () => {
    const [atNation, atState, atDistrict] = [
      cellsOf((await desk.get('/timeliness?month=2026-11', national)).body, 'Bihar'),
      cellsOf((await desk.get('/timeliness?month=2026-11&place=BR', national)).body, 'Saran'),
      cellsOf((await desk.get('/timeliness?month=2026-11&place=220', national)).body, 'police-station Saran'),
    ];
    const { rows } = await sql<{
      entries: number;
      late: number;
    }>`select count(*) as entries, count(*) filter (where e.recorded_at - e.happened_at > interval '24 hours') as late
      from diary_entry e join office o on o.id = e.by_office where o.kind = 'police-station' and o.district_code = '220' and e.happening in ('missing.reported', 'missing.firRegistered', 'missing.riskAssessed')`.execute(
      nation.admin,
    );
    const { entries, late } = rows[0]!;
    expect(entries).toBeGreaterThan(20);
    expect(atDistrict.slice(0, 3)).toEqual([`${Math.floor((100 * (entries - late)) / entries)} %`, String(entries), 'within 1 h']);
    expect(atState.slice(0, atDistrict.length)).toEqual(atDistrict);
    expect(atNation).toEqual(atState);
  });

  test('tells how long other systems took to reach here beside what offices took, by place, and says it where none told anything', async () => {
    const none = await desk.get('/timeliness?month=2026-11', national);
    expect(none.body).toContain('No police system told this portal of anything entered in November 2026');
    await sql`insert into diary_entry (id, record_id, happening, happened_at, entered_at, recorded_at, by_office, door)
      select gen_random_uuid(), ${story.missing.id}, 'missing.hueAndCryIssued', at, at, at + n * interval '40 minutes', ${nation.officer(station).officeId}, 'worker'
      from (select n, timestamptz '2026-11-03 06:00Z' as at from generate_series(1, 4) as n) told`.execute(nation.admin);
    const shown = async (query: string) => (await desk.get(`/timeliness?month=2026-11${query}`, national)).body.split('id="arrivals"')[1]!;
    const row = ['25 %', '4', 'within 2 h', 'within 3 h', 'within 3 h'];
    expect(cellsOf(await shown(''), 'Bihar')).toEqual(row);
    expect(cellsOf(await shown('&place=BR'), 'Saran')).toEqual(row);
    expect((await shown('&place=220')).replaceAll(/\s+/g, ' ')).toContain(
      '4 entries, 25 % of them here within an hour. Half were here within 2 h, 9 in 10 within 3 h, 19 in 20 within 3 h',
    );
    expect(await shown('&place=KL')).toContain('No police system told');
  });

  test('an office with fewer than ten entries is listed apart, one with none as silent', async () => {
    const { body } = await desk.get('/timeliness?month=2026-11&place=560&kind=children-home', national);
    const [ranked, few] = body.split('<h2>Fewer than 10 entries');
    expect(cellsOf(few!, 'children-home Kozhikode')[1]).toBe('2'); // a child taken in, a care plan made
    expect(cellsOf(ranked!, 'children-home Kozhikode')).toEqual([]);
    const none = await desk.get('/timeliness?month=2026-11&place=557&kind=children-home', national);
    expect(none.body).toMatch(/Without an entry: 1[\s\S]*children-home Kannur/);
  });

  test.each([
    ['month=2026-12', 'This month has not begun'],
    ['month=1999', 'Choose a month'],
    ['month=2026-13', 'Choose a month'],
    ['kind=ministry', 'Choose one of'],
    ['place=nowhere', 'There is no such place'],
  ])('%s is refused in words, and the figures still stand', async (query, words) => {
    const { status, body } = await desk.get(`/timeliness?${query}`, national);
    expect([status, body.includes('error-summary'), body.includes('Police station')]).toEqual([422, true, true]);
    expect(body).toContain(words);
  });

  test('nobody reads beyond the own area; the Ministry reads all, and a station none', async () => {
    const asks = async (who: Parameters<TestDoor['get']>[1], place: string) =>
      (await desk.get(`/timeliness?month=2026-11&place=${place}`, who)).status;
    expect(await asks('district-nodal-officer Saran', '220')).toBe(200);
    expect(await asks('district-nodal-officer Saran', '560')).toBe(422);
    expect(await asks('district-nodal-officer Saran', 'BR')).toBe(422);
    expect(await asks('state-nodal-officer Kannur', '560')).toBe(200);
    expect(await asks('state-nodal-officer Kannur', '220')).toBe(422);
    expect(await asks('ministry-official Saran', '220')).toBe(200);
    expect(await asks('investigating-officer Saran', '220')).toBe(403);
    expect((await desk.get('/timeliness?month=2026-11', 'child-protection-officer Kannur')).body).not.toContain('Saran');
  });
});
