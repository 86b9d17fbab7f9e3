// Two people of two offices open a sealed part, for half an hour, to one officer, to read; nobody opens one alone, and every look is written down.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, chair, home, startBench, unit } from '../../../tests/database/committee.ts';
import { fieldError } from '../../../tests/database/door.ts';
import { type Who, noon } from '../../../tests/database/tools.ts';
import type { Reference } from '../../kernel/reference.ts';
import { addMinutes } from '../../kernel/time.ts';

let bench: Bench;
let child: Reference;
const cook: Who = 'home-worker Kozhikode';
const police: Who = 'investigating-officer Kozhikode';
const SECRET = { health: 'tuberculosis', emotional: 'wakes screaming', offence: 'the uncle at the shop' };

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());
beforeEach(async () => {
  bench.nation.clock.now = noon;
  child = await bench.found();
  const plan = `/found/${child}/plan`;
  await bench.send(`${plan}/begin`, {}, home);
  for (const domain of ['health', 'emotional'] as const)
    await bench.send(`${plan}/needs/${domain}`, { concern: 'high', concernWords: SECRET[domain], edit: '0' }, home);
  await sql`insert into record_access select r.id, ${bench.nation.officer(police).officeId}, 'placement', ${noon} from record r where r.reference = ${child} on conflict do nothing`.execute(
    bench.nation.admin,
  );
});

const ask = (sealedClass: string, who: Who = cook) =>
  bench.send(`/found/${child}/sealed`, { sealedClass, purpose: 'inquiry', need: 'the school asks what to do' }, who);
const waiting = async () =>
  (
    await sql<{ id: string }>`select id from unsealing where answer is null order by asked_at desc, id desc limit 1`.execute(
      bench.nation.admin,
    )
  ).rows[0]?.id;
const answer = async (who: Who, fields: Record<string, string> = { answer: 'agreed' }) =>
  bench.send(`/sealed/${await waiting()}`, fields, who);
const plan = async (who: Who = cook) => (await bench.desk.get(`/found/${child}/plan`, who)).body;
const looks = async (name: string) =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int as n from audit_entry a join record r on r.id = a.record_id where r.reference = ${child} and a.name = ${name}`.execute(
      bench.nation.admin,
    )
  ).rows[0]!.n;

describe('a sealed part', () => {
  test('is open to who asked, of that class alone, for half an hour; each look is in the log', async () => {
    expect(await plan()).not.toContain(SECRET.health);
    expect((await ask('medical')).status).toBe(303);
    expect(await plan()).not.toContain(SECRET.health); // asked is not opened
    expect((await answer(unit)).status).toBe(303);
    const read = await plan();
    expect([read.includes(SECRET.health), read.includes(SECRET.emotional)]).toEqual([true, false]);
    await plan();
    expect(await looks('unsealing.read.medical')).toBe(2);
    bench.nation.clock.now = addMinutes(noon, 29);
    expect(await plan()).toContain(SECRET.health);
    bench.nation.clock.now = addMinutes(noon, 30);
    expect(await plan()).not.toContain(SECRET.health);
    expect(await plan(home)).toContain(SECRET.health); // control: who may read it by right
  });

  test('is to read: who asked writes nothing in it, and prints nothing of it', async () => {
    await ask('medical');
    await answer(chair);
    expect(await plan()).toContain(SECRET.health); // control
    expect((await bench.send(`/found/${child}/plan/needs/health`, { concern: 'none', edit: '1' }, cook)).status).not.toBe(303);
    expect(await plan()).not.toContain(`/plan/needs/health`);
    expect(await plan(home)).toContain(`/plan/needs/health`); // control
  });

  test('is refused with reasons, which are kept; and asked for once at a time', async () => {
    await ask('psychological');
    expect(fieldError((await ask('psychological')).body, 'sealedClass')).toContain('already');
    expect(fieldError((await answer(unit, { answer: 'refused' })).body, 'because')).toContain('why you refuse');
    expect((await answer(unit, { answer: 'refused', because: 'the school needs no diagnosis' })).status).toBe(303);
    expect(await plan()).not.toContain(SECRET.emotional);
    expect((await bench.desk.get(`/found/${child}/sealed`, cook)).body).toContain('the school needs no diagnosis');
    const { rows } = await sql<{ text: string }>`select u::text as text from unsealing u`.execute(bench.nation.admin);
    expect(rows.map(({ text }) => text).join(' ')).not.toContain('diagnosis');
  });

  test('asks for what and why', async () => {
    const empty = await bench.send(`/found/${child}/sealed`, {}, cook);
    expect(['sealedClass', 'purpose', 'need'].map((name) => fieldError(empty.body, name))).toEqual([
      'Say what you need to read.',
      'Say for what purpose.',
      'Say why you need it.',
    ]);
  });
});

describe('nobody opens one alone', () => {
  test('not who asked, not the same office; the unit opens no case under the POCSO Act; control: the Committee does', async () => {
    expect((await ask('medical', unit)).status).toBe(303);
    expect(fieldError((await answer(unit)).body, 'answer')).toContain('another office');
    await answer(chair);
    expect((await bench.send(`/found/${child}/offence/take`, { setting: 'elsewhere', told: SECRET.offence }, police)).status).toBe(303);
    const offence = async () => (await bench.desk.get(`/found/${child}/offence`, cook)).body;
    await ask('sexual-offence');
    expect((await answer(unit)).status).toBe(404);
    expect(await offence()).not.toContain(SECRET.offence);
    expect((await answer(chair)).status).toBe(303);
    expect(await offence()).toContain(SECRET.offence);
    expect(await looks('unsealing.read.sexual-offence')).toBe(1);
    expect((await bench.desk.get(`/found/${child}/offence`, home)).body).not.toContain(SECRET.offence); // to who asked, not to the home
    bench.nation.clock.now = addMinutes(noon, 30); // over: not a minute of what the clocks of two machines may differ by, and no look unwritten
    expect(await offence()).not.toContain(SECRET.offence);
    for (const who of [chair, police]) expect((await bench.desk.get(`/found/${child}/offence`, who)).body).toContain(SECRET.offence); // control: by right
  });

  test('nor by a bare statement: in one’s own name, for oneself, for longer, twice; control: the Committee in its own', async () => {
    await ask('medical');
    const [id, mine, cwc] = [await waiting(), bench.nation.officer(cook), bench.nation.officer(chair)];
    const set = (who: Who, by: { officerId: string; officeId: string }, minutes = 30) =>
      bench.nation.ask(who, ({ db, now }) =>
        sql`update unsealing set answer = 'agreed', answered_by = ${by.officerId}, answered_office = ${by.officeId}, answered_at = ${now},
        open_until = ${addMinutes(now, minutes)} where id = ${id}`.execute(db),
      );
    expect((await set(cook, mine)).numAffectedRows).toBe(0n);
    expect((await set('cwc-chairperson Kannur', bench.nation.officer('cwc-chairperson Kannur'))).numAffectedRows).toBe(0n);
    await expect(set(chair, { ...cwc, officerId: mine.officerId })).rejects.toThrow();
    await expect(set(chair, cwc, 600)).rejects.toThrow('unsealing_short');
    expect((await set(chair, cwc)).numAffectedRows).toBe(1n);
    expect((await set(chair, cwc)).numAffectedRows).toBe(0n);
  });
});
