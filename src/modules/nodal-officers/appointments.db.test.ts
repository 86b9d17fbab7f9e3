// Posts in the database: one officer a post and day, nobody else's post, nothing rewritten.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Who, noon } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { addDays } from '../../kernel/time.ts';
import { insertAppointment } from './appointment-store.ts';
import {
  nation,
  desk,
  keeper,
  today,
  openPosts,
  closePosts,
  officeOf,
  postOf,
  appointing,
  post,
  holding,
  vacate,
} from '../../../tests/database/nodal-posts.ts';

beforeAll(openPosts);
afterAll(closePosts);
beforeEach(() => {
  nation.clock.now = noon;
});

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
