// The picture of a member's signature: brought by its owner, printed on what was signed with it, and nobody else's to use or to see.
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, chair, home, startBench } from '../../../../tests/database/committee.ts';
import type { Who } from '../../../../tests/database/tools.ts';
import { signatureOf, signaturePictures } from '../../officers/index.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const written = (from: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#fff"/><path d="M${from} 320 q60 -160 120 0 t120 0 t120 0" fill="none" stroke="#123" stroke-width="9"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
const bring = async (who: Who, from = 200) =>
  bench.desk.post('/account/signature', {}, who, { name: 'signature.jpg', field: 'signature', bytes: await written(from) });
const idOf = (who: Who) => bench.nation.ask(who, (context) => signatureOf(context, bench.nation.officer(who).officerId));
const seenBy = async (who: Who, id: string) => (await bench.nation.ask(who, (context) => signaturePictures(context, [id]))).size;

test('a picture that is none is refused at its field; kept, it is shown to its owner alone, sealed', async () => {
  for (const language of ['en', 'hi']) expect((await bench.desk.get('/account/signature', chair, language)).status).toBe(200);
  const nothing = await bench.desk.post('/account/signature', {}, chair);
  expect([nothing.status, nothing.body.includes('signature-error')]).toEqual([422, true]);
  expect((await bring(chair)).status).toBe(303);
  const id = (await idOf(chair))!;
  expect((await bench.desk.get(`/account/signature/${id}`, chair)).status).toBe(200);
  expect((await bench.desk.get(`/account/signature/${id}`, home)).status).toBe(404);
  expect([await seenBy(chair, id), await seenBy(home, id), await seenBy(bench.seats[1]!, id)]).toEqual([1, 0, 0]);
  const { rows } = await sql<{ sealed: Buffer }>`select picture_sealed as sealed from officer_signature`.execute(bench.nation.admin);
  expect(rows.every(({ sealed }) => !sealed.includes('PNG'))).toBe(true);
});

test('an order is signed with the picture kept that moment, and keeps it when its owner brings another', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  await bring(chair, 150);
  const first = (await idOf(chair))!;
  const path = await bench.order(reference, 'interim-custody', { placedWith: 'fit-person' }, 2);
  const orderId = path.split('/').at(-1)!;
  const size = async () => (await bench.desk.get(`${path}/order.pdf`, chair)).bytes.length;
  const printed = await size();
  const kept = async () =>
    (
      await sql<{
        id: string | null;
      }>`select signature_id as id from order_signer where order_id = ${orderId} order by signature_id nulls last`.execute(
        bench.nation.admin,
      )
    ).rows.map(({ id }) => id);
  expect(await kept()).toEqual([first, null]);
  await bring(chair, 300);
  expect(await idOf(chair)).not.toBe(first);
  expect(await kept()).toEqual([first, null]);
  expect(await seenBy(bench.seats[1]!, first)).toBe(1); // the order may be read, so may what it was signed with
  expect(await seenBy('cwc-chairperson Kannur', first)).toBe(0);
  await expect(sql`update order_signer set signature_id = null where order_id = ${orderId}`.execute(bench.nation.admin)).rejects.toThrow(
    /a signature is not changed/,
  );
  expect((await bench.desk.post('/account/signature/remove', {}, chair)).status).toBe(303);
  expect([await idOf(chair), await size()]).toEqual([null, printed]);
});

test('nobody signs with a picture of somebody else, in SQL neither', async () => {
  const reference = await bench.found();
  await bench.produce(reference);
  await bring(bench.seats[2]!, 250);
  const theirs = (await idOf(bench.seats[2]!))!;
  const draft = { type: 'final', language: 'en', body: 'As heard.', signers: bench.members.slice(0, 3).map(({ officerId }) => officerId) };
  const path = (await bench.send(`/cwc/${reference}/order?type=final`, draft)).location.split('?')[0]!;
  const sign = (signature: string | null) =>
    bench.nation.ask(chair, (context) =>
      sql`update order_signer set signed_at = ${context.now}, method = 'typed-consent', consent = 'x', text_hash = '\\x00', signature_id = ${signature}
        where order_id = ${path.split('/').at(-1)!} and officer_id = ${bench.members[0]!.officerId}`.execute(context.db),
    );
  await expect(sign(theirs)).rejects.toThrow(/row-level security/);
  await expect(sign(null)).resolves.toBeDefined(); // control
});
