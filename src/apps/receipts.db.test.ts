// The door of machines takes reports of gateways: by their token alone, within a budget, and tells nobody which messages exist.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { createServer } from '../platform/http/server.ts';
import { openLog } from '../platform/log.ts';
import { takeReceipts } from '../platform/messages/index.ts';
import { queueMessage } from '../platform/messages/store.ts';
import { type Nation, noon, startNation, worker } from '../../tests/database/tools.ts';
import { mountReceipts } from './receipts.ts';

const TOKEN = 'a token gateways of tests show';
const MAIL_TOKEN = 'a token mail servers of tests show';
let nation: Nation;
let app: Awaited<ReturnType<typeof createServer>>['app'];
let known: string;

beforeAll(async () => {
  nation = await startNation();
  app = (await createServer(nation.tools('exchange'), openLog('silent'))).app;
  mountReceipts(app, nation.tools('exchange'), { sms: TOKEN, email: MAIL_TOKEN }, openLog('silent'));
  const facts = { code: '123456', minutes: 10 };
  known = (await nation.ask(worker, (context) =>
    queueMessage(context, { channel: 'sms', to: '+911', template: 'oneTimeCode', facts, locale: 'en' }),
  ))!;
});
afterAll(async () => {
  await app?.close();
  await nation?.stop();
});

const receipt = (reference: string) => ({ reference, status: 'delivered', at: noon });
async function post(payload: unknown, authorization = `Bearer ${TOKEN}`): Promise<{ status: number; body: string }> {
  const answer = await app.inject({
    method: 'POST',
    url: '/receipts',
    headers: { authorization, 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
  return { status: answer.statusCode, body: answer.body };
}
const kept = async (): Promise<number> =>
  (await sql<{ n: string }>`select count(*) as n from message_receipt`.execute(nation.admin)).rows.map(({ n }) => Number(n))[0]!;

test('a message we know and one we do not are answered alike', async () => {
  const [ours, nobodys] = [await post({ receipts: [receipt(known)] }), await post({ receipts: [receipt(newId())] })];
  expect(ours).toEqual({ status: 202, body: '{"taken":1}' });
  expect(nobodys).toEqual(ours);
  expect(await kept()).toBe(2);
});

test.each([
  ['no list', {}],
  ['an empty one', { receipts: [] }],
  ['a status we do not know', { receipts: [{ ...receipt(newId()), status: 'read' }] }],
  ['a moment that is none', { receipts: [{ ...receipt(newId()), at: 'yesterday' }] }],
  ['a reference that is none', { receipts: [receipt("x' or true")] }],
  ['more than is asked', { receipts: [{ ...receipt(newId()), name: 'x' }] }],
  ['more than 500', { receipts: Array.from({ length: 501 }, () => receipt(newId())) }],
  ['no JSON', '{'],
])('refused, and nothing kept: %s', async (_what, payload) => {
  const before = await kept();
  expect((await post(payload)).status).toBe(400);
  expect(await kept()).toBe(before);
});

test('without the token nothing is read, and who goes on guessing is told to stop; the gateway is not held up by that', async () => {
  const before = await kept();
  const guesses = [];
  for (let guess = 0; guess < 31; guess += 1) guesses.push((await post({ receipts: [receipt(known)] }, `Bearer guess ${guess}`)).status);
  expect([guesses[0], guesses[29], guesses[30], await kept()]).toEqual([401, 401, 429, before]);
  expect((await post({ receipts: [receipt(known)] })).status).toBe(202);
});

test('a carrier’s word counts for messages of its own channel alone', async () => {
  await sql`delete from message_receipt`.execute(nation.admin);
  const delivered = async (token: string) => {
    expect((await post({ receipts: [receipt(known)] }, `Bearer ${token}`)).status).toBe(202);
    await nation.ask(worker, takeReceipts);
    const { rows } = await sql<{ delivered: boolean }>`select delivered_at is not null as delivered from message where id = ${known}`.execute(nation.admin); // prettier-ignore
    return rows[0]!.delivered;
  };
  expect([await delivered(MAIL_TOKEN), await delivered(TOKEN)]).toEqual([false, true]); // the second is the control
});

test('the door adds receipts and reads none', async () => {
  const { db } = nation.tools('exchange');
  for (const attack of [
    sql`select * from message_receipt`,
    sql`delete from message_receipt`,
    sql`update message_receipt set status = 'failed'`,
  ])
    await expect(attack.execute(db)).rejects.toMatchObject({ code: '42501' });
});
