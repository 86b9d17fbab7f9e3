// Posts in the database: one officer a post and day, nobody else's post, nothing rewritten; the monthly question; what a vacant post passes on.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, type Instant, addDays, addHours, dayOf, instantAt } from '../../kernel/time.ts';
import { inContext } from '../../platform/context.ts';
import { outboxProvider, sendWaitingMessages } from '../../platform/messages/index.ts';
import type { MessageProvider } from '../../platform/messages/provider.ts';
import { routesOf } from '../../apps/desk.ts';
import { insertAppointment } from './appointment-store.ts';
import { confirmByLink, readLink } from './confirmation.ts';
import { askUnseenPosts, noteBounces } from './jobs.ts';
import { watchedKinds } from './posts.ts';
import { readPost, readPosts } from './store.ts';

let nation: Nation;
let desk: TestDoor;
const keeper: Who = 'state-nodal-officer Saran';
const today = dayOf(noon);

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
  await sql`update office set telephone = '0612-5550100' where kind = 'district-nodal'`.execute(nation.admin);
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(() => {
  nation.clock.now = noon;
});

const officeOf = (who: Who) => nation.officer(who).officeId;
const postOf = async (who: Who) => (await nation.ask(keeper, (context) => readPost(context, officeOf(who))))!;
const conditionOf = async (who: Who) => (await postOf(who)).alive.condition;
const appointing = (more: Record<string, string> = {}) => ({
  standing: 'holder',
  email: `${newId()}@police.example`,
  name: 'Sunita Minz',
  rank: 'Deputy Superintendent',
  orderNumber: 'BR/WCD/2026/17',
  orderedOn: '2026-11-20',
  fromOn: today,
  ...more,
});
const post = (who: Who, action: string, fields: Record<string, string>, by: Who = keeper) =>
  desk.post(`/nodal-officers/${officeOf(who)}/${action}`, fields, by);
const holding = async (who: Who) => (await postOf(who)).holder!.postingId;
const vacate = async (who: Who, toOn: Day) =>
  sql`update posting set to_on = ${toOn} where id = ${await holding(who)}`.execute(nation.admin);

describe('appointments', () => {
  const saran: Who = 'juvenile-police-head Saran';

  test('a second officer for one post on one day is refused, naming the first; as deputy it is entered', async () => {
    const refused = await post(saran, 'appoint', appointing());
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Officer juvenile-police-head holds this post since 1 Jan 2020');
    expect((await post(saran, 'appoint', appointing({ standing: 'deputy' }))).status).toBe(303);
    expect(await postOf(saran)).toMatchObject({ holder: { name: 'Officer juvenile-police-head' }, deputy: { name: 'Sunita Minz' } });
    const { rows } = await sql<{ n: number }>`select count(*) as n from officer where name = 'Sunita Minz'`.execute(nation.admin);
    expect(rows[0]!.n).toBe(1); // the refused form entered nobody
  });

  test('ended and followed: the day between is vacant, and what was written stays', async () => {
    const postingId = await holding(saran);
    const end = { postingId, toOn: addDays(today, -3), orderNumber: 'BR/WCD/2026/18', reason: 'transferred' };
    expect((await post(saran, 'end', end)).status).toBe(303);
    expect(await postOf(saran)).toMatchObject({ holder: null, alive: { condition: 'vacant', since: addDays(today, -2), days: 2 } });
    expect((await post(saran, 'end', end)).status).toBe(422); // ended once
    expect((await post(saran, 'appoint', appointing({ name: 'Arun Kerketta', fromOn: today }))).status).toBe(303);
    expect((await postOf(saran)).holder).toMatchObject({ name: 'Arun Kerketta', fromOn: today });
    const { body } = await desk.get(`/nodal-officers/${officeOf(saran)}`, 'auditor Saran');
    for (const said of ['Arun Kerketta holds the post from this day, order BR/WCD/2026/17', 'Last day of Officer juvenile-police-head (transferred)', 'Sunita Minz is deputy'])
      expect(body).toContain(said); // prettier-ignore
  });

  test('of two who appoint at the same moment one is told of the other', async () => {
    const kannur: Who = 'legal-services-officer Kannur';
    await vacate(kannur, addDays(today, -10));
    const known = nation.officer('auditor Saran').officerId;
    const others = [known, nation.officer('ministry-official Saran').officerId];
    const draft = (officerId: typeof known) => ({
      officerId,
      standing: 'holder' as const,
      orderNumber: 'KL/1',
      orderedOn: today,
      fromOn: today,
    });
    const appointed = (officerId: typeof known, meanwhile: () => Promise<unknown> = async () => {}) =>
      nation.ask('state-nodal-officer Kannur', async (context) => {
        const taken = await insertAppointment(context, officeOf(kannur), draft(officerId));
        await meanwhile();
        return taken;
      });
    let second: ReturnType<typeof appointed> | undefined;
    const isWaiting = async (): Promise<void> => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(nation.admin);
      if (rows.length === 0) await isWaiting();
    };
    // The second asks before the first has committed: it must wait, and then be told.
    const first = await appointed(others[0]!, () => Promise.race([(second = appointed(others[1]!)), isWaiting()]));
    const answers = [first, await second!];
    expect(answers.filter((taken) => taken === null)).toHaveLength(1);
    expect(answers.find((taken) => taken !== null)?.name).toMatch(/^Officer/);
  });

  test('a closed account is appointed to nothing, by the form or straight at the database', async () => {
    const closed = newId();
    await sql`insert into officer (id, name, email, closed_at) values (${closed}, 'Gone Officer', 'gone@police.example', ${noon})`.execute(
      nation.admin,
    );
    const refused = await post(saran, 'appoint', appointing({ standing: 'deputy', email: 'Gone@police.example', name: 'Gone Officer' }));
    expect([refused.status, refused.body.includes('The account of Gone Officer is closed.')]).toEqual([422, true]);
    const draft = { officerId: closed as never, standing: 'deputy', orderNumber: 'x', orderedOn: today, fromOn: today } as const;
    const straight = nation.ask(keeper, (context) => insertAppointment(context, officeOf(saran), draft));
    await expect(straight).rejects.toMatchObject({ code: '42501' });
  });

  test('nobody both enters an officer and appoints them to a post that judges pairs; who was here before is appointed', async () => {
    const unit: Who = 'anti-trafficking-officer Saran';
    const invented = {
      standing: 'deputy',
      email: 'invented@police.example',
      name: 'Invented Officer',
      orderNumber: '1',
      orderedOn: today,
      fromOn: today,
    };
    const refused = await post(unit, 'appoint', invented);
    expect([refused.status, refused.body.includes('you do not both enter its officer and appoint them')]).toEqual([422, true]);
    expect((await post(saran, 'appoint', invented)).status).toBe(303); // entered for a post that judges nothing …
    expect((await post(unit, 'appoint', { ...invented, name: '' })).status).toBe(422); // … and not moved on from there
    const { rows } = await sql<{ id: string }>`select id from officer where email = 'invented@police.example'`.execute(nation.admin);
    const straight = () =>
      nation.ask(keeper, (context) =>
        insertAppointment(context, officeOf(unit), { ...invented, officerId: rows[0]!.id as never, standing: 'deputy' }),
      );
    await expect(straight()).rejects.toMatchObject({ code: '42501' });
    await sql`update officer set entered_by = ${nation.officer('auditor Saran').officerId} where id = ${rows[0]!.id}`.execute(nation.admin);
    expect(await straight()).toBeNull(); // control: another hand entered them
  });

  test('a Committee’s seat, oneself, and who judges for another State are refused, each with the way out; also straight at the database', async () => {
    const chair: Who = 'cwc-chairperson Saran';
    const self = nation.officer(keeper).officerId;
    const judging = nation.officer('investigating-officer Kannur').officerId;
    const known = nation.officer('auditor Saran').officerId;
    const deputy = (officerId: string) => ({
      standing: 'deputy',
      email: `${officerId}@police.example`,
      orderNumber: '1',
      orderedOn: today,
      fromOn: today,
    });
    const straight = (who: Who, officerId: string) =>
      nation.ask(keeper, (context) =>
        insertAppointment(context, officeOf(who), { ...deputy(officerId), officerId: officerId as never, standing: 'deputy' }),
      );
    for (const [who, officerId, said] of [
      [chair, known, 'Members of a Child Welfare Committee are not appointed here'],
      [saran, self, 'you cannot appoint yourself'],
      [saran, judging, 'in another State'],
    ] as const) {
      const refused = await post(who, 'appoint', deputy(officerId));
      expect([refused.status, refused.body.includes(said)]).toEqual([422, true]);
      await expect(straight(who, officerId)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await post(chair, 'appoint', appointing({ standing: 'deputy' }))).status).toBe(422); // nor one entered for it
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from posting where office_id = ${officeOf(chair)}`.execute(
      nation.admin,
    );
    const nodal: Who = 'legal-services-officer Saran';
    expect((await post(nodal, 'appoint', deputy(known))).status).toBe(303); // control
    expect(rows[0]!.n).toBeGreaterThan(0);
    expect((await postOf(chair)).deputy).toBeNull();
  });

  test('nobody else’s post: another State’s, one’s own, or without the right; also straight at the database', async () => {
    expect((await post(saran, 'appoint', appointing(), 'state-nodal-officer Kannur')).status).toBe(404);
    expect((await post(keeper, 'end', { postingId: newId(), toOn: today, orderNumber: '1', reason: 'other' })).status).toBe(404);
    expect((await post(saran, 'appoint', appointing(), 'district-nodal-officer Saran')).status).toBe(403);
    const straight = (who: Who) =>
      nation.ask(who, ({ db }) => sql`select end_appointment(${newId()}, ${officeOf(saran)}, ${today}, 'x', 'other', ${noon})`.execute(db));
    for (const who of ['state-nodal-officer Kannur', 'district-nodal-officer Saran', 'national-nodal-officer Saran'] as const)
      await expect(straight(who)).rejects.toMatchObject({ code: '42501' });
    expect((await straight(keeper)).rows).toEqual([{ endAppointment: false }]); // control: the keeper is let through, to nothing
  });

  test('no door writes a posting or rewrites what was recorded, and the owner cannot either', async () => {
    for (const statement of [
      sql`insert into posting (id, officer_id, office_id, role, from_on) select ${newId()}, officer_id, office_id, role, from_on from posting limit 1`,
      sql`update appointment set order_number = 'x'`,
      sql`insert into sign_of_life values (${newId()}, 'sign-in', now(), null)`,
    ])
      await expect(nation.ask(keeper, ({ db }) => statement.execute(db))).rejects.toMatchObject({ code: '42501' });
    for (const statement of [
      sql`update appointment set order_number = 'x'`,
      sql`delete from appointment_end`,
      sql`update posting set to_on = ${today} where to_on is not null`,
      sql`update posting set from_on = ${today}`,
      sql`delete from posting`,
    ])
      await expect(statement.execute(nation.admin)).rejects.toThrow(/append-only|is history/);
  });

  test('a call nobody answers makes the post unreachable, one that is answered mends it', async () => {
    const nodal: Who = 'district-nodal-officer Saran';
    nation.clock.later(1);
    expect((await post(nodal, 'call', { outcome: 'not-answered' })).status).toBe(303);
    expect(await postOf(nodal)).toMatchObject({ alive: { condition: 'unreachable', why: 'call-failed' }, verifiedAt: null });
    nation.clock.later(1);
    expect((await post(nodal, 'call', { outcome: 'answered' })).status).toBe(303);
    expect(await postOf(nodal)).toMatchObject({ alive: { condition: 'silent' }, verifiedAt: nation.clock.now });
  });
});

describe('the monthly question', () => {
  const asked = async () =>
    (
      await sql<{
        officeId: string;
        month: string;
        id: string;
      }>`select office_id, month, id from confirmation order by month, office_id`.execute(nation.admin)
    ).rows;
  const links = async (officeId: string) => {
    const { rows } = await sql<{
      facts: Buffer;
    }>`select m.facts_sealed as facts from message m join confirmation c on m.because like c.id || '/%'
      where c.office_id = ${officeId} order by m.created_at desc limit 1`.execute(nation.admin);
    return new URL((JSON.parse(nation.tools('desk').unseal(rows[0]!.facts)) as { link: string }).link).searchParams.get('link')!;
  };
  const ask = () => nation.ask(worker, askUnseenPosts);
  const confirm = (link: string, who?: Who) =>
    inContext(
      nation.tools('desk'),
      {
        actor: who ? nation.officer(who) : { kind: 'citizen', reporterKey: null },
        requestId: newId(),
        ground: { name: 'test', purpose: 'directory' },
      },
      (context) => confirmByLink(context, link),
    );
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : 'confirmed');

  test('goes out once a post and month, however many workers start and start again', async () => {
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    const first = await asked();
    const held = (await nation.ask(keeper, (context) => readPosts(context, { kinds: watchedKinds }))).filter(
      ({ holder }) => holder && holder.fromOn < addDays(today, -24),
    );
    expect(first.map(({ officeId }) => officeId).toSorted()).toEqual(held.map(({ officeId }) => officeId).toSorted());
    expect(held.length).toBeGreaterThan(10);
    const { rows } = await sql<{ n: number }>`select count(*) as n from message where template = 'nodalConfirmation'`.execute(nation.admin);
    expect(rows[0]!.n).toBe(first.length);
    nation.clock.now = instantAt('2026-11-30' as Day, '23:59');
    await ask();
    expect((await asked()).length).toBe(first.length);
    nation.clock.now = instantAt('2026-12-20' as Day, '09:00'); // those asked on 24 November are asked again 24 days later, in December
    await Promise.all([ask(), ask()]);
    const december = (await asked()).filter(({ month }) => month === '2026-12-01');
    expect(new Set(december.map(({ officeId }) => officeId)).size).toBe(december.length);
    expect(december.length).toBeGreaterThanOrEqual(first.length);
  });

  test('the constraint holds by itself: a second row for the month is no row', async () => {
    const again = sql`insert into confirmation select gen_random_uuid(), office_id, posting_id, month, asked_at, expires_at from confirmation limit 1`;
    await expect(again.execute(nation.admin)).rejects.toMatchObject({ code: '23505' });
  });

  test('one heard of in the last 24 days is not asked; after them, it is', async () => {
    const nodal: Who = 'district-nodal-officer Kozhikode';
    nation.clock.now = instantAt('2027-01-02' as Day, '10:00');
    const seen = nation.clock.now;
    await desk.post('/sign-in/demo', { postingId: await holding(nodal) });
    expect(await postOf(nodal)).toMatchObject({ alive: { condition: 'active', why: 'sign-in' }, lastSign: { kind: 'sign-in', at: seen } });
    const questions = async () =>
      (await asked()).filter(({ officeId, month }) => officeId === officeOf(nodal) && month >= '2027-01-01').length;
    nation.clock.now = addHours(seen, 24 * 24 - 1);
    await ask();
    expect(await questions()).toBe(0);
    nation.clock.now = addHours(seen, 24 * 24);
    await ask();
    expect(await questions()).toBe(1);
  });

  test('its link confirms once, for its officer, within seven days, and not one letter may differ', async () => {
    const nodal: Who = 'district-nodal-officer Kannur';
    nation.clock.now = instantAt('2027-03-01' as Day, '10:00');
    await ask();
    const link = await links(officeOf(nodal));
    expect(codeOf(await confirm(`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`))).toBe('nodal-officers.error.linkWrong');
    expect(codeOf(await confirm(`${newId()}.${link.split('.')[1]}`))).toBe('nodal-officers.error.linkWrong');
    const other = await links(officeOf('district-nodal-officer Kozhikode'));
    expect(codeOf(await confirm(`${other.split('.')[0]}.${link.split('.')[1]}`))).toBe('nodal-officers.error.linkWrong'); // another post's question, this one's signature
    expect(codeOf(await confirm(link, 'district-nodal-officer Saran'))).toBe('nodal-officers.error.linkOfAnother');
    expect(await conditionOf(nodal)).toBe('silent');
    const shown = await desk.get(`/nodal-officers/confirm?link=${link}`);
    expect([shown.status, await conditionOf(nodal)]).toEqual([200, 'silent']); // looking uses nothing up
    const pressed = await desk.post('/nodal-officers/confirm', { link });
    expect([pressed.status, await conditionOf(nodal)]).toEqual([303, 'active']);
    const again = await desk.post('/nodal-officers/confirm', { link });
    expect([again.status, again.body.includes('This link was used already.')]).toEqual([422, true]);
    const late = await links(officeOf('district-nodal-officer Saran'));
    nation.clock.now = instantAt('2027-03-08' as Day, '23:59');
    const still = await nation.ask('district-nodal-officer Saran', (context) => readLink(context, late));
    expect(codeOf(still)).toBe('confirmed'); // to the end of the seventh day
    nation.clock.later(1);
    expect(codeOf(await confirm(late))).toBe('nodal-officers.error.linkExpired');
  });

  test('two presses at one moment confirm once', async () => {
    nation.clock.now = instantAt('2027-05-01' as Day, '10:00');
    await ask();
    const link = await links(officeOf('cwc-chairperson Kannur'));
    const answers = (await Promise.all([confirm(link), confirm(link)])).map(codeOf);
    expect(answers.toSorted()).toEqual(['confirmed', 'nodal-officers.error.linkUsed']);
  });

  test('after transfer it confirms nothing, and says so', async () => {
    const chair: Who = 'cwc-chairperson Kozhikode';
    nation.clock.now = instantAt('2027-06-10' as Day, '10:00');
    await ask();
    const link = await links(officeOf(chair));
    await vacate(chair, dayOf(nation.clock.now));
    expect(codeOf(await nation.ask(chair, (context) => readLink(context, link)))).toBe('confirmed'); // the last day is still one in post
    nation.clock.later(24);
    const refused = await desk.get(`/nodal-officers/confirm?link=${link}`);
    expect([refused.status, refused.body.includes('You no longer hold the post at cwc Kozhikode')]).toEqual([422, true]);
    expect(codeOf(await confirm(link))).toBe('nodal-officers.error.linkAfterTransfer');
  });

  test('a receiver the carrier refuses is unreachable; a portal without a carrier says nothing of anybody', async () => {
    const dcpu: Who = 'juvenile-police-head Kannur';
    const send = (because: string, refused: 'receiver' | 'request') => {
      const provider: MessageProvider = { channel: 'email', send: async () => ({ outcome: 'rejected', because, refused }) };
      return sendWaitingMessages(nation.tools('worker'), [outboxProvider('sms', true), provider], () => {});
    };
    nation.clock.now = instantAt('2027-08-10' as Day, '10:00');
    await ask();
    await send('no-carrier', 'request');
    expect(await nation.ask(worker, noteBounces)).toBe(0);
    expect(await conditionOf(dcpu)).toBe('silent');
    nation.clock.now = instantAt('2027-09-10' as Day, '10:00');
    await ask();
    await send('smtp-550', 'receiver');
    expect(await nation.ask(worker, noteBounces)).toBeGreaterThan(0);
    expect(await postOf(dcpu)).toMatchObject({ alive: { condition: 'unreachable', why: 'bounced', since: '2027-09-10' as Day } });
    expect(await nation.ask(worker, noteBounces)).toBe(0); // noted once
  });

  test('a minute with nobody due reads no post: the worker looks at the times alone', async () => {
    const rows = await nation.admin.transaction().execute(async (db) => {
      await sql`set local enable_seqscan = off`.execute(db);
      return (
        await sql<
          Record<string, string>
        >`explain select posting_id from sign_of_life where ask_at <= ${noon as Instant} order by ask_at limit 200
          for update skip locked`.execute(db)
      ).rows;
    });
    expect(rows.map((row) => Object.values(row)[0]).join('\n')).toContain('sign_of_life_ask_at');
  });
});
