// What falls to an empty chair: the alert and the late duty are the next level's at once; and who left a post yesterday acknowledges nothing for it today.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { viewOf } from '../../../tests/database/view.ts';
import { tellStory } from '../../../tests/security/story.ts';
import { routesOf } from '../../apps/desk.ts';
import { tellNext } from '../intimations/index.ts';
import { responsibleOffices } from '../officers/index.ts';
import { loadHome } from '../obligations/home.ts';
import { type Day, dayOf, instantAt } from '../../kernel/time.ts';

let nation: Nation;
let desk: TestDoor;
const district: Who = 'district-nodal-officer Saran';
const state: Who = 'state-nodal-officer Saran';
const national: Who = 'national-nodal-officer Saran';
const officeOf = (who: Who) => nation.officer(who).officeId;
const yesterday = '2026-11-23' as Day;

const leave = (who: Who, on: Day) =>
  sql`update posting set to_on = ${on} where id = ${nation.officer(who).postingId}`.execute(nation.admin);

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await sql`update office set telephone = '0612-5550' || lpad(district_code, 4, '0') where kind = 'district-nodal'`.execute(nation.admin);
  await sql`update office set telephone = '0612-55509999' where kind = 'state-nodal'`.execute(nation.admin);
  await leave(district, yesterday);
  await tellStory(nation); // a girl of Saran
  while (await nation.ask(worker, tellNext)); // to whoever is on duty
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = noon;
});

test('an alert for a vacant post is the State’s own at once, kept for the next officer, and sent to no empty room', async () => {
  const { rows } = await sql<{ officeId: string; insteadOf: string | null }>`select office_id, instead_of from alert`.execute(nation.admin);
  const insteadOf = new Map(rows.map((row) => [row.officeId, row.insteadOf]));
  expect(insteadOf.get(officeOf(state))).toBe(officeOf(district));
  expect([insteadOf.has(officeOf(district)), insteadOf.get(officeOf(national))]).toEqual([true, null]);
  const key = (telephone: string) => nation.tools('worker').keyedHash(telephone);
  const sent = async (telephone: string) =>
    (
      await sql<{ n: number }>`select count(*) as n from message where template = 'nodalAlert' and to_key = ${key(telephone)}`.execute(
        nation.admin,
      )
    ).rows[0]!.n;
  expect([await sent('0612-55500220'), await sent('0612-55509999')]).toEqual([0, 1]);
  expect((await desk.get('/alerts', state)).body).toContain('district-nodal Saran is vacant: this alert is yours as well.');
  expect((await desk.get('/alerts', national)).body).not.toContain('is vacant');
});

test('a new duty goes past the vacant post to begin with, of another district not', async () => {
  const seat = async (station: Who, districtCode: string, stateCode: string) =>
    nation.ask(state, async (context) => {
      const [bearerOf] = await responsibleOffices(context, [{ districtCode, stateCode, recordOfficeId: officeOf(station) }]);
      return (['district-nodal-officer', 'district-magistrate', 'portal'] as const).map((actor) => bearerOf!(actor).kind);
    });
  expect(await seat('investigating-officer Saran', '220', 'BR')).toEqual(['state-nodal', 'state-nodal', 'national-nodal']);
  expect(await seat('investigating-officer Kannur', '557', 'KL')).toEqual(['district-nodal', 'district-nodal', 'national-nodal']);
});

test('a late duty whose ladder stands at the vacant post is on the State’s first page at once, before its own step', async () => {
  const steps = sql`escalates_to = '{district-nodal-officer,state-nodal-officer}', escalates_at = array[${instantAt(yesterday, '10:00')}, ${instantAt('2026-12-10' as Day, '10:00')}]::timestamptz[],
    late_after = ${instantAt(yesterday, '10:00')}, due_at = ${instantAt(yesterday, '10:00')}`;
  await sql`update obligation set ${steps} where rule_id = 'M07'`.execute(nation.admin);
  const escalated = async (who: Who) =>
    nation.ask(who, async (context) => {
      const home = await loadHome({ ...context, view: viewOf(context) }, nation.officer(who), 'all');
      return home.escalated.some(({ key }) => key.includes(' M07 '));
    });
  expect(await escalated(state)).toBe(true);
  expect(await escalated(national)).toBe(false); // not past a State whose officer is there
  await sql`insert into posting (id, officer_id, office_id, role, from_on) values (gen_random_uuid(), ${nation.officer('auditor Saran').officerId}, ${officeOf(district)},
    'district-nodal-officer', ${dayOf(noon)})`.execute(nation.admin);
  expect(await escalated(state)).toBe(false); // control: somebody is there to be told first
});

test('a duty the post owed before it fell vacant is the next level’s own at once; while it is filled, not', async () => {
  const ofState = async (): Promise<boolean> =>
    nation.ask(state, async (context) => {
      const home = await loadHome({ ...context, view: viewOf(context) }, nation.officer(state), 'all');
      return home.duties.some(({ key }) => key.includes(' M07 '));
    });
  await sql`update obligation set office_id = ${officeOf(district)} where rule_id = 'M07'`.execute(nation.admin);
  const { rows } = await sql<{ id: string }>`select id from posting where office_id = ${officeOf(district)} and to_on is null`.execute(
    nation.admin,
  );
  expect(await ofState()).toBe(false); // the test before has filled the post
  nation.clock.now = instantAt('2026-11-26' as Day, '12:00');
  await sql`update posting set to_on = '2026-11-24' where id = ${rows[0]!.id}`.execute(nation.admin);
  expect(await ofState()).toBe(true);
});

test('the State’s page counts the empty chair as the appointing authority’s breach, with its days', async () => {
  const dcpu: Who = 'juvenile-police-head Saran';
  await leave(dcpu, yesterday);
  const { body } = await desk.get('/nodal-officers?state=BR&kind=all', 'auditor Saran');
  expect(body).toContain('vacant since 24 Nov 2026, day 1.');
  expect(body.replaceAll(/<[^>]+>/g, '')).toMatch(/A breach of the appointing authority, [A-Z][^(]+\(M17\.2\)/);
  const kerala = await desk.get('/nodal-officers?state=KL', 'auditor Saran');
  expect(kerala.body).not.toContain('breach');
});

test('an officer whose posting ended acknowledges no alert of that office, though still signed in', async () => {
  nation.clock.now = instantAt('2026-11-24' as Day, '23:55');
  const signedIn = async (who: Who) => (await desk.post('/sign-in/demo', { postingId: nation.officer(who).postingId })).cookies;
  const [gone, stays] = [await signedIn(state), await signedIn(national)];
  const alertOf = async (who: Who) =>
    (
      await sql<{
        id: string;
        acknowledgedAt: string | null;
      }>`select id, acknowledged_at from alert where office_id = ${officeOf(who)}`.execute(nation.admin)
    ).rows[0]!;
  await leave(state, '2026-11-24' as Day);
  expect((await desk.get('/alerts', gone)).status).toBe(200); // the last day is still one in post
  nation.clock.now = instantAt('2026-11-25' as Day, '00:05');
  const answer = async (who: Who, cookies: Record<string, string>) => {
    const { status, location } = await desk.post(`/alerts/${(await alertOf(who)).id}/acknowledge`, {}, cookies);
    return [status, location.split('?')[0], (await alertOf(who)).acknowledgedAt !== null];
  };
  expect(await answer(state, gone)).toEqual([303, '/sign-in', false]);
  expect(await answer(national, stays)).toEqual([303, '/alerts', true]); // control: ten minutes later, same midnight, still in post
  const { rows } = await sql<{
    kind: string;
  }>`select kind from sign_of_life where posting_id = ${nation.officer(national).postingId}`.execute(nation.admin);
  expect(rows).toEqual([{ kind: 'alert' }]);
});
