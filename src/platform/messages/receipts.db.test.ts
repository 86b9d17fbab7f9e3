// Receipts: the same end whatever order they come in and however often, and a refused receiver told where refusals are read.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { type Instant, addHours, addMinutes } from '../../kernel/time.ts';
import { inContext } from '../context.ts';
import { sendWaitingMessages } from '../../../tests/database/send-waiting.ts';
import { type Nation, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { type Receipt, insertReceipts, takeReceipts } from './receipts.ts';
import { queueMessage, refusedReceivers } from './store.ts';

let nation: Nation;
beforeAll(async () => void (nation = await startNation()));
afterAll(() => nation?.stop());
beforeEach(async () => {
  await sql`delete from message`.execute(nation.admin);
  nation.clock.now = noon;
});

const facts = { office: 'SJPU Saran', link: 'https://desk.example/nodal-officers/confirm?link=x' };
const queue = async () =>
  (await nation.ask(worker, (context) =>
    queueMessage(context, { channel: 'sms', to: '+911', template: 'nodalConfirmation', facts, locale: 'en' }, newId()),
  ))!;
const report = (...receipts: Receipt[]) =>
  inContext(
    nation.tools('exchange'),
    { actor: { kind: 'system', name: 'test' }, requestId: newId(), ground: { name: 'test', purpose: 'duty' } },
    (context) => insertReceipts(context, 'sms', receipts),
  );
const take = () => nation.ask(worker, takeReceipts);
type Fate = { acceptedAt: Instant | null; deliveredAt: Instant | null; failedAt: Instant | null; receiverRefused: boolean };
const fateOf = async (id: string): Promise<Fate> =>
  (
    await sql<Fate>`select sent_at as accepted_at, delivered_at, failed_at, receiver_refused from message where id = ${id}`.execute(
      nation.admin,
    )
  ).rows[0]!;
const refused = () => nation.ask(worker, (context) => refusedReceivers(context, 'nodalConfirmation', addHours(noon, -24)));

function* orders<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries())
    for (const rest of orders([...items.slice(0, at), ...items.slice(at + 1)])) yield [item, ...rest];
}

const at = (minute: number) => addMinutes(noon, minute);
const told = [
  { status: 'accepted', at: at(1) },
  { status: 'expired', at: at(2) },
  { status: 'failed', at: at(3) },
  { status: 'delivered', at: at(4) },
] as const;

/** What each order leaves, receipts handed in one at a time and each twice. */
async function ends(receipts: readonly Omit<Receipt, 'reference'>[]): Promise<Set<string>> {
  const seen = new Set<string>();
  for (const order of orders(receipts)) {
    nation.clock.now = noon;
    const reference = await queue();
    nation.clock.now = at(10);
    for (const receipt of order) {
      await report({ reference, ...receipt }, { reference, ...receipt });
      await take();
    }
    seen.add(JSON.stringify(await fateOf(reference)));
  }
  return seen;
}

test('delivered is the last word in every order', async () => {
  expect([...(await ends(told))].map((text) => JSON.parse(text) as unknown)).toEqual([
    { acceptedAt: at(1), deliveredAt: at(4), failedAt: null, receiverRefused: false },
  ]);
});

test('without a delivery the earliest failure counts, and a refusal outweighs a giving up, in every order', async () => {
  expect([...(await ends(told.slice(0, 3)))].map((text) => JSON.parse(text) as unknown)).toEqual([
    { acceptedAt: at(1), deliveredAt: null, failedAt: at(2), receiverRefused: true },
  ]);
});

test('all in one report end as one by one', async () => {
  const reference = await queue();
  nation.clock.now = at(10);
  await report(...told.toReversed().map((receipt) => ({ reference, ...receipt })));
  expect(await take()).toBe(4);
  expect(await fateOf(reference)).toMatchObject({ acceptedAt: at(1), deliveredAt: at(4), failedAt: null });
});

test('a number that takes no message is told where refusals are read; one that was only off is not', async () => {
  const [off, dead] = [await queue(), await queue()];
  await report({ reference: off, status: 'expired', at: at(0) });
  await take();
  expect(await refused()).toEqual([]);
  await report({ reference: dead, status: 'failed', at: at(0) });
  await take();
  expect((await refused()).length).toBe(1);
  await report({ reference: dead, status: 'delivered', at: at(0) });
  await take();
  expect(await refused()).toEqual([]);
});

test('a receipt that comes before our own note: what was taken is not sent again, what was refused stays refused', async () => {
  const [taken, dead] = [await queue(), await queue()];
  await sendWaitingMessages(
    nation.tools('worker'),
    [
      {
        channel: 'sms',
        async send({ id }) {
          await report({ reference: id, status: id === taken ? 'delivered' : 'failed', at: at(0) });
          await take();
          return { outcome: 'tryAgain', because: 'answer-lost' };
        },
      },
    ],
    () => {},
  );
  nation.clock.later(1);
  const again: string[] = [];
  const send = async ({ id }: { id: string }) => (again.push(id), { outcome: 'accepted' } as const);
  await sendWaitingMessages(nation.tools('worker'), [{ channel: 'sms', send }], () => {});
  expect(again).toEqual([]);
  expect([(await fateOf(taken)).failedAt, (await fateOf(dead)).receiverRefused]).toEqual([null, true]);
});

test('no time is before the message nor after the report, and what answers to no message is dropped', async () => {
  const reference = await queue();
  await report(
    { reference, status: 'accepted', at: addHours(noon, -5) },
    { reference, status: 'delivered', at: addHours(noon, 5) },
    { reference: newId(), status: 'failed', at: at(0) },
  );
  expect(await take()).toBe(3);
  expect(await fateOf(reference)).toMatchObject({ acceptedAt: noon, deliveredAt: noon });
  expect(await take()).toBe(0);
});
