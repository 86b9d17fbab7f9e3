// What could keep a true alarm from being told: one word that cannot be worked, and a flood at night whose digest waits until morning.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { type Day, addMinutes, instantAt } from '../../kernel/time.ts';
import { acknowledgeIntimation, intimate, settleIntimations, tellDigest, tellNext } from './index.ts';
import { flood } from './waits.ts';

let nation: Nation;
const district: Who = 'district-nodal-officer Saran';

beforeAll(async () => {
  nation = await startNation();
  await sql`update officer set telephone = '+9198' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0')`.execute(nation.admin);
});
afterAll(() => nation?.stop());
beforeEach(async () => {
  nation.clock.now = noon;
  await sql`update intimation set next_at = null`.execute(nation.admin);
});

/** `telephone`: of a citizen on whose word alone it rests. */
const alarm = (id: string, telephone?: string) =>
  nation.ask(worker, (context) =>
    intimate(context, {
      officeId: nation.officer(district).officeId,
      template: 'nodalAlert',
      facts: { reference: 'MC-BR-2026-000001-R', office: 'PS Saran', link: 'https://desk.example/alerts' },
      alarm: true,
      about: { kind: 'duty', id, recordId: null },
      ...(telephone ? { wordOf: { reporterKey: telephone } } : {}),
    }),
  );

async function work(): Promise<void> {
  while (await nation.ask(worker, tellNext));
  while (await nation.ask(worker, tellDigest));
  while (await nation.ask(worker, tellNext));
}

async function triesOf(kind: string, id = '%'): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from intimation_attempt a join intimation i on i.id = a.intimation_id
    where i.about_kind = ${kind} and i.about_id like ${id} and a.channel <> 'in-app'`.execute(nation.admin);
  return rows[0]!.n;
}

test('a word that cannot be worked does not hold up those behind it, and is tried again', async () => {
  const office = nation.officer(district).officeId;
  await sql`select intimate(array[${newId()}]::uuid[], array[${office}]::uuid[], '{nodalAlert}', '{00}', '{duty}', '{broken}', '{null}', '{null}', '{true}', ${addMinutes(noon, -1)})`.execute(
    nation.admin,
  );
  await alarm('behind');
  await work();
  expect(await triesOf('duty', 'behind')).toBe(1);
  const { rows } = await sql<{ nextAt: string }>`select next_at from intimation where about_id = 'broken'`.execute(nation.admin);
  expect(rows).toEqual([{ nextAt: addMinutes(noon, 1) }]);
});

test('a digest of alarms wakes who set quiet hours, as each of them would have', async () => {
  const night = instantAt('2026-11-25' as Day, '02:00');
  await sql`insert into quiet_hours values (${nation.officer(district).officerId}, '22:00', '06:00', ${noon})`.execute(nation.admin);
  nation.clock.now = night;
  for (let one = 0; one <= flood.perTelephoneADay; one += 1) await alarm(`night ${one}`, 'one telephone');
  await work();
  const { rows } = await sql<{ n: number }>`select count(*) as n from intimation where held_at is not null`.execute(nation.admin);
  expect(rows[0]!.n).toBeGreaterThan(0);
  expect(await triesOf('digest')).toBe(0);
  nation.clock.now = addMinutes(night, flood.firstDigestMinutes);
  await work();
  expect(await triesOf('digest')).toBe(1);
  await sql`delete from quiet_hours`.execute(nation.admin);
});

describe('a digest nobody answers', () => {
  const office = () => nation.officer(district).officeId;
  /** Where the digests of the district went, by kind of office and channel. */
  async function triesOfDigests(): Promise<string[]> {
    const { rows } = await sql<{
      at: string;
    }>`select f.kind || ' ' || a.channel as at from intimation_attempt a join intimation i on i.id = a.intimation_id
      join office f on f.id = a.office_id where i.about_kind = 'digest' and i.office_id = ${office()} and i.created_at > ${addMinutes(noon, 24 * 60)} and a.channel <> 'in-app'
      order by a.at, a.id`.execute(nation.admin);
    return rows.map(({ at }) => at);
  }
  async function flooded(name: string): Promise<void> {
    for (let one = 0; one <= flood.perTelephoneADay; one += 1) await alarm(`${name} ${one}`, `${name} telephone`);
  }
  async function until(minutes: number, from = noon): Promise<void> {
    for (let minute = 0; minute <= minutes; minute += 1) {
      nation.clock.now = addMinutes(from, minute);
      await work();
    }
  }
  beforeEach(async () => {
    nation.clock.now = addMinutes(noon, 24 * 60);
    await quieten();
  });
  /** Nothing told before is open any more. */
  async function quieten(): Promise<void> {
    await sql`update intimation set next_at = null, ended_at = ${noon}, ended_because = 'settled' where ended_at is null`.execute(
      nation.admin,
    );
    await sql`update intimation_digest set next_at = null, last_at = null`.execute(nation.admin);
  }

  test('climbs by channel and level, saying who did not answer; those that follow it meanwhile are told once', async () => {
    const start = nation.clock.now;
    await flooded('first');
    await until(flood.firstDigestMinutes, start);
    expect(await triesOfDigests()).toEqual(['district-nodal sms']);
    await flooded('second'); // told in a digest of its own ten minutes later, by the SMS, which climbs no further
    await until(60, addMinutes(start, flood.firstDigestMinutes));
    const tries = await triesOfDigests();
    expect(tries.filter((one) => one === 'district-nodal sms')).toHaveLength(2);
    expect(tries.filter((one) => one === 'district-nodal whatsapp')).toHaveLength(1);
    expect(tries.filter((one) => one === 'state-nodal sms')).toHaveLength(1);
    const { rows } = await sql<{ n: number }>`select count(*) as n from message where template = 'digestUnanswered'`.execute(nation.admin);
    expect(rows[0]!.n).toBeGreaterThan(0);
  });

  test('stops once an officer of the office takes one of its words, and once none of them is open any more', async () => {
    for (const [name, answer] of [
      ['taken', () => nation.ask(district, (context) => acknowledgeIntimation(context, { kind: 'duty', id: 'taken 0' }))],
      [
        'settled',
        () =>
          Promise.all(
            [0, 1, 2, 3].map((one) => nation.ask(worker, (context) => settleIntimations(context, { kind: 'duty', id: `settled ${one}` }))),
          ),
      ],
    ] as const) {
      await quieten();
      const start = addMinutes(nation.clock.now, 24 * 60);
      nation.clock.now = start;
      const before = (await triesOfDigests()).length;
      await flooded(name);
      await until(flood.firstDigestMinutes, start);
      expect([name, (await triesOfDigests()).length]).toEqual([name, before + 1]);
      await answer();
      await until(60, nation.clock.now);
      expect([name, (await triesOfDigests()).length]).toEqual([name, before + 1]);
    }
  });
});
