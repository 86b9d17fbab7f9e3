// How a Committee worked, month by month, and complaints about it: days of sitting, visits, thirty days; every day counted by hand.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { openPeriods } from '../journals/index.ts';

let nation: Nation;
let desk: TestDoor;
const chair: Who = 'cwc-chairperson Saran';
const magistrate: Who = 'district-nodal-officer Saran';
const state: Who = 'state-nodal-officer Saran';
const at = (day: string, time = '12:00') => void (nation.clock.now = instantAt(day as Day, time));
const saran = () => nation.officer(chair).officeId;
const open = async () => {
  while ((await nation.ask(worker, (context) => openPeriods(context))) > 0);
};
const send = (act: string, fields: Record<string, string>, who: Who = magistrate) =>
  desk.post(`/returns/${saran()}`, { act, period: '2026-Q4', ...fields }, who);
/** Of a month, or of a complaint's number: `C13 met`, the day it was due where it is of days. */
async function duties(about: string): Promise<string[]> {
  const { rows } = await sql<{
    told: string;
  }>`select b.rule_id || ' ' || coalesce(b.ending, 'open') || ' ' || to_char(b.due_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as told
    from office_obligation b join office_entry e on e.id = b.trigger_entry_id where b.journal_id = ${saran()} and b.rule_id in ('C11', 'C13', 'C14')
      and ${about} in (e.facts ->> 'period', e.facts ->> 'reference') order by 1`.execute(nation.admin);
  return rows.map(({ told }) => told);
}

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await open();
  at('2026-12-01', '09:00');
  await open();
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

test('a month that ended asks for twenty sittings and two visits; it is counted once it is over, by the chairperson alone', async () => {
  expect(await duties('2026-11')).toEqual(['C13 open 2026-12-01', 'C14 open 2026-12-01']);
  const count = { month: '2026-11', sittings: '22', visits: '1' };
  for (const who of ['cwc-member Saran', magistrate, 'cwc-chairperson Kannur'] as const)
    expect([who, [403, 404].includes((await send('worked', count, who)).status)]).toEqual([who, true]);
  expect((await send('worked', { ...count, month: '2026-12' }, chair)).body).toContain('Choose a month that is over');
  expect((await send('worked', { ...count, sittings: '31' }, chair)).status).toBe(422); // November has thirty days
  // Where the Committee keeps its calendar, the days of it count, and no other number is taken.
  const sat = await sql<{
    id: string;
  }>`insert into committee_sitting (id, cwc_id, sits_at, sits_on, bench, held_at, recorded_by, recorded_at)
    values (gen_random_uuid(), ${saran()}, '2026-11-03 11:00+05:30', '2026-11-03', 'committee', now(), ${nation.officer(chair).officerId}, now()) returning id`.execute(
    nation.admin,
  );
  expect((await send('worked', count, chair)).body).toContain('Your calendar of sittings counts no day');
  await sql`delete from committee_sitting where id = ${sat.rows[0]!.id}`.execute(nation.admin);
  expect((await send('worked', count, chair)).status).toBe(303);
  expect((await send('worked', { ...count, visits: '4' }, chair)).body).toContain('was counted before');
  expect(await duties('2026-11')).toEqual(['C13 met 2026-12-01', 'C14 open 2026-12-01']);
});

test('too little is looked at by the Magistrate, after seven days of grace late, and closed by what was found', async () => {
  const climbed = async () => (await desk.get('/', magistrate)).body.includes('Make two inspection visits in the month');
  at('2026-12-07', '23:59');
  expect(await climbed()).toBe(false);
  at('2026-12-08', '00:01');
  expect(await climbed()).toBe(true);
  const looked = { short: 'C14 2026-11', shortWords: 'The only vehicle was under repair.' };
  for (const who of [chair, state, 'district-nodal-officer Kannur'] as const)
    expect([who, [403, 404].includes((await send('shortfall', looked, who)).status)]).toEqual([who, true]);
  expect((await send('shortfall', { ...looked, short: 'C13 2026-11' })).status).toBe(422); // enough was sat
  expect((await send('shortfall', looked)).status).toBe(303);
  expect(await duties('2026-11')).toEqual(['C13 met 2026-12-01', 'C14 cancelled 2026-12-01']);
});

test('a complaint runs thirty days from the day it was received; the Committee sees its number and not its words', async () => {
  at('2026-12-20');
  const complaint = { complaint: 'K/9', complainedOn: '2026-12-15', complaintWords: 'No sitting was held on the day announced.' };
  for (const who of [chair, state, 'district-nodal-officer Kannur'] as const)
    expect([who, [403, 404].includes((await send('complain', complaint, who)).status)]).toEqual([who, true]);
  expect((await send('complain', complaint)).status).toBe(303);
  expect((await send('complain', complaint)).body).toContain('a complaint of that number already');
  expect(await duties('K/9')).toEqual(['C11 open 2027-01-14']);
  const pageOf = async (who: Who) => (await desk.get(`/returns/${saran()}`, who)).body;
  expect([(await pageOf(magistrate)).includes('day announced'), (await pageOf(state)).includes('day announced')]).toEqual([true, true]);
  const own = await pageOf(chair);
  expect([own.includes('complaint about a Committee: K/9'), own.includes('day announced')]).toEqual([true, false]);
  const rows = (who: Who) => nation.ask(who, async ({ db }) => (await sql`select from committee_complaint`.execute(db)).rows.length);
  expect([await rows(chair), await rows('district-nodal-officer Kannur'), await rows(magistrate)]).toEqual([0, 0, 1]);
  at('2027-01-10');
  const { rows: found } = await sql<{ id: string }>`select id from committee_complaint`.execute(nation.admin);
  const decision = { complaintId: found[0]!.id, decision: 'The days of sitting are published from now on.' };
  expect((await send('decide', { ...decision, decidedOn: '2026-12-14' })).body).toContain('received later than that');
  expect((await send('decide', { ...decision, decidedOn: '2027-01-09' })).status).toBe(303);
  expect((await send('decide', { ...decision, decidedOn: '2027-01-09' })).body).toContain('decided before');
  expect(await duties('K/9')).toEqual(['C11 met 2027-01-14']);
});

test('the database counts no month as enough that was not said to be, changes none, and takes no word in another’s name', async () => {
  at('2027-02-01', '10:00');
  await open();
  const made = (what: string, period: string) => nation.ask(chair, ({ db, now }) => sql`insert into office_entry (id, office_id, happening, facts, happened_at, recorded_at, by_officer, by_office, door)
    values (${newId()}, ${saran()}, 'office.returnMade', ${JSON.stringify({ what, period })}::jsonb, ${now}, ${now}, ${nation.officer(chair).officerId}, ${saran()}, 'desk')`.execute(db)); // prettier-ignore
  await expect(made('two-visits', '2026-11')).rejects.toMatchObject({ code: '42501' }); // one was made
  await expect(made('twenty-sittings', '2027-01')).rejects.toMatchObject({ code: '42501' }); // nobody counted
  await made('twenty-sittings', '2026-11'); // control
  const month = (office: string, officer: string) =>
    nation.ask(chair, ({ db, now }) =>
      sql`insert into committee_month values (${office}, '2026-12', 20, 2, ${officer}, ${now})`.execute(db),
    );
  await expect(month(nation.officer('cwc-member Kannur').officeId, nation.officer(chair).officerId)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(month(saran(), nation.officer('cwc-member Saran').officerId)).rejects.toMatchObject({ code: '42501' });
  await month(saran(), nation.officer(chair).officerId); // control
  for (const table of ['committee_month', 'shortfall_review', 'committee_complaint', 'complaint_decision'])
    await expect(sql`update ${sql.table(table)} set office_id = office_id`.execute(nation.admin)).rejects.toThrow(/append-only/);
});
