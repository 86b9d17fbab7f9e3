// Held over a day's ceiling: the station is told once and sees what waits of it; its head lets a true FIR through by a look, which is kept.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHours } from '../../../kernel/time.ts';
import { nation } from '../../../../tests/database/asha.ts';
import type { TestDoor } from '../../../../tests/database/door.ts';
import { openPoliceDesk, ourPaper, rowOf } from '../../../../tests/database/police-desk.ts';
import { became, come, fir, settleAll } from '../../../../tests/database/told.ts';
import { FEW_PAPERS } from '../inbox/ceilings.ts';

let desk: TestDoor;
beforeAll(async () => {
  desk = await openPoliceDesk();
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

test('a true FIR of a flooded station waits no day; the rest waits, and of a revoked key nothing is let through', async () => {
  const [inCharge, elsewhere] = ['station-in-charge Saran', 'station-in-charge Kannur'] as const;
  const flood = Array.from({ length: FEW_PAPERS + 3 }, () => fir(ourPaper()));
  await come(nation, ...flood);
  await settleAll(nation);
  const states = await became(nation, ...flood);
  const [one, other] = flood.filter((_, at) => states[at] === 'parked flood');
  const told = await sql`select office_id, alarm from intimation where about_kind = 'exchange-flood-station'`.execute(nation.admin);
  expect(told.rows).toEqual([{ officeId: nation.officer(inCharge).officeId, alarm: true }]);
  const path = await rowOf(one!);
  for (const [language, words] of [['en', 'Looked at again'], ['hi', 'फिर देखा जाएगा']] as const) {
    const list = (await desk.get('/exchange/quarantine', inCharge, language)).body;
    for (const expected of [`${path}"`, words]) expect(list).toContain(expected);
    expect((await desk.get(path, inCharge, language)).body).toContain(`${path}/release`);
  }
  expect((await desk.get('/exchange/quarantine', elsewhere)).body).not.toContain(path);
  expect((await desk.post(`${path}/release`, { letThrough: 'ours' }, elsewhere)).status).toBe(404);
  expect((await desk.post(`${path}/release`, {}, inCharge)).status).toBe(422);
  expect((await desk.post(`${path}/release`, { letThrough: 'Stands in our register' }, inCharge)).status).toBe(303);
  await settleAll(nation);
  expect(await became(nation, one!, other!)).toEqual(['applied', 'parked flood']);
  expect((await desk.get(path, inCharge)).body).toContain('Stands in our register');
  await sql`update exchange_node_key set revoked_at = ${nation.clock.now} where key_id = 'key'`.execute(nation.admin);
  expect((await desk.post(`${await rowOf(other!)}/release`, { letThrough: 'ours' }, inCharge)).status).toBe(422);
}); // prettier-ignore

test('of many held each can be reached: they are counted, and shown in pages', async () => {
  const held = Array.from({ length: 52 }, () => fir(ourPaper()));
  await come(nation, ...held);
  await sql`update exchange_message set state = 'parked', reason = 'flood', next_at = ${addHours(nation.clock.now, 6)}
    where message_id = any (${held.map(({ messageId }) => messageId)}::uuid[])`.execute(nation.admin);
  const pages = await Promise.all(
    [1, 2].map(async (page) => (await desk.get(`/exchange/quarantine?held=${page}`, 'station-in-charge Saran')).body),
  );
  const rows = await Promise.all(held.map(rowOf));
  expect(rows.map((path) => pages.filter((body) => body.includes(`${path}"`)).length)).toEqual(rows.map(() => 1));
  expect(pages[0]).toMatch(/Held \(5[2-9]\)/);
  expect(pages[0]).toContain('?held=2');
});
