// Sending to a real node on loopback that is slow, down, wrong or leads elsewhere: once, in order, and only its own receipt counts.
import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { addMinutes } from '../../../kernel/time.ts';
import { nation, startCase } from '../../../../tests/database/asha.ts';
import { asha, come, fir, paperNamed, settleAll } from '../../../../tests/database/told.ts';
import { secret, worker } from '../../../../tests/database/tools.ts';
import { type ListeningNode, type Manners, listeningNode, openToldNodes, portal } from '../../../../tests/exchange/listening-node.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import { paperKey } from '../messages/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { demoNodeKey } from '../trust/demo-key.ts';
import { type Caller, openCaller } from './call.ts';
import { sendOutgoing } from './sending.ts';
import { takeDue } from './sending-store.ts';
import { tellNodes } from './telling.ts';

let node: ListeningNode;
let kerala: ListeningNode;
let caller: Caller;

beforeAll(async () => {
  await startCase();
  await openToldNodes(nation);
  caller = openCaller(portal.signer, 1_000);
});
afterAll(() => nation.stop());
beforeEach(async () => {
  node = await listeningNode(nation);
  kerala = await listeningNode(nation, 'police-KL');
  await calls(node.url);
  await sql`update exchange_node set call_url = ${kerala.url} where code = 'police-KL'`.execute(nation.admin);
});
afterEach(async () => {
  await Promise.all([node.close(), kerala.close()]);
  // What a test left undelivered is out of the next one's way.
  await sql`update exchange_outgoing set state = 'dead', reason = coalesce(reason, 'left'), put_aside_at = now() where state <> 'delivered' and put_aside_at is null`.execute(nation.admin);
}); // prettier-ignore

const calls = (url: string | null) => sql`update exchange_node set call_url = ${url} where code = 'police-BR'`.execute(nation.admin);

/** A child the node told of, and what happened to it since, written for the node. */
async function child(...entries: NewEntry[]): Promise<{ id: RecordId; number: string; tell: (...more: NewEntry[]) => Promise<void> }> {
  const paper = paperNamed();
  await come(nation, fir(paper, { children: [asha] }));
  await settleAll(nation);
  const [record] = await nation.ask(worker, (context) => childrenOfPapers(context, [paperKey(paper)]));
  const id = record!.recordId;
  const tell = (...more: NewEntry[]) =>
    nation.ask(worker, async (context) => {
      await writeDiary(context, id, ...more);
      await tellNodes(context, id);
    });
  await tell(...entries);
  return { id, number: paper.number, tell };
}
const reopened: NewEntry = { happening: 'missing.reopened', facts: {} };

const dead: string[] = [];
async function sendAll(by = caller): Promise<void> {
  const onFault = (fault: unknown): void => {
    throw fault;
  };
  await sendOutgoing(nation.tools('worker'), by, { onFault, onDead: (_due, reason) => dead.push(reason) });
}

type Row = { state: string; reason: string | null; attempts: number; messageId: string };
async function rowsOf(id: RecordId, nodeCode = 'police-BR'): Promise<Row[]> {
  const { rows } = await sql<Row>`select state, reason, attempts, message_id from exchange_outgoing
    where record_id = ${id} and node_code = ${nodeCode} order by sequence`.execute(nation.admin);
  return rows;
}
const states = async (id: RecordId) => (await rowsOf(id)).map(({ state, reason }) => [state, reason].filter(Boolean).join(' '));
const took = (of: ListeningNode, number: string) =>
  of.taken.filter(({ message }) => message.paper.number === number).map(({ message }) => message.body['what']);
const answersWith = (manners: Manners): void => void (node.manners = () => manners); // prettier-ignore

test('what waits arrives once, in order, and the node’s receipt is kept as it came', async () => {
  const { id, number } = await child(reopened, reopened);
  await sendAll();
  await sendAll();
  expect(took(node, number)).toEqual(['record-opened', 'reopened', 'reopened']);
  expect(await states(id)).toEqual(['delivered', 'delivered', 'delivered']);
  const { rows } = await sql<{
    receipt: Buffer;
    signature: string;
    key: string;
    content: string;
  }>`select receipt, receipt_signature as signature,
    receipt_key as key, content::text from exchange_outgoing where record_id = ${id} order by sequence`.execute(nation.admin);
  expect(rows.map(({ content }) => content)).toEqual(node.taken.map(({ raw }) => raw.toString()));
  expect(rows.map(({ receipt }) => JSON.parse(receipt.toString()) as unknown)).toEqual(
    node.taken.map(({ message }) => ({ messageId: message.messageId, receivedAt: nation.clock.now })),
  );
  expect(rows[0]).toMatchObject({ key: demoNodeKey(secret, 'police-BR').keyId, signature: expect.stringContaining('vatsalya-receipt') });
});

const stranger = generateKeyPairSync('ed25519').privateKey;
const wrong: [string, Manners, string][] = [
  ['says nothing signed', { unsigned: true }, 'receipt-unsigned'],
  ['signs with a key that is not its own', { key: stranger }, 'receipt-signature'],
  ['signs with another node’s key', { key: demoNodeKey(secret, 'police-KL').privateKey, keyId: demoNodeKey(secret, 'police-KL').keyId }, 'receipt-key'],
  ['signs with a key nobody knows', { key: stranger, keyId: 'police-BR:unknown' }, 'receipt-key'],
  ['receipts another message', { answer: () => ({ messageId: '0192f0a0-0000-7000-8000-000000000008', receivedAt: '2026-11-24T06:30:00.000Z' }) }, 'receipt-other'],
  ['receipts with words of its own', { answer: (messageId) => ({ messageId, receivedAt: '2026-11-24T06:30:00.000Z', taken: true }) }, 'receipt-other'],
  ['changes its words on the way', { body: Buffer.from('{}') }, 'receipt-digest'],
  ['leads elsewhere', { status: 307, headers: { location: 'http://127.0.0.1:1/x' } }, 'redirect'],
  ['is broken', { status: 503 }, 'status-503'],
  ['has too much', { status: 429 }, 'status-429'],
  ['answers without end', { body: Buffer.alloc(200_000, 'x') }, 'answer-too-large'],
  ['answers late', { hold: new Promise(() => {}) }, 'no-answer'],
]; // prettier-ignore
test.each(wrong)('a node that %s gets it again, the same, until it is right', async (_what, manners, reason) => {
  const { id } = await child();
  answersWith(manners);
  await sendAll();
  expect(await states(id)).toEqual([`waiting ${reason}`]);
  await sendAll(); // not before its time
  expect(node.taken).toHaveLength(1);
  nation.clock.later(1);
  answersWith({});
  await sendAll();
  expect(await states(id)).toEqual(['delivered']);
  expect(node.taken[1]!.raw.equals(node.taken[0]!.raw)).toBe(true);
});

test('an address that leads nowhere, or may not be called any more, is tried again', async () => {
  const { id } = await child();
  const { url } = node;
  await node.close();
  await sendAll();
  expect(await states(id)).toEqual(['waiting ECONNREFUSED']);
  await calls('http://10.0.0.1/x');
  nation.clock.later(1);
  await sendAll();
  expect(await states(id)).toEqual(['waiting call-address']);
  await calls(url);
});

describe('order', () => {
  test('a paper’s later message never overtakes an earlier one; another paper’s is not delayed', async () => {
    const slow = await child(reopened);
    const other = await child(reopened);
    node.manners = ({ message }) => (message.paper.number === slow.number ? { status: 500 } : {});
    await sendAll();
    expect([took(node, slow.number), took(node, other.number)]).toEqual([['record-opened'], ['record-opened', 'reopened']]);
    expect([await states(slow.id), await states(other.id)]).toEqual([['waiting status-500', 'waiting'], ['delivered', 'delivered']]);
    answersWith({});
    nation.clock.later(1);
    await sendAll();
    expect(took(node, slow.number)).toEqual(['record-opened', 'record-opened', 'reopened']);
  }); // prettier-ignore

  test('a node that hangs holds up no other node, and several papers are sent at once', async () => {
    const free = Promise.withResolvers<void>();
    const papers = [await child(), await child(), await child()];
    answersWith({ hold: free.promise });
    const sending = sendAll(openCaller(portal.signer, 60_000));
    await expect.poll(() => node.taken.length).toBe(3);
    const late = await child();
    await sql`insert into exchange_outgoing (message_id, node_code, paper_key, record_id, entry_id, content, created_at, next_at)
      select gen_random_uuid(), 'police-KL', 'other', record_id, entry_id, content, created_at, next_at from exchange_outgoing where record_id = ${late.id}`.execute(nation.admin);
    await expect.poll(() => kerala.taken.length).toBe(1);
    free.resolve();
    await sending;
    expect(await Promise.all([...papers, late].map(({ id }) => states(id)))).toEqual([['delivered'], ['delivered'], ['delivered'], ['delivered']]);
    expect((await rowsOf(late.id, 'police-KL'))[0]!.reason).toBe('receipt-other'); // addressed to another: it is told so and asks again
  }); // prettier-ignore
});

describe('what is given up', () => {
  test('is refused by the node: it holds up its paper until it is put aside, and no other', async () => {
    const { id, number } = await child(reopened);
    answersWith({ status: 422 });
    await sendAll();
    expect([await states(id), dead.at(-1)]).toEqual([['dead refused-422', 'waiting'], 'refused-422']);
    answersWith({});
    nation.clock.later(30);
    await sendAll();
    expect(took(node, number)).toEqual(['record-opened']);
  });

  test('was tried for a day, not only written a day ago', async () => {
    await calls(null);
    const { id } = await child();
    nation.clock.later(30);
    await calls(node.url);
    answersWith({ status: 500 });
    await sendAll();
    expect(await states(id)).toEqual(['waiting status-500']);
    nation.clock.later(23.9);
    await sendAll();
    expect(await states(id)).toEqual(['waiting status-500']);
    nation.clock.later(0.2);
    await sendAll();
    nation.clock.later(1);
    await sendAll();
    expect(await states(id)).toEqual(['dead status-500']);
  });
});

test('a worker killed with messages in hand: they go again under the same id once its hold has ended, and what was delivered does not', async () => {
  const { id, number } = await child(reopened);
  const { now } = nation.clock;
  // Killed after the node took the first: nothing was noted.
  const [inHand] = await nation.ask(worker, (context) => takeDue(context, { inHand: {}, most: 8, held: addMinutes(now, 1) }));
  await caller.call(new URL(node.url), Buffer.from(inHand!.body), now);
  await sendAll();
  expect(took(node, number)).toEqual(['record-opened']);
  nation.clock.later(0.1);
  await sendAll();
  expect(took(node, number)).toEqual(['record-opened', 'record-opened', 'reopened']);
  expect(new Set(node.taken.map(({ message }) => message.messageId)).size).toBe(2);
  await sendAll();
  expect([await states(id), node.taken.length]).toEqual([['delivered', 'delivered'], 3]);
});

test('two workers at once send each message once', async () => {
  const papers = [];
  for (let i = 0; i < 6; i++) papers.push(await child(reopened));
  await Promise.all([sendAll(), sendAll(), sendAll()]);
  const ids = node.taken.map(({ message }) => message.messageId);
  expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
  for (const { number } of papers) expect(took(node, number)).toEqual(['record-opened', 'reopened']);
});
