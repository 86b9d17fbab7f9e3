// What police systems sent is erased when its time is over: never what waits, never evidence; and nothing stands before what is erased.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { das, nation, startCase } from '../../../../tests/database/asha.ts';
import { NODE, asha, became, come, fir, openNode, paperNamed, settleAll, traced, updated } from '../../../../tests/database/told.ts';
import { secret, worker } from '../../../../tests/database/tools.ts';
import { delivery, messageOf, openExchangeDoor, send } from '../../../../tests/exchange/node.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { writeDiary } from '../../diary/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { type PaperMessage, paperKey } from '../messages/index.ts';
import { demoNodeKey } from '../trust/demo-key.ts';
import { eraseSettled } from './erasing.ts';

let door: FastifyInstance;
beforeAll(async () => {
  await startCase();
  await openNode(nation);
  const { keyId, publicKey } = demoNodeKey(secret, NODE);
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    select ${keyId}, ${NODE}, ${publicKey}, valid_from, entered_at, confirmed_at from exchange_node_key limit 1`.execute(nation.admin);
  door = await openExchangeDoor(nation);
});
afterAll(async () => {
  await door.close();
  await nation.stop();
});

const DAYS = 30;
const erase = (): Promise<void> =>
  eraseSettled(
    (work) => nation.ask(worker, work),
    DAYS,
    () => true,
  );
/** The clock runs on, and back: what others do is done now. */
async function after<T>(days: number, work: () => Promise<T>): Promise<T> {
  nation.clock.later(24 * days);
  const done = await work();
  nation.clock.later(-24 * days);
  return done;
}
async function keptOf(...messages: PaperMessage[]): Promise<boolean[]> {
  const { rows } = await sql<{ messageId: string; kept: boolean }>`select message_id, sealed is not null as kept from exchange_message`.execute(nation.admin);
  return messages.map(({ messageId }) => rows.find((row) => row.messageId === messageId)!.kept);
} // prettier-ignore
async function close(message: PaperMessage): Promise<void> {
  const children = await nation.ask(worker, (context) => childrenOfPapers(context, [paperKey(message.paper)]));
  for (const { recordId } of children)
    await nation.ask(worker, (context) => writeDiary(context, recordId, { happening: 'missing.closed', facts: { outcome: 'entered-in-error' }, byOffice: das.officeId }));
} // prettier-ignore

test('bytes are erased when all in a delivery is settled and its time is over; digest, signature and receipt stay', async () => {
  const two = [messageOf(nation), { broken: true }].map((one) => JSON.stringify(one)).join('\n');
  const { body } = await send(door, delivery(nation, NODE, two, { type: 'application/x-ndjson' }));
  const stored = async () => (await sql<Record<string, unknown>>`select * from exchange_delivery where id = ${body['deliveryId']}`.execute(nation.admin)).rows[0]!;
  const before = await stored();
  await sql`update exchange_message set state = 'applied', settled_at = received_at where state = 'received'`.execute(nation.admin);
  await after(DAYS + 1, erase);
  expect((await stored())['raw']).toEqual(before['raw']); // one of the two waits for a person
  await sql`update exchange_message set state = 'ignored', reason = 'dismissed' where state = 'quarantined'`.execute(nation.admin);
  await after(DAYS - 1, erase);
  expect((await stored())['raw']).toEqual(before['raw']);
  await after(DAYS + 1, erase);
  expect(await stored()).toEqual({ ...before, raw: null });
  const again = await send(door, delivery(nation, NODE, two, { type: 'application/x-ndjson' }));
  expect(again.body).toEqual(body); // the same receipt still
}); // prettier-ignore

test('the bytes of what waits the worker itself cannot erase, nor change anything else of a delivery', async () => {
  const { body } = await send(door, delivery(nation, NODE, messageOf(nation)));
  const id = body['deliveryId'];
  await expect(nation.ask(worker, ({ db }) => sql`update exchange_delivery set raw = null where id = ${id}`.execute(db))).rejects.toThrow('settled');
  await sql`update exchange_message set state = 'applied', settled_at = received_at where delivery_id = ${id}`.execute(nation.admin);
  await expect(sql`update exchange_delivery set raw = 'else' where id = ${id}`.execute(nation.admin)).rejects.toThrow('erased');
  await nation.ask(worker, ({ db }) => sql`update exchange_delivery set raw = null where id = ${id}`.execute(db)); // control
}); // prettier-ignore

test('what messages say is kept while a child of the paper is looked for, or anything of the paper waits', async () => {
  const [open, shut, held] = [fir(paperNamed()), fir(paperNamed()), fir(paperNamed())];
  await come(nation, open, shut, held, traced(held.paper, 2, {}, 7));
  await settleAll(nation);
  for (const one of [shut, held]) await close(one);
  await after(DAYS - 1, erase);
  expect(await keptOf(open, shut, held)).toEqual([true, true, true]);
  await after(DAYS + 1, erase);
  expect(await keptOf(open, shut, held)).toEqual([true, false, true]);
});

test('nothing comes to stand before what is erased: it waits for a person; what comes behind it takes effect', async () => {
  const paper = paperNamed();
  const [first, second] = [fir(paper), updated(paper, 2, { clothing: 'red shirt' })];
  await come(nation, first, second);
  await settleAll(nation);
  await close(first);
  await after(DAYS + 1, erase);
  expect(await keptOf(first, second)).toEqual([false, false]);
  const rival = fir(paper, {}, { sentAt: addMinutes(first.sentAt, -5), rawNumber: 'sent before' });
  const behind = traced(paper, 3);
  await come(nation, rival, behind);
  await settleAll(nation);
  expect(await became(nation, first, second, rival, behind)).toEqual(['applied', 'applied', 'quarantined too-late', 'applied']);
});

test('what was set aside and said anew since holds up nothing, and is erased too; control: said anew by nobody it is kept', async () => {
  const paper = paperNamed();
  const rawNumber = `said anew ${paper.number}`;
  const [astray, unanswered, right] = [fir({ ...paper, station: 'PS-BR-SAR-71' }, {}, { rawNumber }), fir(paperNamed({ station: 'PS-BR-SAR-72' })), fir(paper, {}, { rawNumber })];
  for (const one of [astray, unanswered, right]) {
    await come(nation, one);
    await settleAll(nation);
  }
  expect(await became(nation, astray, unanswered, right)).toEqual(['quarantined unknown-station', 'quarantined unknown-station', 'applied']);
  await close(right);
  await sql`alter table exchange_delivery disable trigger exchange_delivery_kept`.execute(nation.admin);
  await sql`update exchange_delivery set raw = 'as it came' where id in (select delivery_id from exchange_message where message_id in (${astray.messageId}, ${unanswered.messageId}))`.execute(nation.admin);
  await sql`alter table exchange_delivery enable trigger exchange_delivery_kept`.execute(nation.admin);
  const raws = async () => (await sql<{ kept: boolean }>`select d.raw is not null as kept from exchange_message m join exchange_delivery d on d.id = m.delivery_id
    where m.message_id in (${astray.messageId}, ${unanswered.messageId}) order by m.sequence`.execute(nation.admin)).rows.map(({ kept }) => kept);
  expect(await raws()).toEqual([true, true]);
  await after(DAYS - 1, erase);
  expect([await keptOf(astray, unanswered, right), await raws()]).toEqual([[true, true, true], [true, true]]);
  await after(DAYS + 1, erase);
  expect([await keptOf(astray, unanswered, right), await raws()]).toEqual([[false, true, false], [false, true]]);
}); // prettier-ignore

test('share by share all is erased whose time is over, past what is kept yet; control: in one share too', async () => {
  for (const most of [1, 100]) {
    const [kept, ...over] = [fir(paperNamed()), fir(paperNamed()), fir(paperNamed()), fir(paperNamed())];
    for (const one of [kept!, ...over]) {
      await come(nation, one);
      await settleAll(nation);
    }
    for (const one of over) await close(one);
    await after(DAYS + 1, () => eraseSettled((work) => nation.ask(worker, work), DAYS, () => true, most));
    expect([most, await keptOf(kept!, ...over)]).toEqual([most, [true, false, false, false]]);
  }
}); // prettier-ignore

test('a picture is kept with its message until it is among the photographs', async () => {
  const photograph = { mediaType: 'image/jpeg' as const, base64: Buffer.from('no picture').toString('base64') };
  const [shown, waiting] = [fir(paperNamed(), { children: [{ ...asha, photograph }] }), fir(paperNamed({ district: 'BR-PAT' }), { children: [{ ...asha, photograph }] })];
  await come(nation, shown, waiting);
  await settleAll(nation);
  const { rows } = await sql`select state, pictures is not null as kept from exchange_message where message_id in (${shown.messageId}, ${waiting.messageId}) order by sequence`.execute(nation.admin);
  expect(rows).toEqual([{ state: 'applied', kept: false }, { state: 'quarantined', kept: true }]);
}); // prettier-ignore

test('what a message says stands nowhere in clear', async () => {
  const told = fir(paperNamed(), { informant: { name: 'Kamala Devi', relation: 'mother', telephone: '+919830012345' } });
  await come(nation, told);
  const { rows } = await sql<{ line: string }>`select m::text || encode(sealed, 'escape') as line from exchange_message m where message_id = ${told.messageId}`.execute(nation.admin);
  for (const words of ['Kamala', 'Asha', '9830012345', 'yellow frock']) expect(rows[0]!.line).not.toContain(words);
  expect(rows[0]!.line).toContain(told.messageId); // control
}); // prettier-ignore
