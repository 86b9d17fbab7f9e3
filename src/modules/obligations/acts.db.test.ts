// What an officer does about a late duty: seen, answered, handed over, put off; each refused where it is not theirs, not now, or once too often.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routesOf } from '../../apps/desk.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Story, tellStory } from '../../../tests/security/story.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, addHours, instantAt } from '../../kernel/time.ts';
import { inContext } from '../../platform/context.ts';
import { peekRecord } from '../children/index.ts';
import { actOnDuty } from './acts.ts';
import { listedOfRecord } from './desk-store.ts';
import { type ActDraft, dutyParam } from './form.ts';
import { ownedObligations } from './projection.ts';
import { obligationsOfRecord } from './store.ts';

let nation: Nation;
let story: Story;
let desk: TestDoor;
const station: Who = 'investigating-officer Saran';
const inCharge: Who = 'station-in-charge Saran';
const unit: Who = 'juvenile-police-head Saran';
const nodal: Who = 'district-nodal-officer Saran';
const elsewhere: Who = 'juvenile-police-head Kannur';

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = noon;
});

const dutyOf = async (ruleId: string) =>
  nation.ask(worker, async (context) => (await listedOfRecord(context, story.missing.id)).find((one) => one.ruleId === ruleId)!);

async function act(who: Who, ruleId: string, draft: Partial<ActDraft> & Pick<ActDraft, 'act'>): Promise<string> {
  const duty = dutyParam(await dutyOf(ruleId));
  const answer = await nation.ask(who, async (context) =>
    actOnDuty(
      context,
      { of: 'record', record: (await peekRecord(context, { id: story.missing.id })) ?? story.missing },
      { duty, ...draft },
    ),
  );
  return isRefusal(answer) ? answer.code : 'done';
}

const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(nation.admin)).rows;
const count = async (ruleId: string): Promise<number> =>
  (await rows(sql<{ n: number }>`select count(*) as n from duty_act where rule_id = ${ruleId} and kind <> 'answered'`))[0]!.n;

describe('acknowledging', () => {
  test('stands with name, post and time on the record and the list; late stays late; the chain sees it; it is a sign of life', async () => {
    const before = await dutyOf('M07');
    expect(await act(unit, 'M07', { act: 'acknowledge' })).toBe('done'); // told as it climbed
    expect(await act(inCharge, 'M07', { act: 'acknowledge' })).toBe('done'); // owes it
    expect(await dutyOf('M07')).toEqual(before);
    const seen = 'Seen by Officer station-in-charge, Officer in charge of the station, police-station Saran, who acts: 12:00';
    expect((await desk.get(`/missing/${story.missing.reference}`, station)).body).toContain(seen);
    expect((await desk.get('/?show=overdue', inCharge)).body).toContain(seen);
    expect((await desk.get('/?show=climbed', unit)).body).toContain(seen);
    const life = await rows(sql<{ kind: string }>`select kind from sign_of_life where posting_id = ${nation.officer(unit).postingId}`);
    expect(life).toEqual([{ kind: 'duty' }]);
    const audited = await rows(sql<{
      n: number;
    }>`select count(*) as n from audit_entry where action = 'write' and record_id = ${story.missing.id}
      and officer_id = ${nation.officer(inCharge).officerId}`);
    expect(audited[0]!.n).toBe(1);
  });

  test('twice by one officer is refused; a colleague’s is another’s', async () => {
    expect(await act(inCharge, 'M07', { act: 'acknowledge' })).toBe('duties.error.acknowledged');
    expect(await act(station, 'M07', { act: 'acknowledge' })).toBe('done');
  });

  test('is refused to an office that neither owes the duty nor was told of it, and stores nothing', async () => {
    const before = await count('M07');
    expect(await act('cwc-member Saran', 'M07', { act: 'acknowledge' })).toBe('duties.error.notYours');
    expect(await act(elsewhere, 'M07', { act: 'acknowledge' })).toBe('web.error.notFound');
    expect(await count('M07')).toBe(before);
  });

  test('is refused of a duty that is neither late nor nearly, and of one that ended', async () => {
    expect(await act(station, 'M11', { act: 'acknowledge' })).toBe('duties.error.notYet');
    expect(await act(station, 'M05', { act: 'acknowledge' })).toBe('duties.error.ended');
  });

  test('after transfer is refused in words, from a session that still stands, and at the database too', async () => {
    const { postingId } = nation.officer(station);
    await sql`alter table posting disable trigger posting_is_history`.execute(nation.admin);
    await sql`update posting set to_on = '2026-11-23' where id = ${postingId}`.execute(nation.admin);
    expect(await act(station, 'M09', { act: 'acknowledge' })).toBe('duties.error.postEnded');
    const duty = await dutyOf('M09');
    const page = await desk.post(`/duties/${story.missing.reference}`, { duty: dutyParam(duty), act: 'acknowledge' }, station);
    expect([page.status, page.body.includes('You no longer hold this post at police-station Saran')]).toEqual([422, true]);
    const insert = () =>
      nation.ask(station, ({ db, now }) => {
        const { officerId, officeId, role } = nation.officer(station);
        return sql`insert into duty_act (id, record_id, rule_id, trigger_entry_id, kind, step, by_officer, by_office, by_posting, by_role, at)
          values (${newId()}, ${duty.recordId}, ${duty.ruleId}, ${duty.triggerEntryId}, 'acknowledged', 0, ${officerId}, ${officeId}, ${postingId}, ${role}, ${now})`.execute(
          db,
        );
      });
    await expect(insert()).rejects.toMatchObject({ code: '42501' });
    await sql`update posting set to_on = null where id = ${postingId}`.execute(nation.admin);
    await insert(); // control: back in post
    await sql`alter table posting enable trigger posting_is_history`.execute(nation.admin);
  });
});

test('whose posting ended overnight, still signed in, is told so at the sign-in, and nothing was done', async () => {
  nation.clock.now = instantAt('2026-11-24' as Day, '23:55');
  const signedIn = async (who: Who) => (await desk.post('/sign-in/demo', { postingId: nation.officer(who).postingId })).cookies;
  const [gone, stays] = [await signedIn('duty-officer Saran'), await signedIn('child-welfare-police-officer Saran')];
  const { postingId } = nation.officer('duty-officer Saran');
  await sql`update posting set to_on = '2026-11-24' where id = ${postingId}`.execute(nation.admin);
  nation.clock.now = instantAt('2026-11-25' as Day, '00:05');
  const fields = { duty: dutyParam(await dutyOf('M09')), act: 'acknowledge' };
  const path = `/duties/${story.missing.reference}`;
  const before = await count('M09');
  const refused = await desk.post(path, fields, gone);
  expect([refused.status, refused.location.split('?')[0], await count('M09')]).toEqual([303, '/sign-in', before]);
  expect((await desk.get(refused.location)).body).toContain('you no longer hold the post you signed in with');
  expect((await desk.get((await desk.get('/')).location)).body).not.toContain('you no longer hold the post'); // a stranger lost nothing
  expect([(await desk.post(path, fields, stays)).location, await count('M09')]).toEqual(['/?done=duties.done.acknowledge', before + 1]); // control: still in post
  await sql`alter table posting disable trigger posting_is_history`.execute(nation.admin);
  await sql`update posting set to_on = null where id = ${postingId}`.execute(nation.admin);
  await sql`alter table posting enable trigger posting_is_history`.execute(nation.admin);
});

test('an answer says what hinders, coded and in words; what was typed comes back where words are missing', async () => {
  const path = `/duties/${story.missing.reference}`;
  const duty = dutyParam(await dutyOf('M06'));
  const opened = await desk.get(`${path}?duty=${duty}&back=overdue`, station);
  expect([opened.status, opened.body.includes('Say what hinders'), opened.body.includes(`id="duty-${duty}"`)]).toEqual([200, true, true]);
  const wordless = await desk.post(path, { duty, act: 'answer', reason: 'awaiting-authority', back: 'overdue' }, station);
  expect([wordless.status, wordless.body.includes('Say it in words'), /value="awaiting-authority" selected/.test(wordless.body)]).toEqual([
    422,
    true,
    true,
  ]);
  expect(wordless.body).toContain(`action="${path}?duty=${encodeURIComponent(duty)}&amp;back=`); // the line stays open in another language too
  const said = await desk.post(
    path,
    { duty, act: 'answer', reason: 'awaiting-authority', words: 'The railway has the film', back: 'overdue' },
    station,
  );
  expect([said.status, said.location]).toEqual([303, '/?show=overdue&done=duties.done.answer']);
  const list = await desk.get('/?show=overdue', station);
  expect(list.body).toContain('Another authority has to act first. “The railway has the film”');
  expect((await desk.get(`/missing/${story.missing.reference}`, nodal)).body).toContain('The railway has the film');
});

describe('handing over', () => {
  test('to a colleague in post, by name; not to an officer of elsewhere', async () => {
    const colleague = nation.officer('duty-officer Saran').officerId;
    expect(await act(station, 'M09', { act: 'hand-over', colleague })).toBe('done');
    expect(await act(station, 'M09', { act: 'hand-over', colleague: nation.officer(elsewhere).officerId })).toBe(
      'duties.error.noColleague',
    );
    expect((await desk.get('/', inCharge)).body).toContain('Handed to Officer duty-officer by Officer investigating-officer');
  });

  test('to an authority of the district moves who owes it, never its clock or ladder; and rebuilt it is the same', async () => {
    const before = await dutyOf('M09');
    const to = nation.officer(unit).officeId;
    expect(await act(station, 'M09', { act: 'hand-over', office: to, why: 'The unit sends these' })).toBe('done');
    const after = await dutyOf('M09');
    expect([after.officeId, after.lateAfter, after.escalatesAt, after.dueAt]).toEqual([
      to,
      before.lateAfter,
      before.escalatesAt,
      before.dueAt,
    ]);
    const [stored, rebuilt] = await nation.ask(worker, async (context) => [
      await obligationsOfRecord(context, story.missing.id),
      await ownedObligations(context, (await peekRecord(context, { id: story.missing.id }))!),
    ]);
    const byKey = (duties: readonly { ruleId: string; officeId: string; nextAt: string | null }[]) =>
      Object.fromEntries(duties.map(({ ruleId, officeId, nextAt }) => [ruleId, [officeId, nextAt]]));
    expect(byKey(stored!)).toEqual(byKey(rebuilt!));
    expect((await desk.get('/?show=overdue', unit)).body).toContain('legal-services');
    expect(await act(station, 'M09', { act: 'hand-over', office: to, why: 'again' })).toBe('duties.error.notYours');
    const word = await rows(sql<{ officeId: string }>`select office_id from duty_word where kind = 'handed-over'`);
    expect(word).toEqual([{ officeId: to }]);
  });

  test('to another district, or to a post nobody holds, is refused; after three times the ladder decides', async () => {
    const office = (who: Who) => nation.officer(who).officeId;
    const hand = (from: Who, to: Who) => act(from, 'M09', { act: 'hand-over', office: office(to), why: 'Theirs' });
    expect(await hand(unit, elsewhere)).toBe('duties.error.noSuchOffice');
    await sql`alter table posting disable trigger posting_is_history`.execute(nation.admin);
    const { postingId } = nation.officer('child-protection-officer Saran');
    await sql`update posting set to_on = '2026-11-23' where id = ${postingId}`.execute(nation.admin);
    expect(await hand(unit, 'child-protection-officer Saran')).toBe('duties.error.noSuchOffice');
    await sql`update posting set to_on = null where id = ${postingId}`.execute(nation.admin);
    await sql`alter table posting enable trigger posting_is_history`.execute(nation.admin);
    expect(await hand(unit, 'child-protection-officer Saran')).toBe('done'); // control: the post is filled
    expect(await hand('child-protection-officer Saran', station)).toBe('done'); // back to who holds the record
    expect(await hand(station, unit)).toBe('duties.error.handedOften');
  });
});

describe('a reminder', () => {
  test('ends before the next step of the ladder, and is given twice', async () => {
    const duty = await dutyOf('M06');
    const step = instantAt('2026-11-24' as Day, '12:00');
    await sql`update obligation set escalates_at = array[${addHours(step, 1.5)}]::timestamptz[], escalates_to = '{superintendent-of-police}' where rule_id = 'M06'`.execute(
      nation.admin,
    );
    expect(await act(station, 'M06', { act: 'remind', hours: '2' })).toBe('duties.error.pastNextStep');
    expect(await act(station, 'M06', { act: 'remind', hours: '1' })).toBe('done');
    await sql`update obligation set escalates_at = '{}', escalates_to = '{}' where rule_id = 'M06'`.execute(nation.admin);
    expect(await act(station, 'M06', { act: 'remind', hours: '4' })).toBe('done');
    expect(await act(station, 'M06', { act: 'remind', hours: '4' })).toBe('duties.error.remindedOften');
    expect(await act(inCharge, 'M06', { act: 'remind', hours: '4' })).toBe('duties.error.remindedOften'); // the office's, not the officer's
    expect((await dutyOf('M06')).lateAfter).toBe(duty.lateAfter);
    const words = await rows(sql<{ notBefore: string }>`select not_before from duty_word where kind = 'reminder' order by 1`);
    expect(words.map(({ notBefore }) => notBefore)).toEqual([addHours(noon, 1), addHours(noon, 4)]);
  });
});

test('nobody changes an act, nor writes one in another’s name or for another office', async () => {
  await expect(sql`update duty_act set note = 'x'`.execute(nation.admin)).rejects.toThrow(/append-only/);
  const duty = await dutyOf('M06');
  const as = (who: Who, name: Who) =>
    inContext(
      nation.tools('desk'),
      { actor: nation.officer(who), requestId: newId(), ground: { name: 'attack', purpose: 'casework' } },
      ({ db, now }) => {
        const { officerId, officeId, postingId, role } = nation.officer(name);
        return sql`insert into duty_act (id, record_id, rule_id, trigger_entry_id, kind, step, by_officer, by_office, by_posting, by_role, at)
        values (${newId()}, ${duty.recordId}, ${duty.ruleId}, ${duty.triggerEntryId}, 'acknowledged', 0, ${officerId}, ${officeId}, ${postingId}, ${role}, ${now})`.execute(
          db,
        );
      },
    );
  await expect(as(station, inCharge)).rejects.toMatchObject({ code: '42501' });
  await as(inCharge, inCharge); // control
});
