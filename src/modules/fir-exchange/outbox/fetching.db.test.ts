// A node that cannot be called: it fetches what waits for it alone, in order, acknowledges with its signature, and is not offered it again.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nation, startCase } from '../../../../tests/database/asha.ts';
import { come, fir, paperNamed, settleAll } from '../../../../tests/database/told.ts';
import { worker } from '../../../../tests/database/tools.ts';
import { openToldNodes } from '../../../../tests/exchange/listening-node.ts';
import { type NodeCode, delivery, fetching, openExchangeDoor, send } from '../../../../tests/exchange/node.ts';
import { newId } from '../../../kernel/ids.ts';
import { inContext } from '../../../platform/context.ts';
import { writeDiary } from '../../diary/index.ts';
import { type OutgoingMessage, paperKey } from '../messages/index.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { tellNodes } from './telling.ts';

let door: FastifyInstance;
beforeAll(async () => {
  await startCase();
  await openToldNodes(nation);
  door = await openExchangeDoor(nation);
});
afterAll(async () => {
  await door.close();
  await nation.stop();
});

async function happen(times: number): Promise<void> {
  const paper = paperNamed();
  await come(nation, fir(paper));
  await settleAll(nation);
  await nation.ask(worker, async (context) => {
    const [child] = await childrenOfPapers(context, [paperKey(paper)]);
    for (let i = 1; i < times; i++) await writeDiary(context, child!.recordId, { happening: 'missing.reopened', facts: {} });
    await tellNodes(context, child!.recordId);
  });
}

type Page = { node: string; messages: { sequence: number; message: OutgoingMessage }[]; next: number; more: boolean };
async function fetched(query = '', node: NodeCode = 'police-BR'): Promise<{ status: number; page: Page }> {
  const { status, body } = await send(door, fetching(nation, node, query, { path: '/v1/outgoing' }));
  return { status, page: body as Page };
}
const acknowledged = (upTo: unknown, node: NodeCode = 'police-BR', twist = {}) =>
  send(door, delivery(nation, node, { upTo }, { ...twist, path: '/v1/outgoing/acknowledged' }));
const whats = ({ messages }: Page): string[] => messages.map(({ message }) => message.body.what);

test('what waits is offered in order, in pages, until it is acknowledged', async () => {
  await happen(3);
  const first = (await fetched('?limit=2')).page;
  expect([whats(first), first.more, first.node]).toEqual([['record-opened', 'reopened'], true, 'police-BR']);
  const second = (await fetched(`?after=${first.next}`)).page;
  expect([whats(second), second.more]).toEqual([['reopened'], false]);
  expect((await acknowledged(first.next)).body).toEqual({ node: 'police-BR', upTo: first.next, acknowledged: 2 });
  expect(whats((await fetched()).page)).toEqual(['reopened']);
  expect((await acknowledged(first.next)).body).toMatchObject({ acknowledged: 0 });
  const { rows } = await sql<{
    receipt: string;
    key: string;
  }>`select convert_from(receipt, 'UTF8') as receipt, receipt_key as key from exchange_outgoing
    where state = 'delivered' order by sequence`.execute(nation.admin);
  expect(rows.map(({ receipt }) => receipt)).toEqual([`{"upTo":${first.next}}`, `{"upTo":${first.next}}`]);
  expect((await acknowledged(second.next)).status).toBe(200);
});

test('another node sees none of it and acknowledges none of it', async () => {
  await happen(1);
  expect((await fetched('', 'police-KL')).page.messages).toEqual([]);
  expect((await acknowledged(999_999, 'police-KL')).body).toMatchObject({ acknowledged: 0 });
  expect((await acknowledged(999_999, 'police-BR', { key: undefined, keyId: 'police-KL:none' })).status).toBe(401);
  expect(whats((await fetched()).page)).toEqual(['record-opened']);
});

test('what a transaction still open may add before it is neither offered nor acknowledged', async () => {
  const before = (await fetched()).page.messages.length;
  const open = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const slow = nation.ask(worker, async (context) => {
    await sql`select pg_current_xact_id()`.execute(context.db);
    begun.resolve();
    await open.promise;
  });
  await begun.promise;
  await happen(1);
  expect((await fetched()).page.messages).toHaveLength(before);
  open.resolve();
  await slow;
  expect((await fetched()).page.messages).toHaveLength(before + 1);
});

test.each([['?after=x'], ['?limit=0'], ['?limit=5000'], ['?to=1']])('%s is no question', async (query) => {
  expect((await fetched(query)).status).toBe(400);
});

test.each([['none', undefined], ['text', '7'], ['half', 1.5], ['less', -1]] as const)('%s is no sequence', async (_, upTo) => {
  expect((await acknowledged(upTo)).status).toBe(400);
}); // prettier-ignore

test('the door’s role reads what goes out and nothing of whom it is about', async () => {
  const { db } = nation.tools('exchange');
  await expect(sql`select record_id from exchange_outgoing`.execute(db)).rejects.toThrow('permission denied');
  await expect(sql`update exchange_outgoing set state = 'dead'`.execute(db)).rejects.toThrow('permission denied');
  const readAs = (node: string) =>
    inContext(
      nation.tools('exchange'),
      { actor: { kind: 'system', name: 'exchange', node }, requestId: newId(), ground: { name: 'test', purpose: 'exchange' } },
      async (context) => (await sql`select sequence from exchange_outgoing`.execute(context.db)).rows.length,
    );
  expect([(await readAs('police-BR')) > 0, await readAs('police-KL')]).toEqual([true, 0]);
});
