// What a Committee and a home mistype or do out of turn: each is refused in words at its field, and nothing is written; a date of birth past eighteen ends no inquiry.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, chair, home, startBench } from '../../../tests/database/committee.ts';
import { fieldError } from '../../../tests/database/door.ts';
import type { Reference } from '../../kernel/reference.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const openDuties = async (reference: Reference) =>
  (await sql<{ id: string }>`select b.rule_id as id from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.ending is null order by 1`.execute(bench.nation.admin)).rows.map(({ id }) => id); // prettier-ignore
const produced = async (): Promise<Reference> => {
  const reference = await bench.found();
  await bench.produce(reference);
  return reference;
};

test('two members sign nothing that takes three; control: three do', async () => {
  const child = await produced();
  const orphan = { because: 'orphan', ageThen: 'over-two' };
  expect((await bench.send(`/cwc/${child}/without-parents`, orphan)).status).toBe(303);
  const draft = (signers: number) => ({
    type: 'legally-free',
    language: 'en',
    body: 'Nobody came.',
    signers: bench.members.slice(0, signers).map(({ officerId }) => officerId),
  });
  const two = await bench.send(`/cwc/${child}/order?type=legally-free`, draft(2));
  expect([two.status, fieldError(two.body, 'signers')]).toEqual([422, expect.stringContaining('This order takes 3 members')]);
  expect(two.body).toContain('Nobody came.'); // what was typed is there
  expect((await bench.send(`/cwc/${child}/order?type=legally-free`, draft(3))).status).toBe(303);
});

test('nobody is restored who was not produced, nor by a form with half of it left out', async () => {
  const child = await bench.found();
  const home44 = { orderNumber: '1/2026', orderedOn: '2026-11-24', toRelation: 'parents', restoredOn: '2026-11-24', restoredAt: '11:00' };
  const early = await bench.send(`/cwc/${child}/restoration`, home44);
  expect([early.status, fieldError(early.body, 'restoredOn')]).toEqual([422, expect.stringContaining('produc')]);
  const empty = await bench.send(`/cwc/${child}/restoration`, {});
  for (const name of ['orderNumber', 'orderedOn', 'toRelation', 'restoredOn', 'restoredAt'])
    expect([name, fieldError(empty.body, name)]).not.toEqual([name, undefined]);
  const { rows } = await sql`select 1 from restoration s join record r on r.id = s.record_id where r.reference = ${child}`.execute(
    bench.nation.admin,
  );
  expect(rows).toEqual([]);
});

test('a date of birth corrected past eighteen ends nothing: the Committee is told, its duties go on, until it finds the age', async () => {
  const child = await produced();
  const before = await openDuties(child);
  expect(before).toContain('C02');
  const file = async () => (await bench.desk.get(`/cwc/${child}/file`, chair)).body;
  expect(await file()).not.toContain('eighteen or older');
  const described = { childName: 'Asha', sex: 'female', birthDate: '2008-11-01', version: '1' };
  expect((await bench.send(`/found/${child}/description`, described, home)).status).toBe(303);
  expect(await openDuties(child)).toEqual(before);
  expect(await file()).toContain('eighteen or older');
  await bench.order(child, 'age', {}, 3);
  expect(await file()).not.toContain('eighteen or older');
  const { rows } = await sql<{ closedAt: string | null }>`select closed_at from record where reference = ${child}`.execute(
    bench.nation.admin,
  );
  expect(rows[0]!.closedAt).toBeNull();
});

test('a plan whose goal has no date is not made, and says which need lacks it', async () => {
  const child = await bench.found();
  const plan = `/found/${child}/plan`;
  await bench.send(`${plan}/begin`, {}, home);
  const need = {
    concern: 'high',
    concernWords: 'left school',
    goal: 'back to class five',
    intervention: 'bridge course',
    who: 'Lakshmi',
    agency: 'school',
    success: 'attends',
    measure: 'education',
    edit: '0',
  };
  expect((await bench.send(`${plan}/needs/education`, need, home)).status).toBe(303); // saved in parts
  expect((await bench.send(`${plan}/make`, {}, home)).status).toBe(409);
  expect((await bench.desk.get(plan, home)).body).toMatch(/Education[^<]*: from when, when it is looked at again/i);
  const backwards = await bench.send(
    `${plan}/needs/education`,
    { ...need, edit: '1', startsOn: '2026-12-24', reviewOn: '2026-12-01' },
    home,
  );
  expect([backwards.status, fieldError(backwards.body, 'reviewOn')]).toEqual([422, 'The review cannot come before the start.']);
});
