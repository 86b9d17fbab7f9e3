// The door of machines turns away what is not signed, not due, too much or of nobody: with a reason, a trace of it, and nothing kept as said.
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addHours } from '../../kernel/time.ts';
import { type Nation, secret, startNation, worker } from '../../../tests/database/tools.ts';
import { type Request, delivery, fetching, messageOf, openExchangeDoor, openNodes, send } from '../../../tests/exchange/node.ts';
import { demoNodeKey } from './trust/demo-key.ts';
import { contentDigest, sha256 } from './trust/digest.ts';
import { MOST_KEPT_AN_HOUR } from './trust/refusals.ts';
import { profiles } from './trust/signature.ts';

let nation: Nation;
let app: FastifyInstance;
beforeAll(async () => {
  nation = await startNation();
  await openNodes(nation);
});
beforeEach(async () => {
  app = await openExchangeDoor(nation);
  await sql`update exchange_message set state = 'applied', settled_at = received_at where state = 'received'`.execute(nation.admin); // nothing waits
});
afterEach(() => app.close());
afterAll(() => nation?.stop());

async function count(table: string): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(nation.admin)).rows[0]!.n;
}

describe('not let in', () => {
  const good = () => delivery(nation, 'police-BR', messageOf(nation));
  const header = (request: Request, name: string, value: string): Request => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });
  const cases: [string, number, string, () => Request][] = [
    ['unsigned', 401, 'signature-missing', () => ({ ...good(), headers: { 'content-type': 'application/json' } })],
    ['a key nobody entered', 401, 'key-unknown', () => delivery(nation, 'police-BR', messageOf(nation), { keyId: 'police-BR:0' })],
    ['a body changed by one byte', 401, 'digest-wrong', () => ({ ...good(), payload: Buffer.from(JSON.stringify(messageOf(nation))) })],
    ['a digest changed with the body', 401, 'signature-wrong', () => {
      const payload = Buffer.from(JSON.stringify(messageOf(nation)));
      return header({ ...good(), payload }, 'content-digest', contentDigest(sha256(payload)));
    }],
    ['a second digest beside the first', 401, 'signature-wrong', () => header(good(), 'content-digest', `${good().headers['content-digest']}, sha-512=:AA==:`)],
    ['another node’s key under this one’s name', 401, 'signature-wrong', () =>
      delivery(nation, 'police-BR', messageOf(nation), { key: demoNodeKey(secret, 'police-KL').privateKey })],
    ['signed six minutes ago', 401, 'clock', () => delivery(nation, 'police-BR', messageOf(nation), { seconds: -301 })],
    ['signed six minutes ahead', 401, 'clock', () => delivery(nation, 'police-BR', messageOf(nation), { seconds: 301 })],
    ['a signature for fetching', 401, 'signature-components', () => delivery(nation, 'police-BR', messageOf(nation), { profile: profiles.fetch })],
    ['another type than was signed', 401, 'signature-wrong', () => header(good(), 'content-type', 'application/xml')],
    ['a type nobody reads', 415, 'media-type', () => delivery(nation, 'police-BR', 'x', { type: 'text/plain' })],
    ['packed', 415, 'media-type', () => header(good(), 'content-encoding', 'gzip')],
    ['more than 2 MB', 413, 'too-large', () => delivery(nation, 'police-BR', Buffer.alloc(2 * 1024 * 1024 + 1, 32))],
    ['more than 500 lines', 413, 'too-many-messages', () => delivery(nation, 'police-BR', '{}\n'.repeat(501), { type: 'application/x-ndjson' })],
  ]; // prettier-ignore

  test.each(cases)('%s: %d %s, and no message is kept', async (_what, status, error, request) => {
    const before = await count('exchange_message');
    const answer = await send(app, request());
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
    expect(await count('exchange_message')).toBe(before);
  });

  test('replayed after the window, though it was good', async () => {
    const request = good();
    expect((await send(app, request)).status).toBe(202); // control
    nation.clock.later(0.1);
    const replayed = await send(app, request);
    expect([replayed.status, replayed.body['error']]).toEqual([401, 'clock']);
  });

  test.each([
    ['not yet confirmed', 'key-unconfirmed', sql`confirmed_at = null`],
    ['not yet valid', 'key-not-yet', sql`valid_from = valid_from + interval '1 year'`],
    ['past', 'key-past', sql`valid_until = valid_from + interval '1 minute'`],
    ['revoked', 'key-revoked', sql`revoked_at = entered_at`],
  ] as const)('a key %s', async (_what, fault, change) => {
    const request = () => delivery(nation, 'police-KL', messageOf(nation, 'police-KL'));
    expect((await send(app, request())).status).toBe(202); // control
    const { rows } = await sql<Record<string, unknown>>`select * from exchange_node_key where node_code = 'police-KL'`.execute(
      nation.admin,
    );
    await sql`alter table exchange_node_key disable trigger exchange_node_key_kept`.execute(nation.admin);
    nation.clock.later(0.05);
    try {
      await sql`update exchange_node_key set ${change} where node_code = 'police-KL'`.execute(nation.admin);
      const answer = await send(app, request());
      expect([answer.status, answer.body['error']]).toEqual([401, fault]);
    } finally {
      const { validFrom, confirmedAt } = rows[0]!;
      await sql`update exchange_node_key set valid_from = ${validFrom}, confirmed_at = ${confirmedAt}, valid_until = null, revoked_at = null
        where node_code = 'police-KL'`.execute(nation.admin);
      await sql`alter table exchange_node_key enable trigger exchange_node_key_kept`.execute(nation.admin);
    }
  });
});

test('of a node’s bad signatures the first of an hour are kept, cut short; then they are only counted', async () => {
  nation.clock.later(2);
  const refused = () => sql<{ n: number; most: number }>`select count(*) as n, max(octet_length(raw)) as most from exchange_delivery where refused is not null and node_code = 'grid-IN'`.execute(nation.admin); // prettier-ignore
  const seen = () => sql<{ seen: number }>`select seen from exchange_refusal where node_code = 'grid-IN'`.execute(nation.admin);
  const bad = () => delivery(nation, 'grid-IN', Buffer.alloc(100_000, 32), { key: demoNodeKey(secret, 'police-KL').privateKey });
  expect((await send(app, bad())).status).toBe(401);
  expect((await refused()).rows[0]).toEqual({ n: 1, most: 4_096 + 28 }); // sealed
  await sql`update exchange_refusal set seen = ${MOST_KEPT_AN_HOUR - 1} where node_code = 'grid-IN'`.execute(nation.admin);
  for (let more = 0; more < 3; more += 1) {
    await send(app, bad());
    nation.clock.later(0.01);
  }
  expect([(await refused()).rows[0]!.n, (await seen()).rows[0]!.seen]).toEqual([2, MOST_KEPT_AN_HOUR + 2]);
});

test('a node that sends more in a minute than it may waits, and the desk can see that its breaker fell; nobody else waits', async () => {
  nation.clock.later(1);
  await sql`update exchange_node set messages_a_minute = 2 where code = 'police-BR'`.execute(nation.admin);
  const one = () => send(app, delivery(nation, 'police-BR', messageOf(nation)));
  expect([(await one()).status, (await one()).status]).toEqual([202, 202]);
  const before = await count('exchange_message');
  const over = await one();
  expect([over.status, over.body['error'], Number(over.headers['retry-after']) > 0]).toEqual([429, 'too-many-a-minute', true]);
  await one();
  expect([await count('exchange_message'), await count('exchange_breaker_trip')]).toEqual([before, 1]);
  expect((await send(app, delivery(nation, 'police-KL', messageOf(nation, 'police-KL')))).status).toBe(202);
  // Another process of the door, or this one started anew, knows it.
  await app.close();
  app = await openExchangeDoor(nation);
  expect((await one()).status).toBe(429);
  nation.clock.later(1 / 60);
  expect((await one()).status).toBe(202);
  await sql`update exchange_node set messages_a_minute = 20000 where code = 'police-BR'`.execute(nation.admin);
});

test('a node that asks too often waits, and may still send', async () => {
  nation.clock.later(1);
  await sql`update exchange_node set messages_a_minute = 20 where code = 'police-BR'`.execute(nation.admin);
  const ask = (path: string, limit: number) => send(app, fetching(nation, 'police-BR', `?limit=${limit}`, { path }));
  expect([(await ask('/v1/outcomes', 1000)).status, (await ask('/v1/outgoing', 1000)).status]).toEqual([200, 200]);
  for (const path of ['/v1/outcomes', '/v1/outgoing']) {
    const over = await ask(path, 1);
    expect([over.status, over.body['error']]).toEqual([429, 'too-many-a-minute']);
  }
  expect((await send(app, delivery(nation, 'police-BR', messageOf(nation)))).status).toBe(202);
  expect((await send(app, fetching(nation, 'police-KL', '?limit=1'))).status).toBe(200);
  await sql`update exchange_node set messages_a_minute = 20000 where code = 'police-BR'`.execute(nation.admin);
});

test('nothing is taken while nobody has worked what was taken for four hours', async () => {
  nation.clock.later(1);
  const one = async () => (await send(app, delivery(nation, 'police-KL', messageOf(nation, 'police-KL')))).status;
  expect(await one()).toBe(202);
  nation.clock.later(4.1);
  expect(await one()).toBe(503);
  await nation.ask(worker, ({ db, now }) =>
    sql`update exchange_message set state = 'applied', settled_at = ${now} where sequence = (select max(sequence) from exchange_message where state = 'received')`.execute(
      db,
    ),
  );
  nation.clock.later(0.01);
  expect(await one()).toBe(202);
  await sql`update exchange_message set state = 'applied', settled_at = ${addHours(nation.clock.now, 0)} where state = 'received'`.execute(
    nation.admin,
  );
});
