// The order register on a real database: numbered, signed by enough members each in the own session, unchangeable, and what an order starts.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../kernel/reference.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const happenings = async (reference: Reference): Promise<string[]> =>
  (
    await sql<{
      happening: string;
    }>`select e.happening from diary_entry e join record r on r.id = e.record_id where r.reference = ${reference}
      order by e.sequence`.execute(bench.nation.admin)
  ).rows.map(({ happening }) => happening);
const produced = async (): Promise<Reference> => {
  const reference = await bench.found();
  await bench.produce(reference);
  return reference;
};
const named = (count: number) => ({ signers: bench.members.slice(0, count).map(({ officerId }) => officerId) });

test('no order is drafted before the production, a restoration least of all, and the refusal says why', async () => {
  const reference = await bench.found();
  const draft = { type: 'restoration', language: 'en', body: 'Home.', suitableBy: 'home-visit', ...named(3) };
  const refused = await bench.send(`/cwc/${reference}/order?type=restoration`, draft);
  expect([refused.status, refused.body.includes('Record the production first'), refused.body.includes('>Home.</textarea>')]).toEqual([
    422,
    true,
    true,
  ]);
  await bench.produce(reference);
  expect((await bench.send(`/cwc/${reference}/order?type=restoration`, draft)).status).toBe(303); // control
});

test('an order with a gap left open is refused, and kinds that cannot be now are no links but say why', async () => {
  const reference = await produced();
  const draft = (body: string) => bench.send(`/cwc/${reference}/order?type=final`, { type: 'final', language: 'en', body, ...named(3) });
  const open = await draft('Grounds: …');
  expect([open.status, fieldError(open.body, 'body')]).toEqual([422, expect.stringContaining('left open')]);
  expect((await draft('She said: “home…”, and no more.')).status).toBe(303); // a person's own dots
  const list = (await bench.desk.get(`/cwc/${reference}/order`, chair)).body;
  expect(list).toContain('order?type=final"');
  for (const type of ['transfer', 'legally-free']) expect(list).not.toContain(`order?type=${type}"`);
  expect(list).toContain('Record first that the child’s home is elsewhere');
});

test('an order of two members where three are needed is refused in words, and the database refuses it too', async () => {
  const reference = await produced();
  const draft = { type: 'final', language: 'en', body: 'Decided.', ...named(2) };
  const refused = await bench.send(`/cwc/${reference}/order?type=final`, draft);
  expect([refused.status, refused.body.includes('takes 3 members; only 2 are named')]).toEqual([422, true]);
  const path = await bench.order(reference, 'final', {}, 3);
  const id = path.split('/').at(-1)!;
  const made = sql`update committee_order set made_at = now() where id = ${id}`;
  const fewer = bench.nation.admin.transaction().execute(async (db) => {
    await sql`alter table committee_order disable trigger order_stands`.execute(db);
    await sql`update committee_order set made_at = null where id = ${id}`.execute(db);
    await sql`alter table committee_order enable trigger order_stands`.execute(db);
    await sql`delete from order_signer where order_id = ${id} and officer_id = ${bench.members[0]!.officerId}`.execute(db);
    await made.execute(db);
  });
  await expect(fewer).rejects.toThrow(/not every member/);
});

test('each signs in the own session by the own name; the last signature makes it and writes what it starts; then its words stay', async () => {
  const reference = await produced();
  const draft = { type: 'interim-custody', language: 'hi', body: 'गृह में।', placedWith: 'fit-person', ...named(2) };
  const path = (await bench.send(`/cwc/${reference}/order?type=interim-custody`, draft)).location.split('?')[0]!;
  expect(await happenings(reference)).not.toContain('inquiry.orderMade');
  const page = await bench.desk.get(path, bench.seats[1]!);
  for (const words of ['गृह में।', 'Draft: 0 of 2 signed', 'name="consent"']) expect(page.body).toContain(words);
  const sign = (seat: number, consent: string) => bench.send(path, { step: 'sign', consent }, bench.seats[seat]!);
  const other = await sign(0, bench.members[1]!.name);
  expect([other.status, other.body.includes('not the name you are signed in by')]).toEqual([422, true]);
  expect((await sign(0, bench.members[0]!.name)).status).toBe(303);
  expect((await sign(0, bench.members[0]!.name)).status).toBe(422); // once
  expect((await sign(2, bench.members[2]!.name)).status).toBe(422); // not named
  expect((await bench.send(path, { step: 'withdraw' })).status).toBe(422);
  expect((await sign(1, `  ${bench.members[1]!.name.toUpperCase()} `)).status).toBe(303);
  expect((await happenings(reference)).slice(-2)).toEqual(['inquiry.orderMade', 'found.placed']);
  const id = path.split('/').at(-1)!;
  await expect(sql`update committee_order set text = 'another' where id = ${id}`.execute(bench.nation.admin)).rejects.toThrow(
    /later order corrects/,
  );
  await expect(sql`update order_signer set consent = 'x' where order_id = ${id}`.execute(bench.nation.admin)).rejects.toThrow(
    /not changed/,
  );
  const { rows } = await sql<{ same: boolean }>`select bool_and(s.text_hash = sha256(convert_to(o.text, 'UTF8'))) as same
    from committee_order o join order_signer s on s.order_id = o.id where o.id = ${id}`.execute(bench.nation.admin);
  expect(rows[0]!.same).toBe(true);
});

test('a number is never given again, a withdrawn draft keeps its own, and a later order corrects an earlier one', async () => {
  const reference = await produced();
  const numbers = async () =>
    (await sql<{ number: number }>`select number from committee_order order by number`.execute(bench.nation.admin)).rows.map(
      ({ number }) => number,
    );
  const first = (
    await bench.send(`/cwc/${reference}/order?type=other`, { type: 'other', language: 'en', body: 'One.', ...named(3) })
  ).location.split('?')[0]!;
  expect((await bench.send(first, { step: 'withdraw' })).status).toBe(303);
  expect((await bench.send(first, { step: 'sign', consent: bench.members[0]!.name })).status).toBe(422);
  const second = await bench.order(reference, 'age');
  const third = await bench.order(reference, 'age', { corrects: second.split('/').at(-1)! });
  const all = await numbers();
  expect(all).toEqual(all.map((_, at) => at + 1));
  expect((await bench.desk.get(second, chair)).body).toContain(`Corrected by No. ${all.length}/2026`);
  expect((await bench.desk.get(third, chair)).body).toContain('This order corrects No.');
  const drafts = await bench.send(`/cwc/${reference}/order?type=age`, {
    type: 'age',
    language: 'en',
    body: 'x',
    corrects: first.split('/').at(-1)!,
    ...named(3),
  });
  expect(drafts.status).toBe(422); // what was never made is not corrected
});

test('no order asks for a report by a day that is over', async () => {
  const reference = await produced();
  const draft = { type: 'social-report', language: 'en', body: 'Visit them.', toOffice: bench.nation.officer(unit).officeId, ...named(3) };
  const past = await bench.send(`/cwc/${reference}/order?type=social-report`, { ...draft, dueOn: '2026-11-23' });
  expect([past.status, fieldError(past.body, 'dueOn')]).toEqual([422, 'That day is over already.']);
  expect((await bench.send(`/cwc/${reference}/order?type=social-report`, { ...draft, dueOn: '2026-12-08' })).status).toBe(303); // control
});

test('an order is read by the office it binds once it is made, by no other office, and carried out by it', async () => {
  const reference = await produced();
  const dcpu = bench.nation.officer(unit);
  const draft = { type: 'escort', language: 'en', body: 'To Saran.', escortOf: 'dcpu', toOffice: dcpu.officeId, ...named(3) };
  const path = (await bench.send(`/cwc/${reference}/order?type=escort`, draft)).location.split('?')[0]!;
  expect((await bench.desk.get(`${path}?purpose=supervision`, unit)).status).toBe(404); // a draft
  for (const at of [0, 1, 2]) await bench.send(path, { step: 'sign', consent: bench.members[at]!.name }, bench.seats[at]!);
  expect((await bench.desk.get(`${path}?purpose=supervision`, unit)).body).toContain('To Saran.');
  expect((await bench.desk.get(path, home)).status).toBe(404); // it does not bind the home
  expect((await bench.desk.get(path, 'duty-officer Kozhikode')).status).toBe(403);
  expect((await bench.desk.get(path, 'cwc-chairperson Kannur')).status).toBe(404);
  for (const [doneOn, says] of [
    ['2026-11-23', 'The order was made after that day.'],
    ['2026-11-25', 'This lies in the future.'],
  ] as const) {
    const wrong = await bench.send(`${path}?purpose=supervision`, { step: 'done', doneOn }, unit);
    expect([wrong.status, fieldError(wrong.body, 'doneOn')]).toEqual([422, says]);
  }
  expect((await bench.send(`${path}?purpose=supervision`, { step: 'done', doneOn: '2026-11-24' }, unit)).status).toBe(303);
  expect((await happenings(reference)).at(-1)).toBe('inquiry.escortArranged');
});

test('an order not carried out stays on the list of the office it binds, behind however many newer', async () => {
  const reference = await produced();
  const { officeId } = bench.nation.officer(unit);
  const path = await bench.order(reference, 'escort', { escortOf: 'dcpu', toOffice: officeId });
  const { rows } =
    await sql`insert into committee_order (id, record_id, cwc_id, year, number, type, language, text, least_signers, to_office_id, drafted_by, drafted_at, made_at)
    select gen_random_uuid(), record_id, cwc_id, year, 1000 + n, 'other', language, text, 2, to_office_id, drafted_by, drafted_at, made_at + n * interval '1 second'
    from committee_order cross join generate_series(1, 101) as n where id = ${path.split('/').at(-1)} returning id`.execute(
      bench.nation.admin,
    );
  expect(rows).toHaveLength(101);
  expect((await bench.desk.get('/cwc', unit)).body).toContain(path);
});

test('only a Committee drafts; nobody writes what an order says into the diary by another way', async () => {
  const reference = await produced();
  for (const who of [home, unit, 'duty-officer Kozhikode', 'district-nodal-officer Kozhikode'] as const)
    expect(
      (await bench.send(`/cwc/${reference}/order?type=other`, { type: 'other', language: 'en', body: 'x', ...named(3) }, who)).status,
    ).toBe(403);
  const write = (who: typeof home | typeof chair) =>
    bench.nation.ask(who, async (context) => {
      const { writeDiary } = await import('../../diary/index.ts');
      const { rows } = await sql<{ id: never }>`select id from record where reference = ${reference}`.execute(context.db);
      await writeDiary(context, rows[0]!.id, { happening: 'inquiry.finalOrderMade', facts: {} });
    });
  await expect(write(home)).rejects.toMatchObject({ code: '42501' });
  await write(chair); // control
});

test.each(['en', 'hi'])('every kind of order has its words in %s', async (language) => {
  const reference = await produced();
  expect((await bench.desk.get(`/cwc/${reference}/order`, chair, language)).status).toBe(200);
  const { orderTypes } = await import('./order-type.ts');
  for (const type of orderTypes)
    for (const drafted of ['en', 'hi'])
      expect([type, (await bench.desk.get(`/cwc/${reference}/order?type=${type}&language=${drafted}`, chair, language)).status]).toEqual([
        type,
        200,
      ]);
});

test('a child nobody reported missing goes home by an order of Form 44 the quorum signed, and not before the last signature', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  const home = { orderNumber: 'R/1', orderedOn: '2026-11-24', toRelation: 'parents', restoredOn: '2026-11-24', restoredAt: '11:30' };
  const early = await bench.send(`/cwc/${reference}/restoration`, home);
  expect([early.status, early.location]).not.toContain(303);
  expect((await bench.desk.get(`/found/${reference}?purpose=supervision`, chair)).body).not.toContain(`/cwc/${reference}/restoration`);
  await bench.order(reference, 'restoration', { suitableBy: 'home-visit' });
  expect((await bench.desk.get(`/found/${reference}?purpose=supervision`, chair)).body).toContain(`/cwc/${reference}/restoration`);
  const beforeOrder = await bench.send(`/cwc/${reference}/restoration`, { ...home, orderedOn: '2026-11-23', restoredOn: '2026-11-23' });
  expect(beforeOrder.status).toBe(422);
  expect((await bench.send(`/cwc/${reference}/restoration`, home)).body).toContain('signed order of restoration'); // R/1 is in no register
  const [, orderNumber] = /value="(\d+\/2026)"/.exec((await bench.desk.get(`/cwc/${reference}/restoration`, chair)).body)!; // the register's own is filled in
  expect((await bench.send(`/cwc/${reference}/restoration`, { ...home, orderNumber: orderNumber! })).status).toBe(303);
});
