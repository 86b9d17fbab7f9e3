// Every desk route by every role, held against the table of permissions; looks and refusals are written down; nobody signed in is sent to sign in.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { routesOf } from '../../src/apps/desk.ts';
import { type Role, may, roles } from '../../src/modules/officers/index.ts';
import type { OfficerActor } from '../../src/platform/context.ts';
import { type Route, page } from '../../src/web/route.ts';
import { type Answered, type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, type Who, startNation } from '../database/tools.ts';
import { tellOf } from './exchange.ts';
import { canGet, inventedPath, namesAChild, realPath } from './paths.ts';
import { type Story, home, leaked, station, tellStory } from './story.ts';

// Every route in turn: longer with each route that is added.
vi.setConfig({ testTimeout: 240_000 });

let nation: Nation;
let story: Story;
let desk: TestDoor;
let routes: Route[];
const everybody = roles.map((role): [Role, Who] => [role, `${role} Saran`]);

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  await tellOf(nation, story.missing.id);
  // Each office of Saran and of the nation is let in to all three children: what is left to refuse is the role.
  await sql`insert into record_access select r.id, o.id, 'production', ${nation.clock.now} from record r cross join office o
    where o.district_code = '220' or o.district_code is null`.execute(nation.admin);
  routes = routesOf(nation.config);
  desk = await openDoor(nation, 'desk', routes);
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const mayOpen = (route: Route, actor: OfficerActor): boolean =>
  ['anyone', 'signed-in'].includes(route.permission) || may(actor, route.permission);

const outsideTheCase = ({ role, officeKind }: OfficerActor): boolean =>
  !['jjb', 'police-station'].includes(officeKind) && role !== 'probation-officer';

/** What is wrong with the answer a role got from a route, if anything. */
function wrongIn(route: Route, actor: OfficerActor, { status }: Answered): string | null {
  const told = `${route.path} for ${actor.role}: ${status}`;
  if (status >= 500) return told;
  if (!mayOpen(route, actor)) return status === 403 ? null : told;
  if (status === 403) return told;
  // The story's photograph is of a missing child: who may see photographs, but no such report, is told there is none.
  if (route.path === '/photographs/:file' && !may(actor, 'missingReport.read')) return status === 404 ? null : told;
  // Nothing guards the story's children: no side of their pair waits for its own office to open it.
  if (route.path === '/matches/:id/open') return status === 404 ? null : told;
  // A district's post is kept by the officer of its State; to the nation's, who keeps those of the States, its forms are not there.
  if (route.permission === 'nodalPost.manage' && route.path.includes(':office'))
    return (status === 200) === (actor.reach === 'state') ? null : told;
  // What is said of a family opens in the child's own district alone, whatever ground opens the record elsewhere.
  if (route.permission.startsWith('familyCare.') && /:(reference|family)/.test(route.path))
    return status === 404 || status === 409 ? null : told;
  // A list is of the office that brought it: here the station's.
  if (route.path.includes(':list')) return (status === 200) === (actor.officeKind === 'police-station') ? null : told;
  // A draft, and the end of a directive, are of the office that issues it: here the nation's.
  if (route.path.includes(':draft') || route.path === '/directives/:directive/end')
    return (status === 200) === (actor.role === 'national-nodal-officer') ? null : told;
  // A silence is explained by the office whose duty it is: here the State's. The nation's officer explains that of the grid.
  if (route.path.includes(':silence') && actor.role === 'national-nodal-officer') return status === 404 ? null : told;
  // A case of a child in conflict with law is of the police who opened it, here the Welfare Officer’s station, its Board and its district’s probation officer; some forms of it have had their turn.
  if (route.path.includes(':proceeding')) return outsideTheCase(actor) ? (status === 404 ? null : told) : null;
  return status === 404 && actor.reach !== 'none' && route.permission !== 'signed-in' ? told : null;
}

async function walk(door: TestDoor, over: readonly Route[]): Promise<string[]> {
  const wrong: (string | null)[] = [];
  for (const route of over.filter(canGet)) {
    const asked = everybody.map(async ([, who]) => wrongIn(route, nation.officer(who), await door.get(realPath(route, story), who)));
    wrong.push(...(await Promise.all(asked)));
  }
  return wrong.filter((told) => told !== null);
}

const refusals = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from audit_entry where action = 'refused'`.execute(nation.admin)).rows[0]!.n;
/** Without what differs between any two answers: ids of requests and forms, and what was asked for. */
const bare = ({ status, body }: Answered, path: string): [number, string] => [
  status,
  body
    .replaceAll(path, '')
    .replaceAll(encodeURIComponent(path), '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ''),
];

describe('routes × roles', () => {
  test('a role opens exactly what the table of permissions allows', async () => {
    expect(await walk(desk, routes)).toEqual([]);
  });

  test('control: a door that lets everybody in is noticed', async () => {
    const open = { ...nation, tools: () => ({ ...nation.tools('desk'), may: () => true }) };
    const judging = routes.filter(({ permission }) => permission === 'match.read');
    const broken = await openDoor(open, 'desk', judging);
    expect((await walk(broken, judging)).length).toBeGreaterThan(5);
    await broken.close();
  });

  test('to whom a page is closed, a child that exists and one that does not are answered alike, and the try is written down', async () => {
    for (const route of routes.filter((each) => canGet(each) && namesAChild(each))) {
      const [, who] = everybody.find(([, each]) => !mayOpen(route, nation.officer(each)))!;
      const before = await refusals();
      const [real, invented] = [realPath(route, story), inventedPath(route)];
      expect(bare(await desk.get(real, who), real)).toEqual(bare(await desk.get(invented, who), invented));
      expect([route.path, (await refusals()) - before]).toEqual([route.path, 2]);
    }
  });

  test('to whom the child is closed, it looks like one that does not exist, and the try is written down', async () => {
    for (const route of routes.filter((each) => canGet(each) && namesAChild(each) && each.permission !== 'accessLog.read')) {
      const reaching = (reach: string) =>
        everybody.find(([, each]) => may(nation.officer(each), route.permission) && nation.officer(each).reach === reach);
      const [role] = reaching('office') ?? reaching('district')!;
      const who: Who = `${role} Kannur`;
      const before = await refusals();
      const [real, invented] = [realPath(route, story), inventedPath(route)];
      const [closed, none] = [await desk.get(`${real}?purpose=tracing`, who), await desk.get(`${invented}?purpose=tracing`, who)];
      expect([route.path, closed.status]).toEqual([route.path, 404]);
      expect(bare(closed, real)).toEqual(bare(none, invented));
      expect([route.path, (await refusals()) - before]).toEqual([route.path, 2]);
    }
  });

  test('every refused form is refused to the role, and leaves a "refused" row', async () => {
    for (const route of routes.filter((each) => each.kind === 'form')) {
      for (const [, who] of everybody.filter(([, each]) => !mayOpen(route, nation.officer(each))).slice(0, 4)) {
        const before = await refusals();
        expect([route.path, who, (await desk.post(realPath(route, story), {}, who)).status]).toEqual([route.path, who, 403]);
        expect([route.path, (await refusals()) - before]).toEqual([route.path, 1]);
      }
    }
  });

  test('a verb that asks for more than its page does is refused, and leaves a row: judging with the right to read only', async () => {
    for (const who of ['child-protection-officer Saran', 'cwc-member Saran', 'juvenile-police-head Saran'] as const) {
      const before = await refusals();
      expect((await desk.post(`/matches/${story.matchId}`, { verdict: 'same', reason: 'x', seen: 'none' }, who)).status).toBe(403);
      expect((await refusals()) - before).toBe(1);
    }
    const before = await refusals();
    expect(
      (await desk.post(`/sightings/${story.sighting.reference}`, { answer: 'nobody-there' }, 'child-protection-officer Saran')).status,
    ).toBe(404);
    expect((await refusals()) - before).toBe(1);
  });
});

describe('looking is written down', () => {
  const openPages = (all: readonly Route[]) => all.filter((route) => canGet(route) && namesAChild(route));
  const looks = async (name: string) =>
    (
      await sql<{
        n: number;
      }>`select count(*) as n from audit_entry where name = ${name} and action = 'read' and purpose <> '' and officer_id is not null
      and record_id in (${story.missing.id}, ${story.found.id}, ${story.sighting.id})`.execute(nation.admin)
    ).rows[0]!.n;

  async function unseen(door: TestDoor, all: readonly Route[]): Promise<string[]> {
    const silent: string[] = [];
    for (const route of openPages(all)) {
      const [, who] = everybody.find(([, each]) => mayOpen(route, nation.officer(each)) && nation.officer(each).reach !== 'none')!;
      const before = await looks(route.audit);
      const { status } = await door.get(realPath(route, story), who);
      if (status < 300 && (await looks(route.audit)) === before) silent.push(route.path);
    }
    return silent;
  }

  test('every page of a child’s record leaves a row with its purpose', async () => {
    expect(openPages(routes).length).toBeGreaterThan(25);
    expect(await unseen(desk, routes)).toEqual([]);
  });

  /** One of each way to see: an office's own, a district's, what was shared, a home's residents. */
  const lookers: Who[] = [station, 'cwc-chairperson Saran', 'district-nodal-officer Saran', 'juvenile-police-head Saran', home];
  const listPages = [
    '/', '/?tab=others', '/children?kind=missing', '/children?kind=found', '/children?kind=sighting', '/search?q=Aarohi', '/found/new?q=Aarohi',
    '/missing/new?name=Aarohi', '/matches', '/contradictions', '/alerts', '/sightings', '/cwc',
  ]; // prettier-ignore

  /** Records whose reference stands on the page, or whose candidate panel shows them, without a row of this very look. */
  async function unlogged(door: TestDoor, paths: readonly string[]): Promise<{ silent: string[]; shown: number }> {
    const [silent, shown] = [[] as string[], new Set<string>()];
    const last = async () =>
      (await sql<{ n: string }>`select coalesce(max(sequence), 0) as n from audit_entry`.execute(nation.admin)).rows[0]!.n;
    for (const path of paths) {
      for (const who of lookers) {
        const before = await last();
        const { status, body } = await door.get(path, who);
        if (status !== 200) continue;
        const { rows } = await sql<{ id: string }>`select distinct record_id as id from audit_entry
          where sequence > ${before} and action = 'read' and record_id is not null`.execute(nation.admin);
        const logged = new Set(rows.map(({ id }) => id));
        for (const child of [story.missing, story.found, story.sighting]) {
          if (!body.includes(child.reference) || path.includes(child.reference)) continue;
          shown.add(`${path} ${child.kind}`);
          if (!logged.has(child.id)) silent.push(`${path} shows ${who} the ${child.kind} child`);
        }
      }
    }
    return { silent, shown: shown.size };
  }

  test('every child a list or a panel shows has a row of that look', async () => {
    const { silent, shown } = await unlogged(desk, [
      ...listPages,
      `/missing/${story.missing.reference}`,
      `/found/${story.found.reference}`,
    ]);
    expect(silent).toEqual([]);
    expect(shown).toBeGreaterThan(12);
  });

  test('control: a list that names a child without a row is noticed', async () => {
    const silent = page({
      path: '/list',
      permission: 'signed-in',
      audit: 'silent',
      purpose: 'casework',
      answer: async () => ({ kind: 'json', value: story.missing.reference }),
    });
    const broken = await openDoor(nation, 'desk', [silent]);
    expect((await unlogged(broken, ['/list'])).silent.length).toBe(lookers.length);
    await broken.close();
  });

  test('a refused try at a child is found in the log of that child, one at nobody in no log', async () => {
    const triesAt = async (id: string) =>
      (await sql<{ n: number }>`select count(*) as n from audit_entry where action = 'refused' and record_id = ${id}`.execute(nation.admin))
        .rows[0]!.n;
    const before = await triesAt(story.missing.id);
    expect((await desk.get(`/missing/${story.missing.reference}?purpose=tracing`, 'investigating-officer Kannur')).status).toBe(404);
    expect((await desk.get(`/missing/${story.missing.reference}/traced`, 'home-superintendent Saran')).status).toBe(403);
    expect((await desk.get('/missing/MC-BR-2026-999999-X', 'investigating-officer Kannur')).status).toBe(404);
    expect((await triesAt(story.missing.id)) - before).toBe(2);
  });

  test('control: a page that shows a child without a row is noticed', async () => {
    const silent = page({
      path: '/missing/:reference/silent',
      permission: 'missingReport.read',
      audit: 'silent',
      purpose: 'casework',
      answer: async () => ({ kind: 'json', value: 'shown' }),
    });
    const broken = await openDoor(nation, 'desk', [silent]);
    expect(await unseen(broken, [silent])).toEqual([silent.path]);
    await broken.close();
  });
});

test('nobody signed in is sent to sign in, from every page and form', async () => {
  for (const route of routes.filter(({ permission }) => permission !== 'anyone')) {
    const asked = [
      ...(canGet(route) ? [await desk.get(realPath(route, story))] : []),
      ...(route.kind === 'form' ? [await desk.post(realPath(route, story), {})] : []),
    ];
    for (const { status, location } of asked)
      expect([route.path, status, location.startsWith('/sign-in')]).toEqual([route.path, 303, true]);
  }
});

test('a home cannot list or search the nation: no page of any kind tells it of a child elsewhere', async () => {
  const elsewhere: Who = 'home-superintendent Kannur';
  const told = async (who: Who) => {
    const asked = [
      '/',
      '/children?kind=missing',
      '/children?kind=found',
      '/children?kind=sighting',
      '/search?q=Aarohi',
      `/search?q=${story.found.reference}`,
      '/found/new?q=Aarohi',
      '/missing/new?name=Aarohi',
      '/matches',
      '/contradictions',
      '/alerts',
      '/sightings',
      '/cwc',
      '/access',
    ];
    const bodies = [];
    for (const path of asked)
      bodies.push((await desk.get(path, who)).body.replaceAll(story.found.reference, path.includes('?q=FC') ? '' : story.found.reference));
    return leaked(story, bodies.join(' '));
  };
  expect(await told(elsewhere)).toEqual([]);
  expect(await told(home)).not.toEqual([]); // control: its own child it does see
});
