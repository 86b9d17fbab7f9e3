// A child without parents: which clock runs, sixty days in which a surrender may be taken back, three members, the certificate.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../kernel/reference.ts';
import { addDays, dayOf } from '../../../kernel/time.ts';
import { fieldError } from '../../../../tests/database/door.ts';
import { type Bench, chair, home, startBench } from '../../../../tests/database/committee.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const produced = async (ageFrom = '9'): Promise<Reference> => {
  const reference = await bench.found({ ageFrom });
  await bench.produce(reference);
  return reference;
};
const due = async (reference: Reference, rule: string) =>
  (await sql<{ at: string }>`select b.due_at as at from obligation b join record r on r.id = b.record_id where r.reference = ${reference} and b.rule_id = ${rule}
    and b.ending is null`.execute(bench.nation.admin)).rows.map(({ at }) => dayOf(at as never)); // prettier-ignore
const take = (reference: Reference, fields: Record<string, string>) => bench.send(`/cwc/${reference}/without-parents`, fields);

test('two months for a child of two or under, four above, from the production; an age the record contradicts is refused; family ends it', async () => {
  const baby = await produced('1');
  expect(await due(baby, 'C02')).toEqual(['2027-03-23']);
  const wrong = await take(baby, { because: 'abandoned', ageThen: 'over-two' });
  expect([wrong.status, wrong.body.includes('ageThen-error')]).toEqual([422, true]);
  expect((await take(baby, { because: 'abandoned', ageThen: 'two-or-under' })).status).toBe(303);
  expect([await due(baby, 'C05'), await due(baby, 'C06'), await due(baby, 'C02')]).toEqual([['2027-01-23'], ['2027-01-26'], []]);
  expect((await take(baby, { because: 'abandoned', ageThen: 'two-or-under' })).status).toBe(422); // taken already
  const older = await produced('9');
  await take(older, { because: 'orphan', ageThen: 'over-two' });
  expect(await due(older, 'C05')).toEqual(['2027-03-23']);
  expect((await bench.send(`/cwc/${older}/family`, { cameOn: '2026-11-24', whoCame: 'an uncle' })).status).toBe(303);
  expect([await due(older, 'C05'), await due(older, 'C02')]).toEqual([[], ['2027-03-23']]);
});

test('nobody is declared free who was not taken as without parents, by fewer than three, or while a surrender may be taken back', async () => {
  const reference = await produced();
  const declare = (signers = 3) =>
    bench.send(`/cwc/${reference}/order?type=legally-free`, {
      type: 'legally-free', language: 'en', body: 'Free.', signers: bench.members.slice(0, signers).map(({ officerId }) => officerId),
    }); // prettier-ignore
  expect((await declare()).body).toContain('has not found this child to be without parents');
  const bare = await take(reference, { because: 'surrendered', ageThen: 'over-two' });
  for (const field of ['deedOn', 'surrenderedBy', 'counselled']) expect(bare.body).toContain(`${field}-error`);
  expect(
    (
      await take(reference, {
        because: 'surrendered',
        ageThen: 'over-two',
        deedOn: '2026-11-24',
        surrenderedBy: 'the mother',
        counselled: 'yes',
      })
    ).status,
  ).toBe(303);
  expect((await declare()).body).toContain('60 days are left of the sixty');
  bench.nation.clock.later(59 * 24);
  expect((await declare()).body).toContain('1 day is left of the sixty');
  bench.nation.clock.later(24);
  expect((await declare(2)).body).toContain('takes 3 members; only 2 are named');
  await bench.order(reference, 'legally-free');
  const certificate = {
    givenOn: dayOf(bench.nation.clock.now),
    basis: 'Report of the unit',
    restorationTried: 'yes',
    counsellingDone: 'yes',
  };
  expect((await bench.send(`/cwc/${reference}/certificate`, { ...certificate, counsellingDone: '' })).status).toBe(422);
  expect((await bench.send(`/cwc/${reference}/certificate`, certificate, home)).status).toBe(403);
  const today = dayOf(bench.nation.clock.now);
  for (const [givenOn, says] of [
    [addDays(today, 1), 'This lies in the future.'],
    [addDays(today, -1), 'The order was made after that day.'],
  ] as const) {
    const wrong = await bench.send(`/cwc/${reference}/certificate`, { ...certificate, givenOn });
    expect([wrong.status, fieldError(wrong.body, 'givenOn')]).toEqual([422, says]);
  }
  expect((await bench.send(`/cwc/${reference}/certificate`, certificate)).status).toBe(303);
  expect((await bench.send(`/cwc/${reference}/certificate`, certificate)).status).toBe(422);
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain('Certificate of Form 25');
  bench.nation.clock.later(-60 * 24);
});

test.each(['en', 'hi'])('every short form has its words in %s', async (language) => {
  const reference = await produced();
  for (const form of ['residence', 'sent', 'journey', 'appeal', 'without-parents', 'family', 'certificate'])
    expect([form, (await bench.desk.get(`/cwc/${reference}/${form}`, chair, language)).status]).toEqual([form, 200]);
});
