// The door of machines for police nodes: what is signed is kept once and answered with a signed receipt; what is not is nobody's; what is wrong inside has its place.
import type { FastifyInstance } from 'fastify';
import { createPublicKey, verify } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Nation, secret, startNation, worker } from '../../../tests/database/tools.ts';
import { type Request, delivery, fetching, linesOf, messageOf, openExchangeDoor, openNodes, send } from '../../../tests/exchange/node.ts';
import { demoNodeKey } from './trust/demo-key.ts';
import { contentDigest, sha256 } from './trust/digest.ts';
import { openRaw } from './trust/kept.ts';
import { holds, profiles, readSignature } from './trust/signature.ts';

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

type Row = { state: string; reason: string | null; messageId: string | null; path: string | null };
async function messages(): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select state, reason, message_id, reason_facts ->> 'path' as path from exchange_message order by sequence`.execute(
      nation.admin,
    );
  return rows;
}
async function count(table: string): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(nation.admin)).rows[0]!.n;
}
const statesOf = (body: Record<string, unknown>) =>
  (body['messages'] as { state: string; reason?: string }[]).map(({ state, reason }) => reason ?? state);
const twice = async (request: Request) => [await send(app, request), await send(app, request)] as const;

test('a message is kept as it came and answered with a receipt the portal signed for these very bytes', async () => {
  const sent = delivery(nation, 'police-BR', messageOf(nation));
  const { status, body, headers, raw } = await send(app, sent);
  expect([status, body['node'], statesOf(body)]).toEqual([202, 'police-BR', ['taken']]);
  const id = String(body['deliveryId']);
  const { rows } = await sql<{ raw: Buffer; digest: Buffer; keyId: string; base: string; signature: string }>`select raw, digest, key_id, base, signature
    from exchange_delivery where id = ${id}`.execute(nation.admin); // prettier-ignore
  const [stored] = rows;
  expect([stored!.digest, stored!.keyId]).toEqual([sha256(sent.payload!), demoNodeKey(secret, 'police-BR').keyId]);
  expect(stored!.raw.includes('messageId')).toBe(false); // sealed, for this delivery alone
  expect(openRaw({ secret }, id, stored!.raw)).toEqual(sent.payload);
  expect(() => openRaw({ secret }, 'another delivery', stored!.raw)).toThrow();
  // Evidence that stays when the bytes are erased: the signed text names their digest, and the node's key verifies it.
  expect(stored!.base).toContain(`"content-digest": ${contentDigest(stored!.digest)}`);
  const [, bytes] = /:(.+):$/.exec(stored!.signature)!;
  const { privateKey } = demoNodeKey(secret, 'police-BR');
  expect(
    verify(
      null,
      Buffer.from(stored!.base),
      createPublicKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
      Buffer.from(bytes!, 'base64'),
    ),
  ).toBe(true);
  const told = (await app.inject('/v1/contract/portal-key')).json() as { keys: { keyId: string; pem: string }[] };
  const claim = readSignature(profiles.receipt, { input: String(headers['signature-input']), signature: String(headers['signature']) });
  if (typeof claim === 'string') throw new Error(claim);
  expect(claim.keyId).toBe(told.keys[0]!.keyId);
  const covered = {
    '"@status"': '202',
    '"content-digest"': contentDigest(sha256(raw)),
    '"content-type"': 'application/json',
    '"@path";req': '/v1/messages',
    '"content-digest";req': sent.headers['content-digest'],
  };
  expect(holds(claim, covered, createPublicKey(told.keys[0]!.pem))).toBe(true);
  expect(holds(claim, { ...covered, '"content-digest";req': contentDigest(sha256('else')) }, createPublicKey(told.keys[0]!.pem))).toBe(
    false,
  );
});

describe('sent again', () => {
  test('the same bytes have the same receipt, and nothing is kept twice', async () => {
    const request = delivery(nation, 'police-BR', linesOf([messageOf(nation), { broken: true }]), { type: 'application/x-ndjson' });
    const [first, second] = await twice(request);
    const before = [await count('exchange_delivery'), await count('exchange_message')];
    nation.clock.tick();
    const resigned = await send(app, {
      ...request,
      headers: delivery(nation, 'police-BR', request.payload, { type: 'application/x-ndjson' }).headers,
    });
    expect([second.body, resigned.body]).toEqual([first.body, first.body]);
    expect([await count('exchange_delivery'), await count('exchange_message')]).toEqual(before);
  });

  test('the same message in another delivery is a duplicate; with the same id and another content it is kept beside the first', async () => {
    const message = messageOf(nation);
    await send(app, delivery(nation, 'police-BR', message));
    const before = await count('exchange_message');
    const again = await send(app, delivery(nation, 'police-BR', linesOf([message]), { type: 'application/x-ndjson' }));
    expect([statesOf(again.body), await count('exchange_message')]).toEqual([['duplicate'], before]);
    const other = await send(app, delivery(nation, 'police-BR', { ...message, rawNumber: 'another' }));
    expect([statesOf(other.body), await count('exchange_message')]).toEqual([['taken'], before + 1]);
  });

  /** Until so many statements of this database wait for another's lock. */
  async function waiting(statements: number): Promise<void> {
    const blocked = sql<{
      n: number;
    }>`select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await blocked.execute(nation.admin)).rows[0]!.n < statements);
  }

  test('three at once are one row and one receipt', async () => {
    const request = delivery(nation, 'police-BR', messageOf(nation));
    const before = [await count('exchange_delivery'), await count('exchange_message')];
    const sent = await nation.admin.transaction().execute(async (db) => {
      await sql`lock table exchange_message in share mode`.execute(db);
      const answers = Promise.all([send(app, request), send(app, request), send(app, request)]);
      await waiting(3); // none has found the others, each is about to keep its own
      return { answers };
    });
    const answers = await sent.answers;
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect([await count('exchange_delivery'), await count('exchange_message')]).toEqual(before.map((n) => n + 1));
  });

  test('two deliveries at once that hold the same messages, in two orders, keep each message once', async () => {
    const many = Array.from({ length: 40 }, () => messageOf(nation)).toSorted((one, other) =>
      String(one['messageId']) < String(other['messageId']) ? -1 : 1,
    );
    const type = 'application/x-ndjson';
    const middle = many[20]!;
    await send(app, delivery(nation, 'police-BR', middle));
    const kept = sql`select * from exchange_message where message_id = ${middle['messageId']}`;
    const { rows } = await kept.execute(nation.admin);
    const { deliveryId, contentDigest: digest } = rows[0] as { deliveryId: string; contentDigest: Buffer };
    await sql`delete from exchange_message where message_id = ${middle['messageId']}`.execute(nation.admin);
    const before = await count('exchange_message');
    // Somebody else is just keeping the message in the middle, and then does not: each delivery has kept half of them when it comes to that one.
    const sent: { answers?: ReturnType<typeof twoWays> } = {};
    const twoWays = () =>
      Promise.all([many, many.toReversed()].map((lines) => send(app, delivery(nation, 'police-BR', linesOf(lines), { type }))));
    const undone = nation.admin.transaction().execute(async (db) => {
      await sql`insert into exchange_message (delivery_id, position, node_code, message_id, received_at, mark, outline, content_digest, state, next_at)
        values (${deliveryId}, 2, 'police-BR', ${middle['messageId']}, ${nation.clock.now}, 'mark', '{}', ${digest}, 'received', ${nation.clock.now})`.execute(
        db,
      );
      sent.answers = twoWays();
      await waiting(2);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const answers = (await sent.answers)!;
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await count('exchange_message')).toBe(before + 40);
    const states = answers.flatMap(({ body }) => statesOf(body));
    expect([states.filter((state) => state === 'taken').length, states.filter((state) => state === 'duplicate').length]).toEqual([40, 40]);
  });
});

test('a bad line has its place in quarantine, with a reason and where, and holds nothing else up', async () => {
  const lines = [
    JSON.stringify(messageOf(nation)),
    '{"messageId": ',
    JSON.stringify(messageOf(nation, 'police-BR', { type: 'Case.forgotten' })),
    JSON.stringify(messageOf(nation, 'police-KL')),
    JSON.stringify(messageOf(nation, 'police-BR', { paper: { ...(messageOf(nation, 'police-KL')['paper'] as object) } })),
    JSON.stringify(messageOf(nation, 'police-BR', { rawNumber: 'a\u0000b' })),
    JSON.stringify(messageOf(nation, 'police-BR', { sequence: 99_999_999_999 })),
    JSON.stringify(messageOf(nation)),
  ];
  const { status, body } = await send(app, delivery(nation, 'police-BR', `${lines.join('\n')}\n\n`, { type: 'application/x-ndjson' }));
  expect([status, statesOf(body)]).toEqual([
    202,
    ['taken', 'json-broken', 'type-unknown', 'not-your-node', 'not-your-state', 'character', 'out-of-range', 'taken'],
  ]);
  const last = (await messages()).slice(-8).filter(({ state }) => state === 'quarantined');
  expect(last.map(({ reason, path }) => `${reason} ${path}`).toSorted()).toEqual([
    'character /rawNumber',
    'json-broken ',
    'not-your-node /node',
    'not-your-state /paper/state',
    'out-of-range /sequence',
    'type-unknown /type',
  ]);
});

test('the grid may speak of every State', async () => {
  const papers = ['police-BR', 'police-KL'].map((node) =>
    messageOf(nation, 'grid-IN', { paper: messageOf(nation, node as 'police-BR')['paper'] }),
  );
  const { body } = await send(app, delivery(nation, 'grid-IN', linesOf(papers), { type: 'application/x-ndjson' }));
  expect(statesOf(body)).toEqual(['taken', 'taken']);
});

describe('what became of messages', () => {
  test('is fetched by its node alone, in order and by a cursor, signed for the question', async () => {
    const { body } = await send(
      app,
      delivery(nation, 'police-KL', linesOf([messageOf(nation, 'police-KL'), {}]), { type: 'application/x-ndjson' }),
    );
    const [taken] = body['messages'] as { messageId: string }[];
    await nation.ask(worker, ({ db, now }) =>
      sql`update exchange_message set state = 'parked', reason = 'gap', next_at = ${now} where message_id = ${taken!.messageId}`.execute(
        db,
      ),
    );
    await nation.ask(worker, ({ db, now }) =>
      sql`update exchange_message set state = 'applied', reason = null, settled_at = ${now} where message_id = ${taken!.messageId}`.execute(
        db,
      ),
    );
    type Told = {
      outcomes: { cursor: number; state: string; reason: string | null; messageId: string | null; deliveryId: string }[];
      next: number;
      more: boolean;
    };
    const all = (await send(app, fetching(nation, 'police-KL', '?after=0&limit=1000'))).body as unknown as Told;
    const ours = all.outcomes.filter(({ deliveryId }) => deliveryId === body['deliveryId']);
    expect(ours.map(({ state, reason }) => `${state} ${reason}`)).toEqual(['quarantined missing', 'parked gap', 'applied null']);
    const first = all.outcomes.find(({ deliveryId }) => deliveryId === body['deliveryId'])!;
    const after = (await send(app, fetching(nation, 'police-KL', `?after=${first.cursor}&limit=1`))).body as unknown as Told;
    expect(after).toMatchObject({ more: true, outcomes: [{ state: 'parked', messageId: taken!.messageId }] });
    const others = (await send(app, fetching(nation, 'police-BR', '?after=0&limit=1000'))).body as unknown as Told;
    expect(others.outcomes.length).toBeGreaterThan(0); // control
    expect(others.outcomes.filter(({ deliveryId }) => deliveryId === body['deliveryId'])).toEqual([]);
  });

  test('an outcome written before another, and committed after it, is not passed over', async () => {
    const two = [messageOf(nation, 'police-KL'), messageOf(nation, 'police-KL')];
    await send(app, delivery(nation, 'police-KL', linesOf(two), { type: 'application/x-ndjson' }));
    const settle = (db: Nation['admin'], at: number) => sql`update exchange_message set state = 'applied', settled_at = received_at where message_id = ${two[at]!['messageId']}`.execute(db); // prettier-ignore
    const told = async () =>
      ((await send(app, fetching(nation, 'police-KL', '?limit=1000'))).body['outcomes'] as { messageId: string }[]).map(
        ({ messageId }) => messageId,
      );
    await nation.admin.transaction().execute(async (slow) => {
      await settle(slow as Nation['admin'], 0);
      await nation.ask(worker, ({ db }) => settle(db, 1));
      expect((await told()).filter((id) => two.some(({ messageId }) => messageId === id))).toEqual([]);
    });
    expect((await told()).slice(-2)).toEqual(two.map(({ messageId }) => messageId));
  });

  test.each([
    ['?after=x', 400, 'query'],
    ['?limit=0', 400, 'query'],
    ['?limit=1001', 400, 'query'],
    ['?node=police-BR', 400, 'query'],
  ])('%s: %d', async (query, status, error) => {
    const answer = await send(app, fetching(nation, 'police-KL', query));
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
  });

  test('not by who changes the question after signing it', async () => {
    const answer = await send(app, { ...fetching(nation, 'police-KL', '?after=0'), url: '/v1/outcomes?after=1' });
    expect([answer.status, answer.body['error']]).toEqual([401, 'signature-wrong']);
  });
});

test('the contract is served as it is published, and nothing beside it', async () => {
  const { files } = (await app.inject('/v1/contract/')).json() as { files: string[] };
  expect(files).toContain('sample-client.sh');
  expect((await app.inject('/v1/contract/sample-client.sh')).body).toMatch(/^#!\/bin\/sh/);
  for (const path of ['../../package.json', '..%2f..%2fpackage.json', 'nothing'])
    expect((await app.inject(`/v1/contract/${path}`)).statusCode).toBe(404);
});
