// What leaves: only the fields a notice allows, only while it may stand; nothing else of any child in a page, a photograph, a log, a message or a figure.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf as deskRoutesOf } from '../../src/apps/desk.ts';
import { readDescription } from '../../src/modules/children/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { metricsText } from '../../src/platform/metrics.ts';
import { type FormRoute, type Route, page } from '../../src/web/route.ts';
import { type Answered, type Asker, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { fieldsOf, validDraft } from './drafts.ts';
import { canGet, inventedPath, realPath } from './paths.ts';
import { reporterCookies } from './reporter.ts';
import { type Story, leaked, station, tellStory } from './story.ts';

let nation: Nation;
let story: Story;
let routes: Route[];
let street: TestDoor;
let desk: TestDoor;
let logged = '';

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  // The outbox shows a demonstration's messages to everybody; where people are real it does not exist.
  routes = citizenRoutesOf(nation.config).filter(({ path }) => path !== '/outbox');
  const log = openLog('debug', { write: (line: string) => void (logged += line) });
  street = await openDoor(nation, 'citizen', routes, log);
  desk = await openDoor(nation, 'desk', deskRoutesOf(nation.config), log);
});
afterAll(async () => {
  await street?.close();
  await desk?.close();
  await nation?.stop();
});

/** All that came back, without what the asker put into the address. */
const told = ({ body, bytes, headers, location }: Answered, asked: string): string =>
  [body, bytes.toString('latin1'), JSON.stringify(headers), location].join(' ').replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '').replaceAll(story.missing.reference, ''); // prettier-ignore

/** Every page and form of the door, asked in two languages, and every form sent. */
async function crawl(door: TestDoor, all: readonly Route[], who: Asker): Promise<string[]> {
  const found = new Set<string>();
  for (const route of all) {
    for (const path of [realPath(route, story), inventedPath(route)]) {
      const answers: Answered[] = [];
      if (canGet(route)) for (const language of ['en', 'hi']) answers.push(await door.get(path, who, language));
      if (route.kind === 'form')
        answers.push(await door.post(path, validDraft(fieldsOf(route as FormRoute)), who), await door.post(path, { odd: 'x' }, who));
      for (const answer of answers) for (const word of leaked(story, told(answer, path))) found.add(`${route.path}: ${word}`);
    }
  }
  for (const query of [
    'district=Saran',
    'district=Kozhikode',
    'state=BR',
    'state=KL',
    `q=${story.found.reference}`,
    `after=2030-01-01T00:00:00Z_${'z'.repeat(26)}&state=BR`,
  ]) {
    await sql`delete from notice_look`.execute(nation.admin); // each from another network
    for (const word of leaked(story, told(await door.get(`/missing?${query}`, who), query))) found.add(`/missing?${query}: ${word}`);
  }
  return [...found];
}

describe('no private word of a child leaves by the citizen door', () => {
  test('to a stranger', async () => {
    expect(story.canaries.length).toBeGreaterThan(50);
    expect(await crawl(street, routes, '')).toEqual([]);
  });

  test('to a citizen who proved another telephone', async () => {
    expect(await crawl(street, routes, await otherCitizen())).toEqual([]);
  });

  test('control: a page that shows the father’s name is noticed', async () => {
    const leaky = page({
      path: '/missing/:publicId', permission: 'anyone', audit: 'leaky', purpose: 'test',
      answer: async () => ({ kind: 'json', value: await nation.ask(station, (context) => readDescription(context, story.missing.id)) }),
    }); // prettier-ignore
    const door = await openDoor(nation, 'citizen', [leaky]);
    expect(await crawl(door, [leaky], '')).toContain('/missing/:publicId: ZqbothfatherNameQz');
    await door.close();
  });
});

async function otherCitizen(): Promise<Asker> {
  const cookies = await reporterCookies(nation, story, '+919830099999');
  await sql`update record set reporter_key = null where id = ${story.missing.id}`.execute(nation.admin);
  return cookies;
}

describe('the gate of a notice', () => {
  const pages = () => ({
    page: `/missing/${story.publicId}`,
    photograph: `/missing/${story.publicId}/photo.jpg`,
    district: '/missing?district=Saran',
    state: '/missing?state=BR',
  });
  const set = (change: ReturnType<typeof sql>) => change.execute(nation.admin);
  const allow = (fields: string[]) =>
    set(
      sql`update notice set fields = ${fields}::text[], photograph_id = (select id from photograph where record_id = ${story.missing.id} limit 1), photograph_name = 'a'`,
    );
  const allFields = ['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen'];

  test.each(allFields)('an order for all but "%s" shows all but that', async (field) => {
    const shows: Record<string, () => Promise<boolean>> = {
      name: async () => (await street.get(pages().page)).body.includes(story.publicName),
      clothing: async () => (await street.get(pages().page)).body.includes('ZqmissingclothingQz'),
      photograph: async () => (await street.get(pages().photograph)).status === 200,
      lastSeen: async () => (await street.get(pages().page)).body.includes('Saran'),
      age: async () => /\b9\b/.test((await street.get(pages().page)).body.replace(/<[^>]*>/g, ' ')),
      sex: async () => /\bgirl\b/i.test((await street.get(pages().page)).body.replace(/<[^>]*>/g, ' ')),
    };
    await allow(allFields);
    expect([field, await shows[field]!()]).toEqual([field, true]); // control: with the field in the order it is shown
    await allow(allFields.filter((each) => each !== field));
    expect([field, await shows[field]!()]).toEqual([field, false]);
    await allow(['name', 'age', 'lastSeen']);
  });

  test('a place lists a notice only while the order tells the place; the notice follows its record to another district', async () => {
    const listedIn = async (): Promise<string[]> => {
      const places: string[] = [];
      for (const place of ['Saran', 'Kozhikode'])
        if ((await street.get(`/missing?district=${place}`)).body.includes(story.publicId)) places.push(place);
      return places;
    };
    const move = (to: string) =>
      set(sql`update record set district_code = (select code from district where name = ${to}) where id = ${story.missing.id}`);
    await allow(['name', 'lastSeen']);
    expect(await listedIn()).toEqual(['Saran']);
    await move('Kozhikode');
    expect(await listedIn()).toEqual(['Kozhikode']);
    await move('Saran');
    await allow(['name']);
    expect(await listedIn()).toEqual([]);
    await allow(['name', 'age', 'lastSeen']);
  });

  /** Where the child can still be seen: a page or photograph not gone, a list that names the notice. */
  async function stillShown(): Promise<string[]> {
    const { page: one, photograph, district, state } = pages();
    const shown: string[] = [];
    for (const url of [one, photograph]) if ((await street.get(url)).status !== 410) shown.push(url);
    for (const url of [one, district, state]) if ((await street.get(url)).body.includes(story.publicName)) shown.push(`${url}: name`);
    for (const url of [district, state]) if ((await street.get(url)).body.includes(story.publicId)) shown.push(`${url}: notice`);
    return shown;
  }

  const ends = {
    traced: [() => sql`update record set status = 'traced' where id = ${story.missing.id}`, () => sql`update record set status = 'fir-registered' where id = ${story.missing.id}`],
    closed: [() => sql`update record set closed_at = ${nation.clock.now} where id = ${story.missing.id}`, () => sql`update record set closed_at = null where id = ${story.missing.id}`],
    withdrawn: [() => sql`update notice set withdrawn_at = ${nation.clock.now}`, () => sql`update notice set withdrawn_at = null`],
    expired: [() => sql`update notice set authorised_at = '2026-11-01', expires_at = ${nation.clock.now}`, () => sql`update notice set expires_at = '2030-01-01'`],
    'linked to an offence': [() => sql`update missing_report set offence_link = true`, () => sql`update missing_report set offence_link = false`],
    'barred from contact': [() => sql`update missing_report set contact_barred = true`, () => sql`update missing_report set contact_barred = false`],
  } as const; // prettier-ignore

  test.each(Object.entries(ends))('%s: gone at once from page, photograph and lists', async (_, [end, undo]) => {
    await allow(allFields);
    expect((await stillShown()).length).toBe(7); // all of it was on show
    await set(end());
    expect(await stillShown()).toEqual([]);
    await set(undo());
  });

  test('control: a view that forgets to ask is noticed', async () => {
    const { rows } = await sql<{ text: string }>`select pg_get_viewdef('public_notice'::regclass) as text`.execute(nation.admin);
    const broken = rows[0]!.text.replace(/COALESCE\(.*?, true\) AS gone/s, 'false AS gone');
    const replace = (text: string) =>
      sql`create or replace view public_notice with (security_barrier) as ${sql.raw(text)}`.execute(nation.admin);
    await replace(broken);
    await set(ends.traced[0]());
    expect((await stillShown()).length).toBe(7);
    await set(ends.traced[1]());
    await replace(rows[0]!.text);
  });

  test('the officer’s word "traced" takes it down with the same request', async () => {
    expect((await stillShown()).length).toBe(7);
    const traced = { how: 'by-police', alive: 'yes', tracedOn: '2026-11-24', tracedAt: '11:00', where: 'ZqtracedQz' };
    expect((await desk.post(`/missing/${story.missing.reference}/traced`, traced, station)).status).toBe(303);
    expect(await stillShown()).toEqual([]);
    story.canaries.push('ZqtracedQz');
    expect(await crawl(street, routes, '')).toEqual([]);
  });
});

describe('what machines keep', () => {
  test('logs of both doors at level debug name no child, no reference and nobody’s words', async () => {
    for (const path of [
      `/missing/${story.missing.reference}`,
      `/search?q=${story.publicName}`,
      `/photographs/${story.photographName}.jpg`,
      '/nowhere/ZqmissingclothingQz',
    ])
      await desk.get(path, station);
    await desk.post('/missing/new', { 'children.0.childName': 'ZqmissingclothingQz' }, station);
    expect(logged.split('\n').length).toBeGreaterThan(100);
    expect(leaked(story, logged)).toEqual([]);
    expect(logged).not.toContain(story.publicName);
    const control: string[] = [];
    openLog('debug', { write: (line: string) => void control.push(line) }).info({ route: `/missing/${story.missing.reference}` });
    expect(leaked(story, control.join(''))).not.toEqual([]); // control: an address logged as asked would be noticed
  });

  test('messages carry no word about a child, and lie sealed', async () => {
    const { rows } = await sql<{
      row: string;
      toSealed: Buffer;
      factsSealed: Buffer;
    }>`select message::text as row, to_sealed, facts_sealed from message`.execute(nation.admin);
    expect(rows.length).toBeGreaterThan(0);
    const { unseal } = nation.tools('citizen');
    for (const { row, factsSealed, toSealed } of rows) {
      expect(unseal(factsSealed)).not.toMatch(/Zq\w+Qz|Aarohi/);
      expect(row).not.toContain(unseal(toSealed).slice(-10));
    }
  });

  test('figures are named by patterns, never by what was asked', async () => {
    const text = await metricsText();
    expect(text).toContain('/missing/:reference');
    expect(leaked(story, text)).toEqual([]);
  });
});
