// What could keep a true alarm from being told: one word that cannot be worked, and a flood at night whose digest waits until morning.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { newId } from '../../kernel/ids.ts';
import { type Day, addMinutes, instantAt } from '../../kernel/time.ts';
import { intimate, tellDigest, tellNext } from './index.ts';
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
  await sql`select intimate(${newId()}, ${office}, 'nodalAlert', 'not sealed'::bytea, 'duty', 'broken', null, null, true, ${addMinutes(noon, -1)})`.execute(
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
