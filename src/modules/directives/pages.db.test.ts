// The pages of directives at both doors: from a draft over its issue to what every State sees, and what the public may read.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { routesOf as citizenRoutesOf } from '../../apps/citizen.ts';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { tellStory } from '../../../tests/security/story.ts';
import { countDutiesOfCases, reachEveryone } from './index.ts';

let nation: Nation;
let desk: TestDoor;
let street: TestDoor;
const national: Who = 'national-nodal-officer Saran';
const station: Who = 'station-in-charge Saran';
let id: string;

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  street = await openDoor(nation, 'citizen', citizenRoutesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

const text = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([;,.])/g, '$1');
/** The cells of a row, by the name in its first cell. */
function cellsOf(body: string, name: string): string[] {
  const row = body.split('<tr').find((part) => part.includes('scope="row"') && text(part).includes(name)) ?? '';
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => text(cell!).trim());
}

const entered = {
  kind: 'court-order',
  title: 'हर थाना बताए: who is on duty',
  authority: 'Invented Court',
  dated: '2026-11-02',
  text: 'First line.\n  Second line, indented.\nतीसरी पंक्ति <b>as given</b>.',
  confidence: 'C-n',
  audience: 'public',
  officeKinds: ['police-station', 'cwc', 'state-nodal'],
};
const point = {
  what: 'Name the officer on duty',
  officeKind: 'police-station',
  repeats: 'once',
  dueKind: 'days',
  dueCount: '7',
  dueFrom: 'date',
  dueBasis: 'portal',
  figure: 'officers',
};

describe('entering', () => {
  test('goes from form over preview to issue, and the text stays as given', async () => {
    const wrong = await desk.post('/directives/new', { ...entered, authority: '', places: 'Atlantis' }, national);
    expect([wrong.status, wrong.body.includes('Enter who issued it'), wrong.body.includes('Atlantis')]).toEqual([422, true, true]);
    const made = await desk.post('/directives/new', entered, national);
    expect([made.status, made.location]).toEqual([303, expect.stringMatching(/^\/directives\/draft\//)]);
    const draft = made.location.split('?')[0]!;
    id = draft.split('/').at(-1)!;
    expect((await desk.post(`${draft}/point`, { ...point, dueBasis: '' }, national)).status).toBe(422);
    expect((await desk.post(`${draft}/point`, point, national)).status).toBe(303);
    expect(
      (
        await desk.post(
          `${draft}/point`,
          { what: 'Fill the post', repeats: 'once', dueKind: 'none', setsDuty: 'M18', officeKind: 'state-nodal' },
          national,
        )
      ).status,
    ).toBe(303);
    const preview = await desk.get(draft, national);
    expect(text(preview.body)).toContain('It reaches 8 offices');
    expect(cellsOf(preview.body, 'Kerala')).toEqual(['2', '2', '1']);
    expect(preview.body).toContain('  Second line, indented.');
    expect(preview.body).toContain('&lt;b>as given&lt;/b>');
    expect((await desk.get(draft, 'state-nodal-officer Saran')).status).toBe(404);
    expect((await desk.post(draft, { offices: '7' }, national)).body).toContain('It now reaches 8 offices');
    expect((await desk.post(draft, { offices: '8' }, national)).status).toBe(303);
    for (const back of ['', '/change', '/point'])
      // who goes back finds what the draft became
      expect(await desk.get(`${draft}${back}`, national)).toMatchObject({ status: 303, location: `/directives/${id}` });
    expect((await desk.get(draft, 'state-nodal-officer Saran')).status).toBe(404);
  });

  test('a change keeps what is not changed; a point taken away is gone', async () => {
    const made = await desk.post('/directives/new', { ...entered, places: 'Kannur\nBihar' }, national);
    const draft = made.location.split('?')[0]!;
    const form = await desk.get(`${draft}/change`, national);
    expect(form.body).toContain('Bihar\nKannur, Kerala');
    expect((await desk.post(`${draft}/change`, { ...entered, title: 'Only Kannur', places: 'Kannur, Kerala' }, national)).status).toBe(303);
    await desk.post(`${draft}/point`, point, national);
    const body = (await desk.get(draft, national)).body;
    expect([body.includes('Only Kannur'), text(body).includes('It reaches 2 offices'), body.includes('Name the officer')]).toEqual([
      true,
      true,
      true,
    ]);
    const [, pointId] = /name="point" value="([^"]+)"/.exec(body)!;
    expect((await desk.post(`${draft}/remove`, { point: pointId! }, national)).status).toBe(303);
    expect((await desk.get(draft, national)).body).not.toContain('Name the officer');
    expect((await desk.post(`${draft}/discard`, {}, national)).status).toBe(303);
    expect((await desk.get(draft, national)).status).toBe(404);
  });
});

describe('an addressee', () => {
  test('finds it on the desk home, reads on what source it stands, acknowledges and answers', async () => {
    await reachEveryone((work) => nation.ask(worker, work), () => true); // prettier-ignore
    const home = await desk.get('/', station);
    expect(text(home.body)).toContain('1 to acknowledge; 1 point to answer, 1 late');
    const page = await desk.get(`/directives/${id}`, station);
    expect(text(page.body)).toContain(
      'C-n press or secondary report only. What stands here is a summary; the text of the original was not seen.',
    );
    const answer = /href="(\/directives\/[^"]+\/answer\?[^"]+)"/.exec(page.body)![1]!.replaceAll('&amp;', '&');
    const form = await desk.get(answer, station);
    const hidden = Object.fromEntries(
      [...form.body.matchAll(/type="hidden" name="(point|period)" value="([^"]+)"/g)].map(([, name, value]) => [name, value!]),
    );
    const action = /<form[^>]* action="([^"]+\/answer[^"]*)"/.exec(form.body)![1]!.replaceAll('&amp;', '&');
    expect(action).toBe(answer); // which point stands in the address also after something was wrong
    const send = (more: object) => desk.post(action, { ...hidden, ...more }, station);
    const wordless = await send({ answer: 'not-yet' });
    expect([wordless.status, wordless.body.includes('Say why, in a sentence'), wordless.body.includes('Name the officer')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await send({ answer: 'done', doneOn: '2026-11-08', figure: '3', sentence: 'Hung up at the door' })).status).toBe(303);
    const after = text((await desk.get(`/directives/${id}`, station)).body);
    expect(after).toContain('done due by');
    expect(after).toContain('Hung up at the door');
    expect(after).toContain('Acknowledged'); // who answers has read it
    expect(text((await desk.get('/', station)).body)).not.toContain('to answer');
  });

  test('acknowledges with one press, once', async () => {
    const cwc: Who = 'cwc-chairperson Saran';
    expect((await desk.post(`/directives/${id}/acknowledge`, {}, cwc)).status).toBe(303);
    const from = { host: 'desk.invented', referer: `https://desk.invented/directives/${id}?done=directives.done.answered` };
    const twice = await desk.post(`/directives/${id}/acknowledge`, {}, cwc, undefined, from);
    expect(twice.status).toBe(409);
    expect(twice.body).toContain(`back=${encodeURIComponent(`/directives/${id}`)}"`); // in another language: the page it was sent from, which exists
    const foreign = { ...from, referer: 'https://elsewhere.invented/x' };
    expect((await desk.post(`/directives/${id}/acknowledge`, {}, cwc, undefined, foreign)).body).toContain('back=%2F"');
    expect((await desk.post(`/directives/${id}/acknowledge`, {}, 'cwc-member Kannur')).status).toBe(403);
  });
});

test('a refusal does not say what went well before', async () => {
  const done = `?done=directives.done.issued`;
  expect((await desk.get(`/directives/${id}${done}`, national)).body).toContain('class="alert"'); // control
  const gone = await desk.get(`/directives/none${done}`, national);
  expect([gone.status, gone.body.includes('class="alert"')]).toEqual([404, false]);
});

describe('compliance', () => {
  const at = (place: string, who: Who = national) => desk.get(`/directives/${id}/compliance${place ? `?place=${place}` : ''}`, who);

  test('says the same of a place at every level, and opens down to offices', async () => {
    expect(cellsOf((await at('')).body, 'Bihar')).toEqual([
      '2 of 3',
      expect.stringMatching(/since today/),
      '1 of 1 done; ∑ 3',
      '1 of 1 posts filled',
    ]);
    expect(cellsOf((await at('')).body, 'Kerala')[2]).toBe('0 of 2 done; 2 late');
    expect(cellsOf((await at('BR')).body, 'Saran').slice(0, 3)).toEqual(['2 of 2', '–', '1 of 1 done; ∑ 3']);
    expect(cellsOf((await at('220')).body, 'police-station Saran')).toEqual(['yes', '–', '1 of 1 done; ∑ 3']);
    await sql`update posting set to_on = '2026-11-20' where id = ${nation.officer('state-nodal-officer Kannur').postingId}`.execute(
      nation.admin,
    );
    expect(cellsOf((await at('')).body, 'Kerala')[3]).toBe('0 of 1 posts filled');
  });

  test('nobody reads beyond the own area; a station reads none', async () => {
    const asks = async (who: Who, place: string) => (await at(place, who)).status;
    expect(await asks('district-nodal-officer Saran', '220')).toBe(200);
    expect(await asks('district-nodal-officer Saran', '557')).toBe(422);
    expect(await asks('state-nodal-officer Saran', 'KL')).toBe(422);
    expect(await asks('ministry-official Saran', 'KL')).toBe(200);
    expect(await asks(station, '220')).toBe(403);
    expect((await at('557', 'district-nodal-officer Saran')).body).not.toContain('Kannur');
  });

  test('as CSV and JSON the same', async () => {
    const csv = await desk.get(`/directives/${id}/compliance.csv`, national);
    const rows = parse(csv.body, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find(({ place, point: one }) => place === 'BR' && one === '1')).toMatchObject({
      reached: '3',
      acknowledged: '2',
      done: '1',
      late: '0',
      figure: '3',
    });
    const json = JSON.parse((await desk.get(`/directives/${id}/compliance.json`, national)).body) as {
      rows: { place: string; point: number; vacant: number }[];
    };
    expect(json.rows).toHaveLength(rows.length);
    expect(json.rows.find(({ place, point: one }) => place === 'KL' && one === 2)?.vacant).toBe(1);
  });
});

describe('a duty kept for each child', () => {
  test('is counted since the directive’s date by place, and no office is asked', async () => {
    const story = await tellStory(nation);
    const made = await desk.post('/directives/new', { ...entered, officeKinds: ['police-station'], dated: '2026-11-19' }, national);
    const draft = made.location.split('?')[0]!;
    await desk.post(`${draft}/point`, { what: 'FIR at once', repeats: 'once', dueKind: 'none', setsDuty: 'M01' }, national);
    await desk.post(draft, { offices: '3' }, national);
    await reachEveryone((work) => nation.ask(worker, work), () => true); // prettier-ignore
    const page = async (place = '') => (await desk.get(`/directives/${draft.split('/').at(-1)}/compliance${place}`, national)).body;
    expect(cellsOf(await page(), 'Bihar')).toHaveLength(2); // not counted yet: no column
    await nation.ask(worker, countDutiesOfCases);
    const { rows } = await sql<{
      met: number;
      open: number;
    }>`select count(*) filter (where ending = 'met') as met, count(*) filter (where ending is null) as open
      from obligation where rule_id = 'M01' and record_id = ${story.missing.id}`.execute(nation.admin);
    expect(rows[0]!.met + rows[0]!.open).toBeGreaterThan(0);
    const said = [`${rows[0]!.met} done`, ...(rows[0]!.open > 0 ? [`${rows[0]!.open} open`] : [])].join('; ');
    expect(cellsOf(await page(), 'Bihar')[2]).toBe(said);
    expect(cellsOf(await page(), 'Kerala')[2]).toBe('–');
    expect(text(await page('?place=220'))).toContain(said);
    // The Ministry, which opens no record, is not told how few they are, on the page nor in the files.
    expect(rows[0]!.met + rows[0]!.open).toBeLessThan(5);
    const url = `/directives/${draft.split('/').at(-1)}/compliance`;
    const told = (await desk.get(url, 'ministry-official Saran')).body;
    expect([text(told).includes(said), cellsOf(told, 'Bihar')[2]?.includes('fewer than 5')]).toEqual([false, true]);
    for (const file of ['.csv', '.json'])
      expect([(await desk.get(url + file, 'ministry-official Saran')).body.includes('<5'), (await desk.get(url + file, national)).body.includes('<5')]).toEqual([true, false]); // prettier-ignore
    const before = await sql`select counted_at from directive_case`.execute(nation.admin);
    nation.clock.later(0.5);
    await nation.ask(worker, countDutiesOfCases);
    expect((await sql`select counted_at from directive_case`.execute(nation.admin)).rows).toEqual(before.rows);
    nation.clock.later(1);
    await nation.ask(worker, countDutiesOfCases);
    expect((await sql`select counted_at from directive_case`.execute(nation.admin)).rows).not.toEqual(before.rows);
  });
});

describe('the public', () => {
  test('reads text, source and the standing of each State, and no office or officer', async () => {
    const list = await street.get('/directives');
    expect(list.body).toContain(`/directives/${id}`);
    const { status, body } = await street.get(`/directives/${id}`);
    expect(status).toBe(200);
    expect(text(body)).toContain('Bihar Acknowledged by 2 of 3 offices Point 1: 1 of 1 done');
    expect(text(body)).toContain('Kerala Acknowledged by 0 of 5 offices Point 1: 0 of 2 done; 2 late');
    expect(body).toContain('the text of the original was not seen');
    for (const word of ['Saran', 'Officer', 'Hung up']) expect(body).not.toContain(word);
    expect((await street.get('/directives', '', 'hi')).body).toContain('न्यायालय का आदेश');
  });

  test('of one for officers alone, and of none, it is told the same', async () => {
    const made = await desk.post('/directives/new', { ...entered, audience: 'offices' }, national);
    const draft = made.location.split('?')[0]!;
    await desk.post(draft, { offices: '8' }, national);
    const hidden = draft.split('/').at(-1)!;
    expect((await desk.get(`/directives/${hidden}`, station)).status).toBe(200); // control
    expect([(await street.get(`/directives/${hidden}`)).status, (await street.get('/directives')).body.includes(hidden)]).toEqual([
      404,
      false,
    ]);
    expect((await street.get('/directives/01930000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  test('learns that what it found is in force no more, and why', async () => {
    const wrong = await desk.post(`/directives/${id}/end`, { how: 'superseded', reason: 'Newer' }, national);
    expect([wrong.status, wrong.body.includes('Choose the directive that supersedes it')]).toEqual([422, true]);
    expect((await desk.get(`/directives/${id}/end`, national)).status).toBe(200);
    expect((await desk.post(`/directives/${id}/end`, { how: 'withdrawn', reason: 'Overtaken by events' }, national)).status).toBe(303);
    expect(await desk.get(`/directives/${id}/end`, national)).toMatchObject({ status: 303, location: `/directives/${id}` });
    expect(text((await street.get(`/directives/${id}`)).body)).toContain('Withdrawn on');
    expect((await street.get(`/directives/${id}`)).body).toContain('Overtaken by events');
  });
});
