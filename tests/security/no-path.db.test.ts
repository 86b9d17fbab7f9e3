// No path reveals a child in conflict with law: a whole case of a child called as the missing child of the story is told, and outside the vault nothing is another than before.
import { PassThrough } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { routesOf as citizenRoutesOf } from '../../src/apps/citizen.ts';
import { routesOf } from '../../src/apps/desk.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { roles } from '../../src/modules/officers/index.ts';
import { openLog } from '../../src/platform/log.ts';
import { type Fields, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, type Who, anyone, startNation } from '../database/tools.ts';
import { canGet, namesAChild, realPath } from './paths.ts';
import { type Story, station, tellStory } from './story.ts';

vi.setConfig({ testTimeout: 240_000 });

let nation: Nation;
let story: Story;
let desk: TestDoor;
let street: TestDoor;
const logged: string[] = [];
const police: Who = 'child-welfare-police-officer Saran';
const magistrate: Who = 'jjb-magistrate Saran';
const member: Who = 'jjb-member Saran';
const words = ['ZqvaultguardianQz', 'ZqvaultplaceQz', 'ZqvaultoffenceQz', 'ZqvaultreportQz'];

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  const stream = new PassThrough();
  stream.on('data', (line: Buffer) => logged.push(line.toString()));
  desk = await openDoor(nation, 'desk', routesOf(nation.config), openLog('debug', stream));
  street = await openDoor(nation, 'citizen', citizenRoutesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await street?.close();
  await nation?.stop();
});

/** Rows of every table outside the vault, with a digest of all that stands in it. */
async function outside(): Promise<Record<string, string>> {
  const { rows } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(nation.admin);
  const found: Record<string, string> = {};
  for (const { name } of rows)
    found[name] = (
      await sql<{
        print: string;
      }>`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${sql.table(name)} t`.execute(
        nation.admin,
      )
    ).rows[0]!.print;
  return found;
}
const changedIn = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => after[name] !== before[name]);

/** Without what differs between any two answers. */
const bare = (body: string): string => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
const outsiders = roles
  .filter(
    (role) => !['jjb-magistrate', 'jjb-member', 'station-in-charge', 'child-welfare-police-officer', 'probation-officer'].includes(role),
  )
  .map((role): Who => `${role} Saran`);

/** These differ from one moment to the next: a riddle for a device, a workbook’s own clock, and the log of these very looks. */
const unlike = /^\/access|passkey|\.xlsx$/;

/** Every page there is, outside the vault as everybody sees it, and of the vault as those see it whom no case lets in. */
async function everyPage(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const paths = routesOf(nation.config)
    .filter((route) => canGet(route) && !unlike.test(route.path))
    .filter((route) => !route.path.includes(':proceeding'))
    .map((route) => realPath(route, story));
  const searched = [
    '/search?q=Aarohi',
    `/search?q=${words[0]}`,
    '/found/new?q=Aarohi',
    '/missing/new?name=Aarohi',
    '/children?kind=missing',
    '/children?kind=found',
  ];
  for (const path of [...paths, ...searched])
    await Promise.all([...outsiders, station].map(async (who) => pages.set(`${path} ${who}`, bare((await desk.get(path, who)).body))));
  const open = citizenRoutesOf(nation.config)
    .filter((route) => canGet(route) && !namesAChild(route))
    .map(({ path }) => path);
  for (const path of open) pages.set(`citizen ${path}`, bare((await street.get(path)).body));
  return pages;
}
const differing = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after.keys()].filter((path) => after.get(path) !== before.get(path));

async function wholeCase(): Promise<string> {
  const child = { name: story.publicName, sex: 'female', guardian: words[0]!, address: words[1]! };
  const at = (await desk.post('/board/new', child, police)).location.split('?')[0]!;
  const step = async (code: string, fields: Fields, who: Who = magistrate): Promise<void> => {
    const answer = await desk.post(`${at}/${code}`, fields, who);
    expect([code, answer.status]).toEqual([code, 303]);
  };
  const bench = nation.officer(magistrate).officerId;
  await step('background', { offence: words[2]!, circumstances: 'x', family: 'x', handcuffed: 'no' }, police);
  await step('production', { gravity: 'serious', sixteen: 'no', sat: bench });
  await step('placement', {
    home: nation.officer('conflict-home-head Saran').officeId,
    place: 'observation-home',
    bench,
    nextOn: '2026-12-08',
  });
  await step(
    'social-report',
    { family: words[3]!, living: 'x', circumstances: 'x', childSays: 'x', recommendation: 'x' },
    'probation-officer Saran',
  );
  await step('gone', { remarks: 'x' }, 'conflict-home-head Saran');
  expect((await desk.post(`${at}/same-child`, { committeeReference: story.found.reference }, magistrate)).status).toBe(303);
  expect((await desk.post(`${at}/same-child`, { committeeReference: 'FC-BR-2026-999999-X' }, magistrate)).status).toBe(303);
  await step('disposal', { disposal: 'advice', reasons: 'x', bench: [bench, nation.officer(member).officerId] });
  const { rows } = await sql<{ id: string }>`select id from conflict.paper where made_at is null`.execute(nation.admin);
  await step(`papers/${rows[0]!.id}/sign`, { consent: nation.officer(member).name }, member);
  return at;
}

test('a whole case changes no row outside the vault, no page of anybody it does not let in, and no line of the log', async () => {
  for (const who of [...outsiders, station]) await desk.get(`/missing/${story.missing.reference}`, who); // who looks for the first time has read the alert
  const [pages, rows] = [await everyPage(), await outside()];
  logged.length = 0;
  const at = await wholeCase();
  // A form sent twice is known by the digest of what it said and where it led; nobody but the door reads it, and it is forgotten.
  expect(changedIn(rows, await outside())).toEqual(['idempotency_key']);
  const kept = (await sql<{ row: string }>`select i::text as row from idempotency_key i`.execute(nation.admin)).rows
    .map(({ row }) => row)
    .join();
  expect([...words, story.publicName].filter((word) => kept.includes(word))).toEqual([]);
  const lines = logged.join('');
  expect([...words, at.split('/').at(-1)!].filter((word) => lines.includes(word))).toEqual([]);
  const after = await everyPage();
  expect(after.size).toBeGreaterThan(1500);
  expect(differing(pages, after)).toEqual([]);
  // Of a Committee's record of the same child nobody learns either, and of the case's own page the tie says nothing.
  expect((await sql<{ n: number }>`select count(*) as n from conflict.same_child`.execute(nation.admin)).rows[0]!.n).toBe(1);
  expect((await desk.get(at, magistrate)).body).not.toContain(story.found.reference);
});

test('control: a found child of that name changes rows, pages and what a search finds', async () => {
  const before = await outside();
  const fields = {
    childName: story.publicName,
    ageFrom: '8',
    sex: 'female',
    foundOn: '2026-11-23',
    foundAt: '09:00',
    districtCode: '220',
    foundPlace: 'platform 2',
    broughtBy: 'police',
  };
  const list = bare((await desk.get('/children?kind=found', station)).body);
  await nation.ask(station, (context) => registerFoundChild(context, foundChildSchema.parse(fields), []));
  expect(changedIn(before, await outside()).length).toBeGreaterThan(5);
  expect(bare((await desk.get('/children?kind=found', station)).body)).not.toBe(list);
});

test('a stranger at the citizen’s door is told nothing of an address of the vault', async () => {
  for (const path of ['/board', '/board/new', '/board/cases/01930000-0000-7000-8000-000000000000'])
    expect((await street.get(path)).status).toBe(404);
  await expect(nation.ask(anyone, ({ db }) => sql`select 1 from conflict.proceeding`.execute(db))).rejects.toMatchObject({ code: '42501' });
});
