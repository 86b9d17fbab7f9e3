// The Committee's papers: each is a PDF for who may read what it prints, and is not there for anybody else.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import { forms } from '../../../kernel/forms.ts';
import type { Order } from '../orders/order.ts';
import { orderPaper } from './order-paper.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

test('the file, its orders, a report and a surrender are printed for the Committee, in both languages', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  await bench.send(`/cwc/${reference}/without-parents`, {
    because: 'surrendered',
    ageThen: 'over-two',
    deedOn: '2026-11-24',
    surrenderedBy: 'the mother',
    counselled: 'yes',
  });
  const custody = await bench.order(reference, 'interim-custody', { placedWith: 'fit-person', language: 'hi', body: 'मामा के पास।' });
  await bench.order(reference, 'social-report', { toOffice: bench.nation.officer(unit).officeId, dueOn: '2026-12-05' });
  const papers = [
    `/cwc/${reference}/form-15.pdf`,
    `/cwc/${reference}/form-26.pdf`,
    `/cwc/${reference}/form-23.pdf`,
    `/cwc/${reference}/form-24.pdf`,
    `${custody}/order.pdf`,
  ];
  for (const language of ['en', 'hi'])
    for (const paper of papers) {
      const { status, headers, bytes } = await bench.desk.get(paper, chair, language);
      expect([paper, status, headers['content-type'], bytes.subarray(0, 5).toString()]).toEqual([paper, 200, 'application/pdf', '%PDF-']);
    }
  for (const paper of papers) {
    expect([403, 404]).toContain((await bench.desk.get(paper, home)).status);
    expect((await bench.desk.get(paper, 'duty-officer Kozhikode')).status).toBe(403);
    expect((await bench.desk.get(paper, 'cwc-chairperson Kannur')).status).toBe(404);
  }
  expect((await bench.desk.get(`/cwc/${reference}/form-25.pdf`, chair)).status).toBe(404); // no certificate yet
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from audit_entry where name like 'cwc.print.%' and action = 'read'`.execute(bench.nation.admin);
  expect(rows[0]!.n).toBeGreaterThanOrEqual(10);
});

test('an order is printed on the form of the rules that is for it, with its signatures and the digest of its words', async () => {
  const view = await bench.nation.ask(chair, async (context) => viewOf(context));
  const order = { id: '', year: 2026, number: 3, text: 'As heard.\n\nStays.', draftedAt: '2026-11-24T06:30:00.000Z', madeAt: '2026-11-24T06:30:00.000Z', withdrawnAt: null,
    signers: [{ officerId: '', name: 'Meera', signedAt: '2026-11-24T06:30:00.000Z' }] } as unknown as Order; // prettier-ignore
  const numberOf = (fields: Partial<Order>) =>
    orderPaper(view, { order: { ...order, ...fields }, childName: 'Asha', pictures: new Map() }).form?.number ?? null;
  expect([
    numberOf({ type: 'interim-custody', placedWith: 'children-home' }),
    numberOf({ type: 'interim-custody', placedWith: 'fit-person' }),
    ...(['undertaking', 'social-report', 'restoration', 'escort', 'final'] as const).map((type) => numberOf({ type })),
  ]).toEqual(['18', '19', '20', '21', '44', '45', null]);
  const paper = orderPaper(view, { order: { ...order, type: 'final' }, childName: 'Asha', pictures: new Map() });
  expect(JSON.stringify(paper.body)).toContain('Meera');
  expect(JSON.stringify(paper.body)).toMatch(/"textHash":"[0-9a-f]{64}"/);
  expect(forms.filter(({ module }) => module === 'cwc').map(({ number }) => number)).toEqual([
    15, 18, 19, 20, 21, 22, 23, 24, 25, 26, 44, 45,
  ]);
});
