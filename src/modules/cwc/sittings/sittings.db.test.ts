// The calendar of a Committee: who came, whether that is enough, who is heard, and what a single member ordered.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldError } from '../../../../tests/database/door.ts';
import { type Bench, chair, home, startBench, unit } from '../../../../tests/database/committee.ts';
import type { Who } from '../../../../tests/database/tools.ts';
import { sittingDaysIn } from './sitting-store.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const at = '2026-11-24';
const entries = async (reference: string) =>
  (
    await sql<{
      happening: string;
    }>`select e.happening from diary_entry e join record r on r.id = e.record_id where r.reference = ${reference} order by e.sequence`.execute(
      bench.nation.admin,
    )
  ).rows.map(({ happening }) => happening);

test('who came is written down once, on the day, by a member; only a quorum counts as a day of sitting', async () => {
  for (const sitsOn of ['2026-10-09', '2027-12-30']) {
    const { status, body } = await bench.send('/cwc/sittings', { sitsOn, sitsAt: '11:00', bench: 'committee' });
    expect([status, fieldError(body, 'sitsOn')]).toEqual([422, expect.stringContaining('45')]);
  }
  const tomorrow = await bench.send('/cwc/sittings', { sitsOn: '2026-11-25', sitsAt: '11:00', bench: 'committee' });
  const early = await bench.send(tomorrow.location.split('?')[0]!, { members: bench.members[0]!.officerId });
  expect([early.status, early.body.includes('still to come')]).toEqual([422, true]);
  const two = await bench.sit(2, 'committee', '2026-11-20');
  const three = await bench.sit(3, 'committee', '2026-11-19');
  expect((await bench.send('/cwc/sittings', { sitsOn: '2026-11-19', sitsAt: '10:00', bench: 'committee' })).status).toBe(422);
  expect((await bench.send(`/cwc/sittings/${three}`, { members: bench.members[0]!.officerId })).status).toBe(422);
  const stranger = bench.nation.officer('cwc-chairperson Kannur').officerId;
  const next = (await bench.send('/cwc/sittings', { sitsOn: '2026-11-18', sitsAt: '11:00', bench: 'committee' })).location.split('?')[0]!;
  expect((await bench.send(next, { members: stranger })).status).toBe(422);
  const days = await bench.nation.ask(chair, (context) =>
    sittingDaysIn(context, bench.members[0]!.officeId, '2026-11-01' as never, '2026-11-30' as never),
  );
  expect(days).toBe(1);
  expect((await bench.desk.get(`/cwc/sittings/${two}`, chair)).body).toContain('No quorum');
  for (const language of ['en', 'hi']) expect((await bench.desk.get('/cwc/sittings', chair, language)).status).toBe(200);
  expect((await bench.desk.get('/cwc/sittings', home)).status).toBe(403);
  expect((await bench.desk.get(`/cwc/sittings/${three}`, 'cwc-chairperson Kannur')).status).toBe(404);
});

test('a child is heard at a sitting with its quorum, after the production; who asked for more time and why is kept, and the next date brings the child back', async () => {
  const reference = await bench.found();
  const heard = { sitting: await bench.sit(3, 'committee', at), present: ['child', 'police'], said: 'She wants to go to school' };
  const path = `/cwc/${reference}/hearing`;
  const before = await bench.send(path, heard);
  expect([before.status, before.body.includes('Record the production first')]).toEqual([422, true]);
  await bench.produce(reference);
  const blank = await bench.send(path, { sitting: heard.sitting });
  expect([blank.status, fieldError(blank.body, 'present')]).toEqual([422, expect.stringContaining('who was present')]);
  const few = await bench.sit(2, 'committee', '2026-11-23');
  const none = await bench.send(path, { ...heard, sitting: few });
  expect([none.status, none.body.includes('Only 2 members came')]).toEqual([422, true]);
  const why = await bench.send(path, { ...heard, adjournedFor: 'police' });
  expect([
    why.status,
    why.body.includes('adjournedBecause-error'),
    why.body.includes('nextOn-error'),
    why.body.includes('go to school'),
  ]).toEqual([422, true, true, true]);
  const adjourned = { ...heard, adjournedFor: 'police', adjournedBecause: 'the officer was at court', nextOn: '2026-11-26' };
  const same = await bench.send(path, { ...adjourned, nextOn: at });
  expect([same.status, fieldError(same.body, 'nextOn')]).toEqual([422, 'The next date comes after the hearing.']);
  const earlier = await bench.send(path, { ...heard, sitting: await bench.sit(3, 'committee', '2026-11-21') });
  expect([earlier.status, fieldError(earlier.body, 'sitting')]).toEqual([422, 'The child was produced after that sitting.']);
  expect((await bench.send(path, adjourned)).status).toBe(303);
  expect((await bench.send(path, adjourned)).status).toBe(422); // once at a sitting
  expect(await entries(reference)).toContain('inquiry.hearingHeld');
  for (const words of ['Adjourned at the request of: The police (the officer was at court)', 'Next date: 26 Nov 2026', 'go to school'])
    expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain(words);
  expect((await bench.desk.get('/cwc', chair)).body).not.toContain(`/cwc/${reference}/hearing`);
  const { location } = await bench.send('/cwc/sittings', { sitsOn: '2026-11-26', sitsAt: '11:00', bench: 'committee' });
  const called = (await bench.desk.get(location.split('?')[0]!, chair)).body;
  expect(called, 'on the day it was adjourned to').toContain(`/cwc/${reference}/hearing`);
  expect((await bench.desk.get(`/cwc/sittings/${heard.sitting}`, chair)).body).toContain('Heard at this sitting (1)');
  expect((await bench.desk.get(`/cwc/${reference}/file`, chair)).body).toContain('Final order due by 23 Mar 2027');
  bench.nation.clock.later(48);
  for (const language of ['en', 'hi']) expect((await bench.desk.get('/cwc', chair, language)).body).toContain(`/cwc/${reference}/hearing`);
  bench.nation.clock.later(-48);
  expect((await bench.send(path, adjourned, home)).status).toBe(403);
});

test('a child heard again, or whose file is closed, waits on no list of those to be heard, in whatever order hearings were written down', async () => {
  const found = (childName: string) => bench.found({ childName, foundOn: '2026-11-15' });
  const [again, closed] = [await found('Kalpana'), await found('Sarita')];
  for (const reference of [again, closed]) await bench.produce(reference, { producedOn: '2026-11-16', producedAt: '09:00' });
  const sittings = [await bench.sit(3, 'committee', '2026-11-16'), await bench.sit(3, 'committee', '2026-11-17')];
  const hear = (reference: string, sitting: string, nextOn: string) =>
    bench.send(`/cwc/${reference}/hearing`, { sitting, present: ['child'], nextOn, said: 'heard' });
  expect((await hear(again, sittings[1]!, '2026-12-10')).status).toBe(303);
  expect((await hear(again, sittings[0]!, '2026-11-20')).status).toBe(303);
  expect((await hear(closed, sittings[0]!, '2026-11-20')).status).toBe(303);
  const waits = async (reference: string) => (await bench.desk.get('/cwc', chair)).body.includes(`/cwc/${reference}/hearing`);
  expect([await waits(again), await waits(closed)]).toEqual([false, true]);
  await sql`update record set closed_at = now() where reference = ${closed}`.execute(bench.nation.admin);
  expect(await waits(closed)).toBe(false);
});

test('what a single member ordered is ratified by the Committee in full, by no single member', async () => {
  const reference = await bench.found({ childName: 'Binu' });
  await bench.produce(reference, { sitting: 'single-member' });
  expect((await bench.desk.get('/cwc', chair)).body).toContain(`/cwc/${reference}/ratify`);
  const alone = await bench.send(`/cwc/${reference}/ratify`, { sitting: await bench.sit(1, 'single-member', '2026-11-22') });
  expect(alone.status).toBe(422);
  const away = await bench.found({ childName: 'Omana' });
  await bench.produce(away, { sitting: 'single-member' });
  const waits = async () => (await bench.desk.get('/cwc', chair)).body.includes(`/cwc/${away}/ratify`);
  expect(await waits()).toBe(true);
  await sql`update record set closed_at = now() where reference = ${away}`.execute(bench.nation.admin);
  expect(await waits(), 'of a closed file').toBe(false);
  const { rows } = await sql<{
    id: string;
  }>`select id from committee_sitting where sits_on = ${at} and cwc_id = ${bench.members[0]!.officeId}`.execute(bench.nation.admin);
  expect((await bench.send(`/cwc/${reference}/ratify`, { sitting: rows[0]!.id })).status).toBe(303);
  expect((await entries(reference)).at(-1)).toBe('inquiry.placementRatified');
  expect((await bench.desk.get('/cwc', chair)).body).not.toContain(`/cwc/${reference}/ratify`);
});

test('a Committee is not asked why it opens the file of a child produced before it, whoever holds the record; before that, and of others, it is', async () => {
  const reference = await bench.found({ childName: 'Leela' });
  const asked = async (who: Who) => (await bench.desk.get(`/found/${reference}`, who)).body.includes('name="purpose"');
  expect(await asked(chair)).toBe(true);
  await bench.produce(reference);
  expect([await asked(chair), await asked(bench.seats[1]!), await asked(unit)]).toEqual([false, false, true]);
  const { rows } = await sql<{ purpose: string }>`select a.purpose from audit_entry a join record r on r.id = a.record_id where r.reference = ${reference}
    and a.name = 'foundChild.view' and a.action = 'read' order by a.sequence desc limit 1`.execute(bench.nation.admin);
  expect(rows[0]?.purpose).toBe('casework');
}); // prettier-ignore
