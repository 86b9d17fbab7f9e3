// The quarantine at the desk: who sees which message, sent in again put right, set aside with a reason.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { nation } from '../../../../tests/database/asha.ts';
import type { TestDoor } from '../../../../tests/database/door.ts';
import { openPoliceDesk, ours, recordOf, rowOf, wait } from '../../../../tests/database/police-desk.ts';
import { asha, became, come, fir, openNode, paperNamed, settleAll, traced } from '../../../../tests/database/told.ts';
import { secret } from '../../../../tests/database/tools.ts';
import { heldOfRecord } from '../answering/answer-store.ts';
import { type PaperMessage, paperKey, readTree } from '../messages/index.ts';
import { type KeptRow, openKept, openRaw, sealRaw } from '../trust/kept.ts';

let desk: TestDoor;
const state = 'state-nodal-officer Saran';
const inCharge = 'station-in-charge Saran';
const committee = 'cwc-chairperson Saran';

beforeAll(async () => {
  desk = await openPoliceDesk();
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

test('the State’s officer reads why and where, in both languages; other offices see nothing of it', async () => {
  const path = await wait(fir(paperNamed({ district: 'BR-SAR', station: 'PS-BR-SAR-9', number: '881' })));
  for (const language of ['en', 'hi']) expect((await desk.get('/exchange/quarantine', state, language)).body).toContain(`${path}"`);
  const held = await desk.get(path, state);
  for (const words of ['The police station is not known here', 'FIR or diary entry › Police station', 'PS-BR-SAR-9', 'Asha'])
    expect(held.body).toContain(words);
  expect(held.body).not.toContain('>/paper/station<');
  for (const who of [inCharge, 'state-nodal-officer Kannur'] as const) {
    expect((await desk.get('/exchange/quarantine', who)).body).not.toContain(path);
    expect((await desk.get(path, who)).status).toBe(404);
    expect((await desk.post(`${path}/dismiss`, { aside: 'no' }, who)).status).toBe(404);
  }
  for (const who of ['investigating-officer Saran', committee, 'ministry-official Saran'] as const)
    expect([403, 404]).toContain((await desk.get('/exchange/quarantine', who)).status);
});

test('a station sees its own', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: ours });
  await wait(fir(paper));
  const stray = traced(paper, 2, {}, 7);
  const path = await wait(stray);
  expect((await desk.get('/exchange/quarantine', inCharge)).body).toContain(path);
  expect((await desk.get(path, inCharge)).body).not.toContain(`${path}/raw`);
});

test('put right and sent in again it takes effect; the old one is kept as it came, and the node is told', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: 'PS-BR-SAR-8' });
  const told = fir(paper);
  const path = await wait(told);
  const body = { ...told.body, lastSeen: { ...told.body.lastSeen, district: 'BR-SAR' } };
  const edited = { ...told, paper: { ...paper, station: ours }, body };
  const broken = await desk.post(
    path,
    { message: JSON.stringify({ ...edited, body: { ...body, children: [] } }), words: 'typed wrongly' },
    state,
  );
  expect([broken.status, broken.body.includes('/body/children')]).toEqual([422, true]);
  expect((await desk.post(path, { message: JSON.stringify({ ...edited, node: 'police-KL' }), words: 'typed wrongly' }, state)).status).toBe(
    422,
  );
  expect((await desk.post(path, { message: JSON.stringify(edited), words: '' }, state)).status).toBe(422);
  const sent = await desk.post(path, { message: JSON.stringify(edited), words: 'the station moved' }, state);
  expect(sent.location).toBe('/exchange/quarantine?done=quarantine.done.resubmitted');
  await settleAll(nation);
  expect(await became(nation, told)).toEqual(['ignored resubmitted']);
  expect((await recordOf({ ...paper, station: ours })).status).toBe('fir-registered');
  const { rows } = await sql`select state, reason from exchange_outcome where message_id = ${told.messageId} order by sequence`.execute(
    nation.admin,
  );
  expect(rows).toEqual([
    { state: 'quarantined', reason: 'unknown-station' },
    { state: 'ignored', reason: 'resubmitted' },
  ]);
  expect((await desk.get(path, state)).body).toContain('the station moved');
  expect((await desk.post(path, { message: JSON.stringify(edited), words: 'once more' }, state)).status).toBe(422);
});

test('what is sent in again takes the place of no message but the one it contradicted', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: ours });
  const [told, said] = [fir(paper), traced(paper, 2)];
  await come(nation, told, said);
  await settleAll(nation);
  const stray = traced(paperNamed({ district: 'BR-SAR', station: ours }), 2, {}, 7);
  const rival = traced(paper, 2, { sentAt: addMinutes(said.sentAt, 1), rawNumber: 'another' });
  await come(nation, fir(stray.paper), stray, rival);
  await settleAll(nation);
  expect(await became(nation, said, stray, rival)).toEqual(['applied', 'quarantined unknown-child', 'quarantined conflict']);
  const swept = { ...said, rawNumber: 'swept under' };
  expect((await desk.post(await rowOf(stray), { message: JSON.stringify(swept), words: 'mine' }, inCharge)).status).toBe(422);
  const past = nation.ask(inCharge, async (context) =>
    sql`select resubmit_message(${Number((await rowOf(stray)).split('/').at(-1))}, gen_random_uuid(), 'mine', gen_random_uuid(), ${JSON.stringify(swept)}::jsonb, '\\x00', ${paperKey(paper)},
      '{}', ${context.now})`.execute(context.db));
  await expect(past).rejects.toThrow('another message stands there');
  await settleAll(nation);
  expect(await became(nation, said)).toEqual(['applied']);
  expect((await desk.post(await rowOf(rival), { message: JSON.stringify(rival), words: 'this one is right' }, inCharge)).status).toBe(303); // control
  await settleAll(nation);
  expect(await became(nation, said)).toEqual(['quarantined conflict']);
}); // prettier-ignore

test('of another State’s trespass an officer makes no message in that node’s name, past the pages neither', async () => {
  const theirs = { ...fir(paperNamed({ district: 'BR-SAR', station: ours })), node: 'police-KL' };
  await openNode(nation, 'police-KL', 'KL');
  await come(nation, theirs);
  await sql`update exchange_message set state = 'quarantined', reason = 'not-your-state', next_at = null where message_id = ${theirs.messageId}`.execute(nation.admin);
  const path = await rowOf(theirs);
  expect((await desk.post(path, { message: JSON.stringify(theirs), words: 'it is ours' }, state)).status).toBe(422);
  const past = nation.ask(state, async (context) =>
    sql`select resubmit_message(${Number(path.split('/').at(-1))}, gen_random_uuid(), 'it is ours', gen_random_uuid(), ${JSON.stringify(theirs)}::jsonb, '\\x00',
      ${paperKey(theirs.paper)}, '{}', ${context.now})`.execute(context.db));
  await expect(past).rejects.toThrow('its node');
  await settleAll(nation);
  expect(await became(nation, theirs)).toEqual(['quarantined not-your-state']);
}); // prettier-ignore

test('set aside with a reason; the very bytes only with one, which is kept', async () => {
  const told = fir(paperNamed({ district: 'BR-SAR', station: 'PS-BR-SAR-7' }));
  const path = await wait(told);
  const raw = `${path}/raw`;
  expect((await desk.get(raw, state)).body).toContain('name="words"');
  expect((await desk.get(`${raw}?words=mending`, state)).body).toContain('name="words"'); // a link says nothing in an officer's name
  expect((await desk.get(path, state)).body).not.toContain('mending');
  expect((await desk.post(raw, { words: '' }, state)).status).toBe(422);
  expect((await desk.post(raw, { words: 'mending' }, inCharge)).status).toBe(404);
  expect((await desk.post(raw, { words: 'mending' }, state)).status).toBe(303);
  const asItCame = await desk.get(raw, state);
  expect([asItCame.status, asItCame.body.includes('name="message"')]).toEqual([200, false]); // it is put right field by field
  expect((await desk.get(raw, 'national-nodal-officer Saran')).body).toContain('name="words"'); // another officer says why, too
  expect((await desk.get(path, state)).body).toContain('mending');
  nation.clock.later(0.3);
  expect((await desk.get(raw, state)).body).toContain('name="words"');
  nation.clock.later(-0.3);
  const unsaid = await desk.post(`${path}/dismiss`, { aside: '' }, state);
  expect([unsaid.status, unsaid.body.includes('href="#aside"')]).toEqual([422, true]); // at its own box, not at that of sending in again
  expect((await desk.post(`${path}/dismiss`, { aside: 'the station is gone' }, state)).status).toBe(303);
  expect(await became(nation, told)).toEqual(['ignored dismissed']);
  expect((await desk.post(raw, { words: 'mending' }, state)).status).toBe(404);
});

/** As the door keeps what it cannot read: without content, under no paper. */
async function waitUnread(message: PaperMessage): Promise<string> {
  await come(nation, message);
  await sql`update exchange_message set state = 'quarantined', reason = 'not-a-code', reason_facts = '{"path": "/paper/kind"}', mark = null, sealed = null, outline = null, paper_key = null,
    next_at = null where message_id = ${message.messageId}`.execute(nation.admin);
  return rowOf(message);
}

test('what could not be read is set aside too', async () => {
  const told = fir(paperNamed({ district: 'BR-SAR', station: ours }));
  const path = await waitUnread(told);
  expect((await desk.get(path, state)).body).not.toContain('name="message"'); // no empty box to put right
  expect((await desk.post(`${path}/dismiss`, { aside: 'sent anew by the station' }, state)).status).toBe(303);
  expect(await became(nation, told)).toEqual(['ignored dismissed']);
});

/** As the door keeps it: one line of a delivery of two, of which the other is another station's. */
async function waitBroken(message: PaperMessage, broken: Record<string, unknown>, raw: (line: string) => string = (line) => `{"of":"PS Elsewhere"}\n \n${line}\n`): Promise<string> {
  await come(nation, message);
  await sql`alter table exchange_delivery disable trigger all`.execute(nation.admin);
  const { rows } = await sql<{ id: string }>`select delivery_id as id from exchange_message where message_id = ${message.messageId}`.execute(nation.admin);
  const { id } = rows[0]!;
  await sql`update exchange_delivery set raw = ${sealRaw({ secret }, id, Buffer.from(raw(JSON.stringify(broken))))} where id = ${id}`.execute(nation.admin);
  await sql`alter table exchange_delivery enable trigger all`.execute(nation.admin);
  const reading = readTree(broken);
  const flaws = reading.valid ? [] : reading.flaws;
  await sql`update exchange_message set state = 'quarantined', reason = ${flaws[0]!.reason}, reason_facts = ${JSON.stringify({ path: flaws[0]!.path, flaws })}::jsonb, mark = null, sealed = null, outline = null,
    position = 2, next_at = null where message_id = ${message.messageId}`.execute(nation.admin);
  return rowOf(message);
} // prettier-ignore

const inputs = (body: string): Record<string, string> => {
  const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const of = (pattern: RegExp) => [...body.matchAll(pattern)].map(([, name, value]) => [name!, unescaped(value!)] as const);
  const main = body.slice(body.indexOf('<main'), body.indexOf('/dismiss"'));
  const filled = [...main.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => [...tag.matchAll(/name="(\/[^"]*)"/g)].map(([, name]) => [name!, unescaped(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')] as const)); // prettier-ignore
  const chosen = [...main.matchAll(/<select[^>]*name="(\/[^"]*)"[^>]*>(.*?)<\/select>/gs)].map(([, name, inner]) => [name!, /value="([^"]*)" selected/.exec(inner!)?.[1] ?? ''] as const); // prettier-ignore
  return Object.fromEntries([...filled, ...chosen, ...of(/<textarea[^>]*name="(\/[^"]*)"[^>]*>([^<]*)</g)]);
};

test('what is wrong is put right at its field; the rest stays as it came, the typed stays on refusal, and a station sees its own line alone', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: ours });
  const told = fir(paper, { lastSeen: { at: addMinutes(nation.clock.now, -200), place: 'Platform 2', district: 'BR-SAR' } });
  const [child] = told.body.children;
  const broken = { ...told, colour: 'red', body: { ...told.body, children: [{ ...child, sex: 'girl', ageFrom: 'nine' }] } };
  const path = await waitBroken(told, broken);
  const seen = (await desk.get(path, inCharge)).body;
  for (const words of ['Child 1 › Sex', 'Came as “girl”', 'Choose one of these', 'left out when you send it in again', 'colour', 'Saran town, ']) expect(seen).toContain(words);
  expect(seen).not.toContain("PS Elsewhere");
  expect((await desk.get(path, inCharge, 'hi')).body).toContain('बच्चा 1 › लिंग');
  const fields = inputs(seen);
  expect(fields).toMatchObject({ '/body/children/0/sex': '', '/body/children/0/clothing': 'yellow frock', '/sequence': '1' });
  const half = await desk.post(path, { ...fields, '/body/children/0/sex': 'female', '/body/children/0/ageFrom': '9 or so', '/body/lastSeen/district': 'Nowhere', words: 'asked the station' }, inCharge);
  expect(half.status).toBe(422);
  for (const words of ['href="#/body/children/0/ageFrom"', '9 or so', 'asked the station', 'value="female" selected']) expect(half.body).toContain(words);
  const right = { ...inputs(half.body), '/body/children/0/ageFrom': '९', '/body/lastSeen/district': 'Saran town', words: 'asked the station' };
  const nowhere = await desk.post(path, { ...right, '/body/lastSeen/district': 'BR-NOWHERE' }, inCharge);
  expect([nowhere.status, nowhere.body.includes('No such district is known here')]).toEqual([422, true]);
  expect((await desk.post(path, { ...right, '/made/up': 'x', 'made up': 'x' }, inCharge)).status).toBe(422);
  expect((await desk.post(path, right, inCharge)).status).toBe(303);
  await settleAll(nation);
  expect(await became(nation, told)).toEqual(['ignored resubmitted']);
  const { rows } = await sql<KeptRow & { id: string; raw: Buffer }>`select m.mark, m.sealed, m.pictures, d.id, d.raw from exchange_message m, exchange_message o join exchange_delivery d on d.id = o.delivery_id
    where o.message_id = ${told.messageId} and m.paper_key = ${paperKey(paper)} and m.state = 'applied'`.execute(nation.admin);
  const { messageId: _id, sentAt: _at, ...content } = openKept<PaperMessage>({ secret }, rows[0]!)!;
  const { messageId: _oldId, sentAt: _oldAt, ...expected } = told;
  expect(content).toEqual({ ...expected, body: { ...told.body, children: [{ ...child, ageFrom: 9 }] } });
  expect(openRaw({ secret }, rows[0]!.id, rows[0]!.raw).toString()).toContain('"girl"'); // as it came
}); // prettier-ignore

test('and is put right where it is seen as it came', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: ours });
  const told = fir(paper);
  const path = await waitUnread(told);
  const right = JSON.stringify({ ...told, body: { ...told.body, lastSeen: { ...told.body.lastSeen, district: 'BR-SAR' } } });
  expect((await desk.post(path, { message: right, words: 'the kind was mistyped' }, state)).status).toBe(303);
  await settleAll(nation);
  expect(await became(nation, told)).toEqual(['ignored resubmitted']);
  expect((await recordOf(paper)).status).toBe('fir-registered');
});

test('what came of a child’s paper and waits stands on its record’s page, for whoever sees the record', async () => {
  const paper = paperNamed({ district: 'BR-SAR', station: ours });
  await wait(fir(paper, { children: [asha] }));
  const path = await wait(traced(paper, 2, {}, 7));
  await wait(traced(paper, 5));
  const page = `/missing/${(await recordOf(paper)).reference}`;
  const seen = (await desk.get(page, inCharge)).body;
  for (const words of ['2 messages of the police system', `${path}"`, 'held until an earlier message']) expect(seen).toContain(words);
  const others = (await desk.get(page, 'investigating-officer Saran', 'hi')).body;
  for (const words of ['के 2 संदेश आए', 'थाना प्रभारी']) expect(others).toContain(words);
  expect(others).not.toContain(`${path}"`); // it is not his to settle
  const { id } = await recordOf(paper);
  const elsewhere = await nation.ask('investigating-officer Kannur', async (context) => heldOfRecord(context, id));
  expect(elsewhere).toEqual([]);
}); // prettier-ignore
