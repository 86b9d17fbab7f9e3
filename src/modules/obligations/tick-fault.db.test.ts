// One duty whose word cannot be worked out, for its ladder names somebody the running law does not know: every other is told, and it is looked at again.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Nation, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Story, tellStory } from '../../../tests/security/story.ts';
import { addHours } from '../../kernel/time.ts';
import { tickDuties } from './tick.ts';

let nation: Nation;
let story: Story;

beforeAll(async () => {
  nation = await startNation();
  story = await tellStory(nation);
});
afterAll(() => nation?.stop());

test('a duty that faults is put off, the others of its batch are told', async () => {
  await sql`update obligation set next_at = null`.execute(nation.admin);
  const late = (rule: string, actor: string) =>
    sql`update obligation set ending = null, ended_at = null, suspended_at = null, warn_at = ${addHours(noon, -9)}, late_after = ${addHours(noon, -8)},
      next_at = ${addHours(noon, -9)}, escalates_to = ${[actor]}::text[], escalates_at = ${[addHours(noon, -2)]}::timestamptz[]
      where record_id = ${story.missing.id} and rule_id = ${rule}`.execute(nation.admin);
  await late('M01', 'nobody-the-law-knows');
  await late('M09', 'superintendent-of-police');
  await sql`delete from duty_word`.execute(nation.admin);
  const faults: unknown[] = [];
  await nation.ask(worker, (context) => tickDuties(context, 'record', undefined, (fault) => faults.push(fault)));
  const { rows } = await sql<{ rule: string; kind: string }>`select rule_id as rule, kind from duty_word order by kind`.execute(
    nation.admin,
  );
  expect(rows).toEqual(['ladder', 'late'].map((kind) => ({ rule: 'M09', kind })));
  expect(faults).toHaveLength(1);
  const again = await sql<{ nextAt: string }>`select next_at from obligation where rule_id = 'M01' and next_at is not null`.execute(nation.admin); // prettier-ignore
  expect(again.rows).toEqual([{ nextAt: addHours(noon, 1) }]);
  expect(await nation.ask(worker, (context) => tickDuties(context))).toBe(0); // goes on to the end, in no circle
});
