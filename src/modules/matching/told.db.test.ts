// What the pages of pairs say beside the pair: what changed since it was judged, a closed case that shares something with it, and how many wait, of those that may be told.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Nation, type Who, startNation, worker } from '../../../tests/database/tools.ts';
import { type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type ChildRecord, changeDescription, readDescription } from '../children/index.ts';
import { registerFoundChild } from '../found-children/actions.ts';
import { foundChildSchema } from '../found-children/form.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { judge } from './actions.ts';
import { deskRoutes } from './desk.ts';
import { scoreContext } from './jobs.ts';
import { matchRecords } from './match-record.ts';
import { type Review, loadReview } from './review.ts';
import { candidatesOf, countWaiting } from './store.ts';

let nation: Nation;
let desk: TestDoor;
let missing: ChildRecord;
let found: ChildRecord;
let pair: string;
let serial = 0;
const saran = 'investigating-officer Saran' as const;
const kozhikode = 'investigating-officer Kozhikode' as const;
const telephone = '9830012345';
const girl = { childName: 'Puja', fatherName: 'Ramesar', ageFrom: '8', ageTo: '8', sex: 'female', marks: [{ kind: 'burn', site: 'forearm', side: 'left' }] }; // prettier-ignore

async function report(who: Who, child: object): Promise<ChildRecord> {
  const day = { receivedOn: '2026-11-10', receivedAt: '16:05', paperOn: '2026-11-10', paperAt: '16:40', lastSeenOn: '2026-11-10', lastSeenAt: '10:00' }; // prettier-ignore
  const told = { ...day, source: 'walk-in', paper: 'fir', paperNumber: String(++serial), informantTelephone: telephone, lastSeenDistrict: '220', children: [child] }; // prettier-ignore
  return ((await nation.ask(who, (context) => registerComplaint(context, complaintSchema.parse(told), []))) as [ChildRecord])[0];
}

async function foundChild(more: object = {}): Promise<ChildRecord> {
  const intake = { foundOn: '2026-11-18', foundAt: '09:00', districtCode: '560', foundPlace: 'station', broughtBy: 'railway-police' };
  const told = foundChildSchema.parse({ ...intake, ...girl, ...more });
  const child = (await nation.ask(kozhikode, (context) => registerFoundChild(context, told, []))) as ChildRecord;
  await nation.ask(worker, async (context) => matchRecords(context, [child.id], await scoreContext(context)));
  return child;
}

async function reviewed(who: Who): Promise<Review> {
  const review = await nation.ask(who, (context) => loadReview(context, pair), 'identification');
  if (isRefusal(review)) throw new Error(review.code);
  return review;
}

beforeEach(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', deskRoutes());
  missing = await report(saran, girl);
  found = await foundChild();
  pair = (await nation.ask(worker, (context) => candidatesOf(context, found.id, { shown: true })))[0]!.id;
});
afterEach(async () => {
  await desk.close();
  await nation.stop();
});

test('of a judged pair the page says what changed since, and nothing where nothing did', async () => {
  nation.clock.tick();
  await nation.ask(saran, (context) => judge(context, pair, { verdict: 'different', cited: ['marks'] }));
  expect((await reviewed(saran)).changedSince).toBeNull(); // control
  nation.clock.later(1);
  await nation.ask(kozhikode, async (context) => {
    const description = (await readDescription(context, found.id))!;
    const names = [...description.names, { bearer: 'mother' as const, text: 'Sunita', alias: false }];
    await changeDescription(context, found.id, 1, { ...description, names });
  });
  expect((await reviewed(saran)).changedSince).toEqual({ aspects: ['mother'], sides: ['found'], pictures: false });
  expect((await desk.get(`/matches/${pair}`, saran)).body).toMatch(/Changed since it was judged: mother/i);
  expect((await desk.get(`/matches/${pair}`, saran, 'hi')).body).toContain('निर्णय के बाद बदला');
});

test('a closed case the officer may open, of the same telephone, is said on the page; one of another office is not', async () => {
  const [own, foreign] = [await report(saran, { ...girl, childName: 'Gudiya' }), await report(kozhikode, { ...girl, childName: 'Munni' })];
  const brother = await report(saran, { childName: 'Raju', sex: 'male' });
  const close = ({ id }: ChildRecord) =>
    sql`update record set status = 'closed', closed_at = ${nation.clock.now} where id = ${id}`.execute(nation.admin);
  expect((await reviewed(saran)).closed).toEqual([]); // control: all open
  for (const record of [own, foreign, brother]) await close(record);
  expect((await reviewed(saran)).closed).toMatchObject([{ reference: own.reference, ofId: missing.id, shared: ['telephone'] }]);
  expect((await reviewed(kozhikode)).closed.map(({ reference }) => reference)).not.toContain(own.reference);
  const { body } = await desk.get(`/matches/${pair}`, saran);
  expect(body).toContain('A closed case shares something with this pair');
  expect([body.includes(own.reference), body.includes(foreign.reference)]).toEqual([true, false]);
  const again = await report(saran, girl);
  await sql`update record set happened_at = ${nation.clock.now} where id = ${missing.id}`.execute(nation.admin);
  await close(again);
  nation.clock.later(1);
  await sql`update record set happened_at = ${nation.clock.now} where id = ${missing.id}`.execute(nation.admin);
  expect((await reviewed(saran)).closed).toEqual([]); // closed before the child was last seen: it went missing again
});

test('of the pairs that wait only those are counted both of whose records the officer may open', async () => {
  await foundChild({ allegationOfOffence: 'yes' });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from match_candidate where missing_id = ${missing.id} and standing = 'open'`.execute(nation.admin); // prettier-ignore
  expect(rows[0]!.n).toBe(2); // control: what was counted before
  const scope = { officeId: nation.officer(saran).officeId };
  expect(await nation.ask(saran, (context) => countWaiting(context, scope))).toBe(1);
});
