// The roster at the desk: kept by the head of an office and nobody else, gaps shown, and followed by whoever is told; quiet hours are the officer's own.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/desk.ts';
import { rolesThatMay } from '../officers/index.ts';
import { MOST_QUIET_HOURS } from './form.ts';
import { intimate, tellNext } from './index.ts';

let nation: Nation;
let desk: TestDoor;
const head: Who = 'station-in-charge Saran';
const night: Who = 'duty-officer Saran';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(nation.admin);
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

const turn = (change: Record<string, string | string[]> = {}) => ({
  officerId: nation.officer(night).officerId as string,
  weekdays: ['1', '2', '3', '4', '5', '6', '7'],
  from: '20:00',
  to: '08:00',
  fromOn: '2026-11-24',
  ...change,
});

async function toldFirst(id: string): Promise<string | null> {
  const { officeId } = nation.officer(head);
  const facts = { reference: 'MC-BR-2026-000001-R', office: 'PS Saran', link: 'https://desk.example/alerts' };
  const about = { kind: 'roster', id, recordId: null };
  await nation.ask(worker, (context) => intimate(context, { officeId, template: 'nodalAlert', facts, alarm: true, about }));
  while (await nation.ask(worker, tellNext));
  const { rows } = await sql<{
    officer: string;
  }>`select a.officer_id as officer from intimation_attempt a join intimation i on i.id = a.intimation_id
    where i.about_id = ${id} and a.channel <> 'in-app' order by a.at, a.id limit 1`.execute(nation.admin);
  return rows[0]?.officer ?? null;
}

test('the database and the table of roles name the same heads', async () => {
  const { rows } = await sql<{ roles: string[] }>`select roster_roles() as roles`.execute(nation.admin);
  expect(rows[0]!.roles.toSorted()).toEqual(rolesThatMay('roster.manage').toSorted());
});

test('without a roster the next 24 hours are one gap, in red, and the head is told', async () => {
  const { body } = await desk.get('/roster', head);
  expect(body).toMatch(/class="late">[^<]*<strong>nobody on duty/);
  expect(await toldFirst('before')).toBe(nation.officer(head).officerId);
});

test('a turn added by the head is shown and followed, through the night only', async () => {
  expect((await desk.post('/roster', turn(), head)).location).toContain('/roster');
  const { body } = await desk.get('/roster', head);
  expect(body).toContain(`Officer duty-officer`);
  expect(body).toContain('20:00 to 08:00');
  expect(body).toMatch(/<strong>nobody on duty/); // 12:00 to 20:00
  expect(await toldFirst('day')).toBe(nation.officer(head).officerId);
  nation.clock.later(14); // 02:00
  expect(await toldFirst('night')).toBe(nation.officer(night).officerId);
  nation.clock.now = noon;
});

test('what is wrong is said at its field, what was typed stays; an officer of another office is not rostered', async () => {
  const wrong = await desk.post('/roster', turn({ to: '20:00', weekdays: [] }), head);
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('Tick at least one day.')]);
  const stranger = await desk.post('/roster', turn({ officerId: nation.officer('duty-officer Kannur').officerId }), head);
  expect([stranger.status, stranger.body]).toEqual([422, expect.stringContaining('holds no post at your office today')]);
});

test('nobody but the head keeps it: not by the page, not by a statement', async () => {
  expect((await desk.get('/roster', night)).status).toBe(403);
  const attack = nation.ask(night, ({ db, now }) => {
    const { officeId, officerId } = nation.officer(night);
    return sql`insert into duty_turn (id, office_id, officer_id, weekdays, from_time, to_time, from_on, recorded_by, recorded_at)
      values (gen_random_uuid(), ${officeId}, ${officerId}, '{1}', '01:00', '02:00', '2026-11-24', ${officerId}, ${now})`.execute(db);
  });
  await expect(attack).rejects.toMatchObject({ code: '42501' });
  const { rows } = await sql<{ id: string }>`select id from duty_turn limit 1`.execute(nation.admin);
  const elsewhere = await desk.post('/roster/end', { turn: rows[0]!.id }, 'station-in-charge Kannur');
  expect(elsewhere.body).toContain('has ended already');
  expect((await desk.post('/roster/end', { turn: rows[0]!.id }, head)).location).toContain('/roster'); // control
  expect((await desk.get('/roster', head)).body).toContain('No turn yet.');
});

test('quiet hours are set, shown, and taken away by their officer', async () => {
  expect((await desk.post('/account/quiet-hours', { from: '22:00', to: '06:00' }, night)).location).toContain('/account');
  expect((await desk.get('/account/quiet-hours', night)).body).toContain('Your quiet hours: 22:00 to 06:00.');
  expect((await desk.get('/account/quiet-hours', head)).body).toContain('You have no quiet hours.');
  expect((await desk.post('/account/quiet-hours', { from: '22:00' }, night)).body).toContain('Give both times, or neither.');
  const nearlyAlways = await desk.post('/account/quiet-hours', { from: '06:00', to: '05:59' }, night);
  expect([nearlyAlways.status, nearlyAlways.body.includes('Quiet hours last twelve hours at most.')]).toEqual([422, true]);
  const bare = (from: string, to: string) =>
    nation.ask(night, ({ db, now }) =>
      sql`insert into quiet_hours values (${nation.officer(night).officerId}, ${from}, ${to}, ${now})
        on conflict (officer_id) do update set from_time = excluded.from_time, to_time = excluded.to_time`.execute(db),
    );
  for (const [from, to] of [['06:00', '05:59'], ['20:00', '08:01'], ['08:00', '20:01']] as const)
    await expect(bare(from, to)).rejects.toThrow(/quiet_hours_bounded/); // prettier-ignore
  for (const [from, to] of [
    ['20:00', '08:00'],
    [`${24 - MOST_QUIET_HOURS - 4}:00`, '20:00'],
  ] as const)
    await bare(from, to); // control: twelve hours to the minute
  await desk.post('/account/quiet-hours', {}, night);
  expect((await desk.get('/account/quiet-hours', night)).body).toContain('You have no quiet hours.');
});
