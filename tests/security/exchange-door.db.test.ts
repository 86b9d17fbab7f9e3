// What the role of the machines' door may do, all of it, by name: whoever takes that door's login reads no child, whatever came through it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { type Context, inContext } from '../../src/platform/context.ts';
import { type Nation, startNation } from '../database/tools.ts';
import { deliverOf } from './exchange.ts';

let nation: Nation;
beforeAll(async () => {
  nation = await startNation();
  await deliverOf(nation);
});
afterAll(() => nation?.stop());

async function grantsOf(role: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select table_name || ' ' || lower(privilege_type) as line from information_schema.role_table_grants where grantee = ${role} and table_schema = 'public'
    union select c.table_name || ' ' || lower(c.privilege_type) || ' ' || string_agg(c.column_name, ',' order by c.column_name)
      from information_schema.role_column_grants c
      where c.grantee = ${role} and c.table_schema = 'public' and not exists (select from information_schema.role_table_grants t
        where t.grantee = c.grantee and t.table_name = c.table_name and t.privilege_type = c.privilege_type)
      group by c.table_name, c.privilege_type
    order by 1`.execute(nation.admin);
  return rows.map(({ line }) => line);
}

test('these grants and no other', async () => {
  expect(await grantsOf('vatsalya_exchange')).toEqual([
    'exchange_digest insert',
    'exchange_digest select',
    'exchange_digest update',
    'exchange_node select closed_at,code,messages_a_minute,name,state_code',
    'exchange_node_key select confirmed_at,key_id,node_code,public_key,revoked_at,valid_from,valid_until',
    'exchange_outcome select',
    'exchange_outgoing select content,node_code,put_aside_at,sequence,state,written_in', // what happened and when, by the paper's number: no word of a child
    'exchange_paper select last_digest,last_sequence,leaf,node_code,paper_key,place,station_code',
    'exchange_refusal insert',
    'exchange_refusal select',
    'exchange_refusal update',
    'exchange_station_digest select',
    'message_receipt insert',
  ]);
  expect((await grantsOf('vatsalya_desk')).length).toBeGreaterThan(50); // control
});

const asked = <T>(work: (context: Context) => Promise<T>): Promise<T> =>
  inContext(
    nation.tools('exchange'),
    { actor: { kind: 'system', name: 'attack' }, requestId: newId(), ground: { name: 'attack', purpose: 'exchange' } },
    work,
  );
const { now } = { now: '2026-11-24T06:30:00.000Z' };
const keepDelivery = (node: string, key: string) =>
  sql`select keep_delivery(${node}, ${key}, ${newId()}, 'application/json', 'x', sha256(${node}), 'base', 'signature', '[]', ${now})`;

test.each([
  ['what a message says', sql`select sealed from exchange_message`],
  ['what came', sql`select raw from exchange_delivery`],
  ['a child', sql`select * from description`],
  ['a record', sql`select * from record`],
  ['a paper', sql`select * from complaint`],
  ['which child a paper is of', sql`select * from exchange_paper_child`],
  ['which child a node is told of', sql`select record_id from exchange_outgoing`],
  ['a child of a paper', sql`select * from exchange_paper_child`],
  ['the complaint of a paper', sql`select complaint_id from exchange_paper`],
  ['the diary', sql`select * from diary_entry`],
  ['making a message applied', sql`update exchange_message set state = 'applied'`],
  ['sending one that is applied', sql`insert into exchange_message (delivery_id, position, node_code, received_at, content_digest, state) values (${newId()}, 1, 'police-BR', ${now}, 'x', 'applied')`],
  ['a list that no node sent', sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest) values (${newId()}, 'police-BR', 'desk', ${now}, 'x', 'x', sha256('x'))`],
  ['changing what came', sql`update exchange_delivery set results = '[]'`],
  ['keeping what no key of that node signed', keepDelivery('police-KL', 'police-BR:1')],
  ['keeping what no key signed', keepDelivery('police-BR', 'police-BR:2')],
  ['keeping the whole of what is refused', sql`select keep_refused('police-BR', 'police-BR:1', ${newId()}, 'x', decode(repeat('00', 9000), 'hex'), sha256('x'), '', '', 'clock', ${now})`],
  ['acknowledging for a node that is not asking', sql`select acknowledge_outgoing('police-BR', 1000, 'x', 'x', 'police-BR:1', ${now})`],
  ['entering a key', sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at) values ('x', 'police-BR', sha256('x'), ${now}, ${now})`],
  ['entering a key as somebody', sql`select enter_node_key('x', 'police-BR', sha256('x'), ${now}, null, ${now})`],
  ['bringing a revoked key back', sql`update exchange_node_key set revoked_at = null`],
] as const)('it may not: %s', async (_what, attack) => {
  await expect(asked(({ db }) => attack.execute(db))).rejects.toMatchObject({ code: '42501' });
}); // prettier-ignore

test('control: what it needs it may', async () => {
  expect((await asked(({ db }) => sql`select key_id from exchange_node_key`.execute(db))).rows).toHaveLength(1);
});

test('it reads of a node what is that node’s, in its transaction alone', async () => {
  await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at) values ('police-KL', 'Police of Kerala', 'KL', 1, 1, ${now}),
    ('grid-IN', 'Grid', null, 1, 1, ${now})`.execute(nation.admin);
  await sql`insert into exchange_outcome (node_code, delivery_id, position, state, at) select code, gen_random_uuid(), 1, 'applied', ${now} from exchange_node`.execute(nation.admin);
  await sql`insert into exchange_digest (node_code, station_code, day, up_to, count_here, digest_here, count_there, digest_there, exchanged_at)
    select code, 'PS', ${now}, ${now}, 0, '', 0, '', ${now} from exchange_node`.execute(nation.admin);
  const read = (node?: string) =>
    inContext(nation.tools('exchange'), { actor: { kind: 'system', name: 'exchange', ...(node ? { node } : {}) }, requestId: newId(), ground: { name: 'test', purpose: 'exchange' } }, async ({ db }) => {
      const { rows } = await sql<{ of: string }>`select distinct of from (select node_code from exchange_outcome union all select node_code from exchange_digest
        union all select node_code from exchange_outgoing union all select node_code from exchange_paper) as all_of (of) order by 1`.execute(db);
      return rows.map(({ of }) => of);
    });
  expect([await read(), await read('police-BR'), await read('police-KL')]).toEqual([[], ['police-BR'], ['police-KL']]);
  expect((await sql`select distinct node_code from exchange_outcome`.execute(nation.admin)).rows.length).toBeGreaterThan(2); // control
  expect((await nation.ask('station-in-charge Saran', ({ db }) => sql<{ node: string }>`select app_node() as node, set_config('app.node', 'police-BR', true)`.execute(db))).rows[0]!.node).toBeNull();
  await expect(inContext(nation.tools('exchange'), { actor: { kind: 'system', name: 'x', node: 'police-BR' }, requestId: newId(), ground: { name: 'test', purpose: 'exchange' } }, ({ db }) =>
    sql`select acknowledge_outgoing('police-KL', 1000, 'x', 'x', 'x', ${now})`.execute(db))).rejects.toMatchObject({ code: '42501' });
}); // prettier-ignore

test.each(['exchange_key_step', 'exchange_delivery', 'exchange_outcome', 'exchange_breaker_trip', 'exchange_node_key'])('%s is not rewritten, not even by its owner', async (table) => {
  await sql`insert into exchange_key_step (key_id, step, at) values ('police-BR:1', 'entered', ${now})`.execute(nation.admin);
  await sql`insert into exchange_breaker_trip (node_code, tripped_at, messages) values ('police-BR', clock_timestamp(), 1)`.execute(nation.admin);
  await sql`update exchange_message set state = 'applied', settled_at = ${now} where state = 'received'`.execute(nation.admin);
  expect((await sql`select 1 from ${sql.table(table)} limit 1`.execute(nation.admin)).rows).toHaveLength(1); // control
  await expect(sql`delete from ${sql.table(table)}`.execute(nation.admin)).rejects.toMatchObject({ code: '42501' });
  const column = { exchange_node_key: 'public_key = sha256(public_key)', exchange_key_step: "step = 'confirmed'", exchange_breaker_trip: 'messages = 0' }[table];
  await expect(sql`update ${sql.table(table)} set ${sql.raw(column ?? 'node_code = node_code')}`.execute(nation.admin)).rejects.toMatchObject({ code: '42501' });
}); // prettier-ignore
