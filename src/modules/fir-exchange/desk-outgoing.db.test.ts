// What does not arrive is somebody's: its State's nodal officer and the nation's see it with its reason, send it again or put it aside, and nobody else.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordId } from '../../kernel/ids.ts';
import { das, nation, startCase } from '../../../tests/database/asha.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { come, fir, paperNamed, settleAll } from '../../../tests/database/told.ts';
import { worker } from '../../../tests/database/tools.ts';
import { type ListeningNode, type Manners, listeningNode, openToldNodes, portal } from '../../../tests/exchange/listening-node.ts';
import { writeDiary } from '../diary/index.ts';
import { childrenOfPapers } from './applying/paper-store.ts';
import { deskRoutes } from './desk.ts';
import { paperKey } from './messages/index.ts';
import { openCaller } from './outbox/call.ts';
import { toldOfRecord } from './outbox/desk-store.ts';
import { sendOutgoing } from './outbox/sending.ts';
import { tellNodes } from './outbox/telling.ts';

const state = 'state-nodal-officer Saran';
const otherState = 'state-nodal-officer Kannur';
const national = 'national-nodal-officer Saran';
let desk: TestDoor;
let node: ListeningNode;
let manners: Manners;

beforeAll(async () => {
  await startCase();
  await openToldNodes(nation);
  desk = await openDoor(nation, 'desk', deskRoutes());
  node = await listeningNode(nation);
  node.manners = () => manners;
  expect((await address(node.url, national)).location).toContain('done=exchange-outgoing.done.address');
});
afterAll(async () => {
  await Promise.all([desk.close(), node.close()]);
  await nation.stop();
});
beforeEach(() => {
  manners = { status: 422 };
  node.taken.length = 0;
});

const address = (url: string, who: typeof national | typeof state) => desk.post('/exchange/nodes/police-BR/address', { address: url }, who);
const caller = openCaller(portal.signer);
const sendAll = () =>
  sendOutgoing(nation.tools('worker'), caller, {
    onFault(fault) {
      throw fault;
    },
  });

/** A child whose first message the node refuses, with another behind it. */
async function refused(): Promise<{ id: RecordId; spoken: string; message: string }> {
  const paper = paperNamed();
  await come(nation, fir(paper));
  await settleAll(nation);
  const id = await nation.ask(worker, async (context) => {
    const [child] = await childrenOfPapers(context, [paperKey(paper)]);
    await writeDiary(context, child!.recordId, { happening: 'missing.reopened', facts: {} });
    await tellNodes(context, child!.recordId);
    return child!.recordId;
  });
  await sendAll();
  const { rows } = await sql<{ sequence: number }>`select sequence from exchange_outgoing where record_id = ${id} and state = 'dead'`.execute(nation.admin);
  const named = await sql<{ name: string }>`select name from office where code = ${paper.station}`.execute(nation.admin);
  return { id, spoken: `FIR ${paper.number}/${paper.year}, ${named.rows[0]!.name}`, message: String(rows[0]!.sequence) };
} // prettier-ignore
const states = async (id: RecordId) => {
  const { rows } = await sql<{
    state: string;
  }>`select state || case when put_aside_at is null then '' else ' aside' end as state from exchange_outgoing
    where record_id = ${id} order by sequence`.execute(nation.admin);
  return rows.map((row) => row.state);
};
const again = (fields: Record<string, string>, who: typeof national | typeof state | typeof otherState = state) =>
  desk.post('/exchange/outgoing/police-BR/again', fields, who);
const aside = (fields: Record<string, string>, who: typeof national | typeof state | typeof otherState = state) =>
  desk.post('/exchange/outgoing/police-BR/aside', fields, who);
const steps = async (): Promise<string[]> => {
  const { rows } = await sql<{ line: string }>`select s.step || coalesce(': ' || s.reason, '') || ' by ' || o.kind as line from exchange_outgoing_step s
    join office o on o.id = s.office_id order by s.sequence desc limit 1`.execute(nation.admin);
  return rows.map(({ line }) => line);
}; // prettier-ignore

test.each([
  ['the State', state],
  ['the nation', national],
] as const)('%s sees what did not arrive and why, and sends it again: what was behind it follows', async (_who, by) => {
  const { id, spoken, message } = await refused();
  const page = (await desk.get('/exchange/outgoing', by)).body;
  expect(page).toContain(spoken);
  expect(page).toContain('refuses it (422)');
  expect(page).toContain('holds up one message');
  expect((await desk.get(`/exchange/outgoing/police-BR/again?message=${message}`, by)).status).toBe(200);
  manners = {};
  expect((await again({ message }, by)).location).toContain('done=exchange-outgoing.done.again');
  await sendAll();
  expect([await states(id), await steps()]).toEqual([['delivered', 'delivered'], [`replayed by ${by === state ? 'state' : 'national'}-nodal`]]);
}); // prettier-ignore

test('all of a node are sent again at once', async () => {
  const [one, other] = [await refused(), await refused()];
  manners = {};
  expect((await again({})).status).toBe(303);
  await sendAll();
  expect([await states(one.id), await states(other.id)]).toEqual([['delivered', 'delivered'], ['delivered', 'delivered']]);
}); // prettier-ignore

test('put aside it is never sent, with a reason that stays, and what was behind it goes', async () => {
  const { id, message } = await refused();
  expect((await aside({ message, reason: '' })).status).toBe(422);
  expect((await aside({ message, reason: 'the paper was cancelled at the station' })).status).toBe(303);
  manners = {};
  node.taken.length = 0;
  await sendAll();
  expect(await states(id)).toEqual(['dead aside', 'delivered']);
  expect(node.taken.map(({ message: sent }) => sent.body['what'])).toEqual(['reopened']);
  expect(await steps()).toEqual(['put-aside: the paper was cancelled at the station by state-nodal']);
  expect([(await again({ message })).status, (await aside({ message, reason: 'once more' })).status]).toEqual([409, 409]);
  expect((await desk.get('/exchange/outgoing', state)).body).toContain('the paper was cancelled at the station');
});

test('another State’s officer sees none of it and changes none of it', async () => {
  const { id, spoken, message } = await refused();
  expect((await desk.get('/exchange/outgoing', otherState)).body).not.toContain(spoken);
  expect([(await again({ message }, otherState)).status, (await again({}, otherState)).status, (await aside({ message, reason: 'x' }, otherState)).status]).toEqual([404, 404, 404]);
  expect((await desk.get('/exchange/outgoing', 'station-in-charge Saran')).status).toBe(403);
  const past = nation.ask(otherState, (context) => sql`select replay_outgoing('police-BR', null, ${context.now})`.execute(context.db));
  await expect(past).rejects.toThrow('not kept by the officer');
  expect(await states(id)).toEqual(['dead', 'waiting']);
}); // prettier-ignore

test('where a node is called the nation alone says, and nothing inside a network', async () => {
  expect((await address('https://cctns.example.gov.in/x', state)).status).toBe(403);
  for (const wrong of ['https://10.0.0.5/x', 'http://cctns.example.gov.in/x', 'https://db.internal/x']) {
    const answer = await address(wrong, national);
    expect([answer.status, answer.body.includes('cannot be called')]).toEqual([422, true]);
  }
  const { rows } = await sql<{ url: string }>`select call_url as url from exchange_node where code = 'police-BR'`.execute(nation.admin);
  expect(rows).toEqual([{ url: node.url }]);
  const past = nation.ask(state, (context) =>
    sql`select set_node_call_url('police-BR', 'https://elsewhere.example/x')`.execute(context.db),
  );
  await expect(past).rejects.toThrow('national office');
});

test('whoever sees the record sees when its police were told', async () => {
  const { id } = await refused();
  manners = {};
  await again({});
  await sendAll();
  const told = await nation.ask(das, (context) => toldOfRecord(context, id));
  expect(told).toMatchObject([
    { nodeCode: 'police-BR', what: 'record-opened', state: 'delivered', deliveredAt: nation.clock.now },
    { what: 'reopened', state: 'delivered', recordedAt: nation.clock.now },
  ]);
});
