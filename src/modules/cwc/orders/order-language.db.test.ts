// An order in the language of its State: offered, drafted, kept and printed where the State speaks it, and refused elsewhere.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, chair, startBench } from '../../../../tests/database/committee.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
  await sql`update state set languages = '{ta,en}' where code = 'KL'`.execute(bench.nation.admin);
});
afterAll(() => bench?.stop());

const languageOf = (pdf: Buffer): string | undefined => /\/Lang ?\((\w+)(?:-IN)?\)/.exec(pdf.toString('latin1'))?.[1];

test('a Committee whose State speaks Tamil drafts its order in Tamil, and it is printed so for a reader of English', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  const { body } = await bench.desk.get(`/cwc/${reference}/order?type=interim-custody`, chair);
  expect([body.includes('name="language" value="ta"'), body.includes('விசாரணை முடியும் வரை')]).toEqual([true, true]);
  expect([body.includes('language=en"'), body.includes('language=bn"')]).toEqual([true, false]);
  const path = await bench.order(reference, 'interim-custody', { placedWith: 'fit-person', language: 'ta', body: 'மாமாவிடம்.' });
  const { rows } = await sql<{ text: string }>`select text from committee_order where language = 'ta'`.execute(bench.nation.admin);
  expect(rows.map(({ text }) => [text.includes('ஆணை எண்'), text.includes('தங்கும் இடம்: தகுதியான நபர்')])).toEqual([[true, true]]);
  expect(languageOf((await bench.desk.get(`${path}/order.pdf`, chair, 'en')).bytes)).toBe('ta');
  const [asked, reader] = [`/cwc/${reference}/form-15.pdf?language=ta`, `/cwc/${reference}/form-15.pdf`];
  expect(languageOf((await bench.desk.get(asked, chair, 'en')).bytes)).toBe('ta');
  expect(languageOf((await bench.desk.get(reader, chair, 'en')).bytes)).toBe('en');
});

test('no order is drafted in a language its State does not speak', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  const signers = bench.members.slice(0, 3).map(({ officerId }) => officerId);
  const send = (language: string) =>
    bench.send(`/cwc/${reference}/order?type=final`, { type: 'final', language, body: 'As heard.', signers });
  expect([(await send('bn')).status, (await send('mr')).status]).toEqual([422, 422]);
  expect([(await send('ta')).status, (await send('hi')).status]).toEqual([303, 303]); // control
});
