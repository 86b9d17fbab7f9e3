// Care in families at the desk, on a real database: sponsorship from the application to its end, what is refused in words at its field, and who sees what.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reference } from '../../kernel/reference.ts';
import { type Bench, chair, home, startBench, unit } from '../../../tests/database/committee.ts';
import { fieldError } from '../../../tests/database/door.ts';
import { type Nation, type Who, noon, worker } from '../../../tests/database/tools.ts';
import { type Day, instantAt } from '../../kernel/time.ts';
import { raiseStopSigns } from './placings/jobs.ts';

let bench: Bench;
let nation: Nation;
beforeAll(async () => {
  bench = await startBench();
  nation = bench.nation;
});
afterAll(() => bench?.stop());

const happened = async (reference: Reference): Promise<string[]> =>
  (
    await sql<{
      happening: string;
    }>`select e.happening from diary_entry e join record r on r.id = e.record_id where r.reference = ${reference} order by e.sequence`.execute(
      nation.admin,
    )
  ).rows.map(({ happening }) => happening);
const child = async (fields: Record<string, string> = {}): Promise<Reference> => {
  nation.clock.now = noon;
  const reference = await bench.found(fields);
  await bench.produce(reference);
  return reference;
};
const asked = {
  form: 'preventive', hardships: ['mother-alone'], carerName: 'Sarita Devi', relation: 'mother', address: 'Lane 4, Beypore', area: 'rural', income: '60000',
  incomeProof: 'certificate', why: 'goes to school', appliedOn: '2026-11-24',
}; // prettier-ignore
const seats = { 'approvers.0.name': 'Anita Rao', 'approvers.0.standing': 'chairperson', 'approvers.1.name': 'Binu K', 'approvers.1.standing': 'agency', 'approvers.2.name': 'Chand S', 'approvers.2.standing': 'organisation' }; // prettier-ignore
const agreed = { metOn: '2026-11-24', decision: 'approved', reasons: 'the mother earns too little', ...seats };
const account = { holder: 'Asha', account: '123456789012', branch: 'SBIN0001234', operator: 'Sarita Devi' };
const granted = { fromOn: '2026-11-24', pays: 'monthly', amount: '4000', purposes: ['education'], ...account };

const base = (reference: Reference) => `/found/${reference}/family-care`;
const apply = (reference: Reference, fields = {}, kind = 'sponsorship', who: Who = unit) =>
  bench.send(`${base(reference)}/apply/${kind}`, { ...asked, ...fields }, who);
const placing = async (reference: Reference): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select a.id from care_arrangement a join record r on r.id = a.record_id where r.reference = ${reference} order by a.applied_at desc, a.id desc`.execute(nation.admin); // prettier-ignore
  return `${base(reference)}/placings/${rows[0]!.id}`;
};
const orderOf = async (reference: Reference, type = 'sponsorship', signers = 3) =>
  (await bench.order(reference, type, {}, signers)).split('/').at(-1)!;
async function sponsored(fields: Record<string, string> = {}): Promise<{ reference: Reference; path: string }> {
  const reference = await child(fields);
  expect((await apply(reference)).status).toBe(303);
  const path = await placing(reference);
  expect((await bench.send(`${path}/approve`, agreed, unit)).status).toBe(303);
  expect((await bench.send(`${path}/order`, { ...granted, order: await orderOf(reference) })).status).toBe(303);
  return { reference, path };
}
const refusedAt = async (sent: Promise<{ status: number; body: string }>, field: string) => {
  const { status, body } = await sent;
  return [status, fieldError(body, field)];
};

describe('an application', () => {
  test('above the ceiling is refused with the rule, at the income; at the ceiling it is taken', async () => {
    const reference = await child();
    const [status, words] = await refusedAt(apply(reference, { income: '72001' }), 'income');
    expect([status, words]).toEqual([
      422,
      expect.stringContaining('above the ceiling of ₹ 72000 a year. Mission Vatsalya Guidelines 2022'),
    ]);
    expect((await apply(reference, { income: '72000' })).status).toBe(303);
  });

  test('of a child over age, before the child was found, ahead, or a second of one kind is refused', async () => {
    const grown = await child({ ageFrom: '17' });
    nation.clock.now = instantAt('2028-01-05' as Day, '12:00');
    expect(await refusedAt(apply(grown), 'appliedOn')).toEqual([422, 'The child is 18 or older: this is for children below that age.']);
    const reference = await child();
    expect(await refusedAt(apply(reference, { appliedOn: '2026-11-25' }), 'appliedOn')).toEqual([422, 'That lies in the future.']);
    expect(await refusedAt(apply(reference, { appliedOn: '2026-11-01' }), 'appliedOn')).toEqual([
      422,
      'The child was not found yet on that day.',
    ]);
    expect((await apply(reference)).status).toBe(303);
    const again = await apply(reference);
    expect([again.status, again.body.includes('One of this kind is asked for or running already')]).toEqual([422, true]);
    expect(again.body).toContain('Sarita Devi'); // what was typed stays
  });

  test('is the protection unit’s; the Committee and the police are refused', async () => {
    const reference = await child();
    expect((await apply(reference, {}, 'sponsorship', chair)).status).toBe(403);
    expect((await apply(reference, {}, 'sponsorship', 'investigating-officer Kozhikode')).status).toBe(403);
  });
});

describe('the approval', () => {
  test('by fewer than three, or one named twice, is refused at the seat', async () => {
    const reference = await child();
    await apply(reference);
    const path = await placing(reference);
    const two = { ...agreed, 'approvers.2.name': '', 'approvers.2.standing': '' };
    expect(await refusedAt(bench.send(`${path}/approve`, two, unit), 'approvers.2.name')).toEqual([
      422,
      'It takes 3 members; only 2 are named.',
    ]);
    const twice = { ...agreed, 'approvers.2.name': ' anita rao' };
    expect(await refusedAt(bench.send(`${path}/approve`, twice, unit), 'approvers.2.name')).toEqual([422, 'This member is named twice.']);
    expect((await bench.send(`${path}/approve`, agreed, unit)).status).toBe(303);
  });
});

describe('the order', () => {
  test('needs the approval and every signature of its members; its end not before its start, its money not above the scheme', async () => {
    const reference = await child();
    await apply(reference);
    const path = await placing(reference);
    const named = bench.members.slice(0, 3).map(({ officerId }) => officerId);
    const draft = await bench.send(`/cwc/${reference}/order?type=sponsorship`, {
      type: 'sponsorship',
      language: 'en',
      body: 'For school.',
      signers: named,
    });
    const order = draft.location.split('?')[0]!.split('/').at(-1)!;
    const send = (fields = {}) => bench.send(`${path}/order`, { ...granted, order, ...fields });
    expect((await send()).body).toContain('The approval committee has not approved it.');
    await bench.send(`${path}/approve`, agreed, unit);
    expect(await refusedAt(send(), 'order')).toEqual([422, 'The order takes 3 signatures; 0 stand on it.']);
    for (const [at, seat] of bench.seats.slice(0, 3).entries()) await bench.send(`/cwc/${reference}/orders/${order}`, { step: 'sign', consent: bench.members[at]!.name }, seat); // prettier-ignore
    expect(await refusedAt(send({ toOn: '2026-11-01' }), 'toOn')).toEqual([422, 'The end is before the start.']);
    expect(await refusedAt(send({ toOn: '2045-01-01' }), 'toOn')).toEqual([422, 'The child is 18 before that day.']);
    expect((await refusedAt(send({ amount: '4001' }), 'amount'))[1]).toContain('At most ₹ 4000 a month.');
    expect(await refusedAt(send({ account: '12' }), 'account')).toEqual([422, 'An account number is 6 to 20 digits.']);
    expect(await refusedAt(send({ fromOn: '2026-11-20' }), 'fromOn')).toEqual([422, 'That is before the order was made.']);
    expect((await send()).status).toBe(303);
    expect(await happened(reference)).toContain('care.sponsorshipGranted');
    expect((await send()).body).toContain('It is running already.');
  });

  test('stays as ordered, also by a bare statement; and is printed as Form 36 with the account that the page hides', async () => {
    const { path } = await sponsored();
    const page = await bench.desk.get(path, unit);
    expect([page.body.includes('••••••••9012'), page.body.includes('123456789012')]).toEqual([true, false]);
    const printed = await bench.desk.get(`${path}/order.pdf`, unit);
    expect([printed.status, printed.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const rewrite = sql`update care_arrangement set amount = 1 where id = ${path.split('/').at(-1)}`;
    await expect(rewrite.execute(nation.admin)).rejects.toThrow('not changed');
  });
});

describe('payments', () => {
  test('a month is paid once, never above what is due, nor before the support began', async () => {
    const { path } = await sponsored();
    const send = (fields = {}) =>
      bench.send(`${path}/pay`, { period: '2026-11', act: 'paid', paidOn: '2026-11-24', amount: '4000', ...fields }, unit);
    expect((await refusedAt(send({ amount: '4001' }), 'amount'))[1]).toBe('At most ₹ 4000 is due for that time.');
    expect((await refusedAt(send({ paidOn: '2026-11-23' }), 'paidOn'))[1]).toBe('That is before the support began.');
    expect((await refusedAt(send({ paidOn: '2026-11-25' }), 'paidOn'))[1]).toBe('That lies in the future.');
    expect((await refusedAt(send({ period: '2027-05' }), 'period'))[1]).toBe('Nothing is due for that time.');
    expect((await bench.send(`${path}/pay`, { period: '2026-11', act: 'held', heldBecause: 'no-account' }, unit)).status).toBe(303);
    expect((await send()).status).toBe(303);
    expect((await refusedAt(send(), 'period'))[1]).toBe('That was paid on 24 Nov 2026.');
  });

  test('stand on the district’s page until they are paid, late ones with their reason', async () => {
    const { reference, path } = await sponsored({ childName: 'Devika' });
    nation.clock.now = instantAt('2027-01-05' as Day, '12:00');
    const { body } = await bench.desk.get('/family-care', unit);
    const row = (month: string) => new RegExp(`Devika[\\s\\S]{0,400}?${month}[\\s\\S]{0,600}?</tr>`).exec(body)?.[0] ?? '';
    expect(row('November 2026')).toContain('Nobody said why.');
    expect([reference.length > 0, row('January 2027').includes('Due by')]).toEqual([true, true]);
    nation.clock.now = noon;
    expect((await bench.desk.get('/family-care', 'investigating-officer Kozhikode')).status).toBe(403);
    expect((await bench.desk.get(path, 'cwc-chairperson Saran')).status).toBe(404);
  });
});

describe('a sign that it should stop', () => {
  test('is raised once by the worker, stops nothing, and ends with a person’s act', async () => {
    const { reference, path } = await sponsored({ ageFrom: '17' });
    const raised = () => nation.ask(worker, (context) => raiseStopSigns(context));
    await raised();
    expect(await happened(reference)).not.toContain('care.sponsorshipStopSeen');
    nation.clock.now = instantAt('2028-01-05' as Day, '12:00');
    expect(await raised()).toBeGreaterThan(0);
    expect(await raised()).toBe(0);
    expect((await happened(reference)).filter((one) => one === 'care.sponsorshipStopSeen')).toHaveLength(1);
    expect((await bench.desk.get(path, unit)).body).toContain('The child is eighteen.');
    const ended = { endedOn: '2028-01-04', because: 'eighteen', reasons: 'grown up' };
    expect((await refusedAt(bench.send(`${path}/end`, { ...ended, endedOn: '2026-11-01' }, unit), 'endedOn'))[1]).toBe(
      'The end is before the start.',
    );
    expect((await refusedAt(bench.send(`${path}/end`, { ...ended, endedOn: '2028-02-01' }, unit), 'endedOn'))[1]).toBe(
      'That lies in the future.',
    );
    expect((await bench.send(`${path}/end`, ended, unit)).status).toBe(303);
    expect((await happened(reference)).at(-1)).toBe('care.sponsorshipStopped');
    nation.clock.now = noon;
  });
});

test('a review that finds forty days missed raises the sign, and the duty to stop stays open after it', async () => {
  const { reference, path } = await sponsored();
  nation.clock.later(1);
  const paper = (await bench.send(`${path}/papers/sponsorship-review`, {}, unit)).location.split('?')[0]!;
  const review = {
    reviewedOn: '2026-11-24',
    income: '60000',
    daysAbsent: '40',
    moneySpent: 'books',
    childSays: 'I was ill',
    workerThinks: 'look again',
    outcome: 'change',
  };
  await bench.send(paper, { seen: '0', ...review }, unit);
  expect((await bench.send(`${paper}/hand-in`, {}, unit)).status).toBe(303);
  expect((await bench.desk.get(path, unit)).body).toContain('more than thirty days');
  const { rows } = await sql<{ ending: string | null }>`select b.ending from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.rule_id = 'I15.3'`.execute(nation.admin); // prettier-ignore
  expect(rows).toEqual([{ ending: null }]);
  nation.clock.now = noon;
});

test('a home of the district sees nothing of it, at the door and in the database; control: the Committee does', async () => {
  const { path } = await sponsored();
  expect((await bench.desk.get(path, home)).status).toBe(403);
  const seen = (who: Who) => nation.ask(who, async ({ db }) => (await sql`select 1 from care_arrangement`.execute(db)).rows.length);
  expect(await seen(home)).toBe(0);
  expect(await seen('child-protection-officer Saran')).toBe(0);
  expect(await seen(chair)).toBeGreaterThan(0);
});
