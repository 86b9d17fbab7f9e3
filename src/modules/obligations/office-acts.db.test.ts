// What an officer does about what the office owes as an office: the same acts as on a child's duty, seen by the chain above, and no other office's to do.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, addHours, instantAt } from '../../kernel/time.ts';
import { openPeriods } from '../journals/index.ts';
import { actOnDuty } from './acts.ts';
import { type ActDraft, dutyParam } from './form.ts';
import { dutiesOfJournal } from './office-duty-store.ts';
import { tellOffices } from './tick.ts';

let nation: Nation;
let desk: TestDoor;
const chair: Who = 'cwc-chairperson Saran';
const member: Who = 'cwc-member Saran';
const magistrate: Who = 'district-nodal-officer Saran';
const state: Who = 'state-nodal-officer Saran';
const committee = () => nation.officer(chair).officeId;
/** The first quarter of 2027: due on 16 April, then on the Magistrate's desk, from 30 April on the State's. */
const late = instantAt('2027-04-17' as Day, '12:00');

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  for (const day of ['2027-01-01', '2027-04-01']) {
    nation.clock.now = instantAt(day as Day);
    while ((await nation.ask(worker, (context) => openPeriods(context))) > 0);
  }
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = late;
});

const dutyOf = (ruleId: string) =>
  nation.ask(worker, async (context) => (await dutiesOfJournal(context, committee())).find((one) => one.ruleId === ruleId)!);

async function act(who: Who, ruleId: string, draft: Partial<ActDraft> & Pick<ActDraft, 'act'>): Promise<string> {
  const duty = dutyParam(await dutyOf(ruleId));
  const office = { id: committee(), name: 'the Committee' };
  const answer = await nation.ask(who, (context) => actOnDuty(context, { of: 'office', office }, { duty, ...draft }));
  return isRefusal(answer) ? answer.code : 'done';
}
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(nation.admin)).rows;

describe('acknowledging', () => {
  test('stands on the list, on the office’s page and before whoever it climbed to; late stays late; it is a sign of life and is audited', async () => {
    const before = await dutyOf('C08');
    expect(await act(chair, 'C08', { act: 'acknowledge' })).toBe('done');
    expect(await dutyOf('C08')).toEqual(before);
    const seen = 'Seen by Officer cwc-chairperson, Chairperson of the Child Welfare Committee, cwc Saran, who acts: 12:00';
    for (const [path, who] of [
      ['/', chair],
      [`/returns/${committee()}`, chair],
      ['/?show=climbed', magistrate],
      [`/returns/${committee()}`, magistrate],
    ] as const)
      // prettier-ignore
      expect([path, who, (await desk.get(path, who)).body.includes(seen)]).toEqual([path, who, true]);
    const life = await rows(sql<{ kind: string }>`select kind from sign_of_life where posting_id = ${nation.officer(chair).postingId}`);
    expect(life).toEqual([{ kind: 'duty' }]);
    const audited = await rows(sql`select 1 from audit_entry where action = 'write' and record_id is null and officer_id = ${nation.officer(chair).officerId}`); // prettier-ignore
    expect(audited).toHaveLength(1);
  });

  test('by whom it climbed to, and twice by nobody', async () => {
    expect(await act(magistrate, 'C08', { act: 'acknowledge' })).toBe('done');
    expect([await act(magistrate, 'C08', { act: 'acknowledge' }), await act(chair, 'C08', { act: 'acknowledge' })]).toEqual([
      'duties.error.acknowledged',
      'duties.error.acknowledged',
    ]);
    expect(await act(member, 'C08', { act: 'acknowledge' })).toBe('done'); // a colleague’s is another’s
  });

  test.each([
    ['a station of the district', 'station-in-charge Saran', 'web.error.notFound'],
    ['another Committee', 'cwc-chairperson Kannur', 'web.error.notFound'],
    ['the Board of the district', 'jjb-magistrate Saran', 'web.error.notFound'],
    ['the protection unit, which was not told', 'child-protection-officer Saran', 'duties.error.notYours'],
    ['the State before its step', state, 'duties.error.notYours'],
  ] as const)('is refused to %s', async (_, who, code) => {
    expect(await act(who, 'C08', { act: 'acknowledge' })).toBe(code);
  });

  test('is the State’s from its step on, and before that not on its list', async () => {
    const climbed = async () =>
      /cwc Saran<\/bdi> · <span class="reference">January 2027 – March 2027/.test((await desk.get('/?show=climbed', state)).body);
    expect(await climbed()).toBe(false);
    nation.clock.now = instantAt('2027-05-02' as Day, '12:00');
    expect([await climbed(), await act(state, 'C08', { act: 'acknowledge' })]).toEqual([true, 'done']);
  });

  test('is refused of what is not nearly late', async () => {
    nation.clock.now = instantAt('2027-04-02' as Day, '12:00');
    expect(await act(chair, 'C09', { act: 'acknowledge' })).toBe('duties.error.notYet');
  });
});

test('an answer is typed on the list and read on the office’s page by whom it climbed to; there is no family to reach', async () => {
  const duty = dutyParam(await dutyOf('C09'));
  const path = `/duties/${committee()}`;
  const opened = await desk.get(`${path}?duty=${duty}&back=overdue`, chair);
  expect([opened.status, opened.body.includes('value="no-means"'), opened.body.includes('value="cannot-be-reached"')]).toEqual([200, true, false]); // prettier-ignore
  const wordless = await desk.post(path, { duty, act: 'answer', reason: 'no-means', back: 'overdue' }, chair);
  expect([wordless.status, wordless.body.includes('Say it in words')]).toEqual([422, true]);
  expect(await act(chair, 'C09', { act: 'answer', reason: 'cannot-be-reached', words: 'x' })).toBe('web.error.notAChoice');
  const said = await desk.post(
    path,
    { duty, act: 'answer', reason: 'no-means', words: 'One clerk for two districts', back: 'record' },
    chair,
  );
  expect([said.status, said.location]).toEqual([303, `/returns/${committee()}?done=duties.done.answer`]);
  expect((await desk.get(`/returns/${committee()}`, magistrate)).body).toContain(
    'No staff, vehicle or line. “One clerk for two districts”',
  );
});

describe('handing over', () => {
  test('is to a colleague of the office; never to another office, nor to an officer of elsewhere', async () => {
    const { officerId } = nation.officer(member);
    expect(await act(chair, 'C09', { act: 'hand-over', colleague: officerId })).toBe('done');
    expect((await desk.get('/', member)).body).toContain('Handed to Officer cwc-member by Officer cwc-chairperson');
    const unit = nation.officer('child-protection-officer Saran');
    expect(await act(chair, 'C09', { act: 'hand-over', colleague: unit.officerId })).toBe('duties.error.noColleague');
    expect(await act(chair, 'C09', { act: 'hand-over', office: unit.officeId, why: 'Theirs' })).toBe('duties.error.officesOwn');
  });
});

test('a reminder goes to the own office alone at its hour, twice at most, never past the next step', async () => {
  expect(await act(chair, 'C09', { act: 'remind', hours: '4' })).toBe('done');
  nation.clock.now = instantAt('2027-04-30' as Day, '22:30');
  expect(await act(chair, 'C09', { act: 'remind', hours: '2' })).toBe('duties.error.pastNextStep');
  expect(await act(chair, 'C09', { act: 'remind', hours: '1' })).toBe('done');
  nation.clock.now = instantAt('2027-05-01' as Day, '12:00');
  expect(await act(chair, 'C09', { act: 'remind', hours: '1' })).toBe('duties.error.remindedOften');
  const words = await rows(sql<{ notBefore: string; officeId: string }>`select not_before, office_id from duty_word where kind = 'reminder' order by 1`); // prettier-ignore
  expect(words).toEqual([
    { notBefore: addHours(late, 4), officeId: committee() },
    { notBefore: instantAt('2027-04-30' as Day, '23:30'), officeId: committee() },
  ]);
  expect(await nation.ask(worker, tellOffices)).toBe(1);
});

describe('at the database', () => {
  const insert = (who: Who, name: Who, ruleId: string, toOffice: string | null = null) =>
    nation.ask(who, async ({ db, now }) => {
      const { officerId, officeId, postingId, role } = nation.officer(name);
      const { rows: found } = await sql<{ id: string }>`select trigger_entry_id as id from office_obligation
        where rule_id = ${ruleId} and journal_id = ${committee()}`.execute(nation.admin);
      await sql`insert into duty_act (id, journal_id, rule_id, trigger_entry_id, kind, step, note, reason, to_office, by_officer, by_office, by_posting, by_role, at)
        values (${newId()}, ${committee()}, ${ruleId}, ${found[0]!.id}, ${toOffice ? 'handed-over' : 'answered'}, 0, 'x', ${toOffice ? null : 'other'}, ${toOffice}, ${officerId},
          ${officeId}, ${postingId}, ${role}, ${now})`.execute(db);
      return 'written';
    });

  test.each([
    ['in another’s name', member, chair],
    ['of an office out of sight', 'station-in-charge Saran', 'station-in-charge Saran'],
    ['of another Committee', 'cwc-chairperson Kannur', 'cwc-chairperson Kannur'],
  ] as const)('no act stands %s', async (_, who, name) => {
    await expect(insert(who, name, 'C13')).rejects.toMatchObject({ code: '42501' });
  });

  test('control: the Committee’s own stands, is read by whoever oversees it and by nobody else, and goes to no other office', async () => {
    expect(await insert(chair, chair, 'C13')).toBe('written');
    const seen = (who: Who) => nation.ask(who, async ({ db }) => (await sql`select 1 from duty_act where rule_id = 'C13'`.execute(db)).rows.length); // prettier-ignore
    expect([await seen(magistrate), await seen(state), await seen('station-in-charge Saran'), await seen('cwc-chairperson Kannur')]).toEqual([1, 1, 0, 0]); // prettier-ignore
    await expect(insert(chair, chair, 'C13', nation.officer(magistrate).officeId)).rejects.toMatchObject({ code: '23514' });
  });
});
