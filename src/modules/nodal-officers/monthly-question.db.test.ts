// The monthly question to every post: asked once, answered once, by its officer alone; what a transfer and a refused message make of it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendWaitingMessages } from '../../../tests/database/send-waiting.ts';
import { type Who, noon, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, type Instant, addDays, addHours, dayOf, instantAt } from '../../kernel/time.ts';
import { inContext } from '../../platform/context.ts';
import { outboxProvider } from '../../platform/messages/index.ts';
import type { MessageProvider } from '../../platform/messages/provider.ts';
import { confirmByLink, readLink } from './confirmation.ts';
import { askUnseenPosts, noteBounces } from './jobs.ts';
import { watchedKinds } from './posts.ts';
import { readPosts } from './store.ts';
import {
  nation,
  desk,
  keeper,
  today,
  openPosts,
  closePosts,
  officeOf,
  postOf,
  conditionOf,
  holding,
  vacate,
} from '../../../tests/database/nodal-posts.ts';

beforeAll(openPosts);
afterAll(closePosts);
beforeEach(() => {
  nation.clock.now = noon;
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
