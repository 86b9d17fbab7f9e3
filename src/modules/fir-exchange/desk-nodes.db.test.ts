// Nodes and keys at the desk: a key takes two persons of two offices, either revokes it at once, and the door of machines believes no other.
import type { FastifyInstance } from 'fastify';
import { generateKeyPairSync } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, startNation } from '../../../tests/database/tools.ts';
import { delivery, messageOf, openExchangeDoor, openNodes, send } from '../../../tests/exchange/node.ts';
import type { Context } from '../../platform/context.ts';
import { keyIdOf, publicKeyPem, rawPublicKey } from '../../platform/credentials/index.ts';
import { deskRoutes } from './desk.ts';
import { confirmKey, enterKey, revokeKey } from './trust/keys-store.ts';

const state = 'state-nodal-officer Saran';
const otherState = 'state-nodal-officer Kannur';
const national = 'national-nodal-officer Saran';
let nation: Nation;
let desk: TestDoor;
let machines: FastifyInstance;

beforeAll(async () => {
  nation = await startNation();
  await openNodes(nation);
  desk = await openDoor(nation, 'desk', deskRoutes());
  machines = await openExchangeDoor(nation);
});
afterAll(async () => {
  await Promise.all([desk?.close(), machines?.close()]);
  await nation?.stop();
});

const today = '2026-11-24';
function newKey(node = 'police-BR') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  const keyId = keyIdOf(node, raw);
  const sends = async () => (await send(machines, delivery(nation, 'police-BR', messageOf(nation), { key: privateKey, keyId }))).status;
  return { raw, keyId, pem: publicKeyPem(raw), sends, fields: { publicKey: publicKeyPem(raw), validFrom: today } };
}
const enter = (fields: Record<string, string>, who: typeof state | typeof otherState | typeof national = state, node = 'police-BR') =>
  desk.post(`/exchange/nodes/${node}/key/preview`, fields, who);
const confirm = (keyId: string, who: typeof national | typeof state = national, node = 'police-BR') =>
  desk.post(`/exchange/nodes/${node}/confirm`, { key: keyId }, who);
const revoke = (keyId: string, who: typeof national | typeof state | typeof otherState, reason = 'the node was broken into') =>
  desk.post('/exchange/nodes/police-BR/revoke', { key: keyId, reason }, who);
async function stepsOf(keyId: string): Promise<string[]> {
  const { rows } = await sql<{
    line: string;
  }>`select s.step || ' by ' || o.kind as line from exchange_key_step s join office o on o.id = s.office_id
    where s.key_id = ${keyId} order by s.sequence`.execute(nation.admin);
  return rows.map(({ line }) => line);
}

test('the State enters a key after looking at its print, the nation confirms it, and only then it opens the door', async () => {
  const key = newKey();
  const typed = await desk.post('/exchange/nodes/police-BR/key', key.fields, state);
  expect(typed.status).toBe(303);
  const preview = await desk.get(typed.location, state);
  expect(preview.body).toContain(key.keyId);
  expect([await key.sends(), await stepsOf(key.keyId)]).toEqual([401, []]);
  expect((await enter(key.fields)).location).toMatch(/done=exchange-nodes\.done\.entered/);
  expect([await key.sends(), (await confirm(key.keyId, state)).status]).toEqual([401, 403]);
  expect((await desk.get('/exchange/nodes/police-BR', national)).body).toContain(`confirm?key=${encodeURIComponent(key.keyId)}`);
  expect((await confirm(key.keyId)).status).toBe(303);
  expect([await key.sends(), await stepsOf(key.keyId)]).toEqual([202, ['entered by state-nodal', 'confirmed by national-nodal']]);
});

test.each([
  ['the State', state],
  ['the nation', national],
] as const)('%s revokes a key at once and for good, with a reason', async (_who, by) => {
  const key = newKey();
  await enter(key.fields);
  await confirm(key.keyId);
  expect(await key.sends()).toBe(202); // control
  expect((await revoke(key.keyId, by, '')).status).toBe(422);
  expect((await revoke(key.keyId, otherState)).status).toBe(404);
  expect(await key.sends()).toBe(202);
  expect((await revoke(key.keyId, by)).status).toBe(303);
  expect(await key.sends()).toBe(401);
  expect((await confirm(key.keyId)).status).toBe(422);
  expect((await enter(key.fields)).status).toBe(422);
  expect((await stepsOf(key.keyId)).at(-1)).toBe(`revoked by ${by === state ? 'state-nodal' : 'national-nodal'}`);
  expect((await desk.get('/exchange/nodes/police-BR', state)).body).toContain('the node was broken into');
});

test('the grid’s key the nation enters alone; a State’s it does not, nor another State', async () => {
  const key = newKey('grid-IN');
  expect((await enter(key.fields, national, 'grid-IN')).location).toMatch(/done\.inForce/);
  expect(await stepsOf(key.keyId)).toEqual(['entered by national-nodal', 'confirmed by national-nodal']);
  for (const [who, node, status] of [
    [national, 'police-BR', 422],
    [state, 'grid-IN', 422],
    [otherState, 'police-BR', 404],
  ] as const)
    expect([who, node, (await enter(newKey(node).fields, who, node)).status]).toEqual([who, node, status]);
});

test('the database asks the same of whoever comes to it past the pages', async () => {
  const [key, other] = [newKey(), newKey()];
  const entered = { keyId: key.keyId, nodeCode: 'police-BR', publicKey: key.raw, validFrom: nation.clock.now, validUntil: null };
  const own = { ...entered, keyId: other.keyId, publicKey: other.raw };
  await nation.ask(state, (context) => enterKey(context, entered)); // control
  for (const [who, attack] of [
    [national, (context: Context) => enterKey(context, own)],
    [otherState, (context: Context) => enterKey(context, own)],
    [state, (context: Context) => confirmKey(context, key.keyId)],
    [otherState, (context: Context) => revokeKey(context, key.keyId, 'envy')],
    ['ministry-official Saran', (context: Context) => confirmKey(context, key.keyId)],
    [state, ({ db }: Context) => sql`update exchange_node_key set confirmed_at = now() where key_id = ${key.keyId}`.execute(db)],
    [
      national,
      ({ db }: Context) => sql`insert into exchange_key_step (key_id, step, at) values (${key.keyId}, 'confirmed', now())`.execute(db),
    ],
  ] as const)
    await expect(nation.ask(who, async (context): Promise<unknown> => attack(context))).rejects.toMatchObject({ code: '42501' });
  const alone = { ...nation.officer(national), officerId: nation.officer(state).officerId };
  expect([await nation.ask(alone, (context) => confirmKey(context, key.keyId)), await key.sends()]).toEqual([false, 401]); // one person of two offices is not two
  expect(await nation.ask(national, (context) => confirmKey(context, key.keyId))).toBe(true); // control
});

test.each([
  ['no key', { publicKey: 'nothing' }],
  ['a private key', { publicKey: generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }],
  ['a key that ends before it begins', { validUntil: '2026-11-23' }],
])('not entered: %s', async (_what, change) => {
  const before = (await sql`select 1 from exchange_node_key`.execute(nation.admin)).rows.length;
  const { status, body } = await desk.post('/exchange/nodes/police-BR/key', { ...newKey().fields, ...change }, state);
  expect(status).toBe(422);
  expect(body).not.toContain('PRIVATE');
  expect((await sql`select 1 from exchange_node_key`.execute(nation.admin)).rows.length).toBe(before);
});

test('two keys are in force while the next one takes over', async () => {
  const [old, next] = [newKey(), newKey()];
  for (const key of [old, next]) {
    await enter({ ...key.fields, ...(key === old ? { validUntil: '2026-11-25' } : {}) });
    await confirm(key.keyId);
  }
  expect([await old.sends(), await next.sends()]).toEqual([202, 202]);
  await sql`update exchange_message set state = 'applied', settled_at = received_at where state = 'received'`.execute(nation.admin); // nothing waits
  nation.clock.later(48);
  expect([await old.sends(), await next.sends()]).toEqual([401, 202]);
});

test('the nation opens a node; nobody else does, and no State has two', async () => {
  const fields = { state: 'KL', name: 'Kerala Police', messagesAMinute: '1000', silentAfterHours: '12' };
  expect((await desk.post('/exchange/nodes/new', fields, state)).status).toBe(403);
  expect((await desk.post('/exchange/nodes/new', fields, national)).status).toBe(422);
});

test.each(['investigating-officer Saran', 'auditor Saran', 'cwc-chairperson Saran', ''] as const)('%s sees no node', async (who) => {
  expect([302, 303, 403]).toContain((await desk.get('/exchange/nodes', who)).status);
  expect((await desk.get('/exchange/nodes', state)).body).toContain('police-BR'); // control
});

test('that a breaker fell, and that requests were not signed by the node, stands on its page', async () => {
  const shown = async () => (await desk.get('/exchange/nodes/police-BR', state)).body;
  expect(await shown()).not.toMatch(/asked to wait/);
  await sql`insert into exchange_breaker_trip (node_code, tripped_at, messages) values ('police-BR', ${nation.clock.now}, 30000)`.execute(
    nation.admin,
  );
  await sql`delete from exchange_refusal`.execute(nation.admin);
  await sql`insert into exchange_refusal (node_code, hour, seen) values ('police-BR', ${nation.clock.now}, 7)`.execute(nation.admin);
  expect(await shown()).toMatch(/asked to wait.*7 times|7 times.*asked to wait/s);
});

test('a State sees its own node and the grid’s; the Ministry all, and changes none', async () => {
  const own = (await desk.get('/exchange/nodes', state)).body;
  expect([own.includes('police-BR'), own.includes('grid-IN'), own.includes('police-KL')]).toEqual([true, true, false]);
  expect((await desk.get('/exchange/nodes', 'ministry-official Saran')).body).toContain('police-KL');
  expect((await revoke(newKey().keyId, 'ministry-official Saran' as typeof state)).status).toBe(403);
});
