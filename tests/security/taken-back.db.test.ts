// A judgement taken back: what was asked, confirmed and opened on it ends in that moment, whenever the worker hears of it. And forms that ruled over a colleague.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routesOf } from '../../src/apps/desk.ts';
import type { Happening } from '../../src/kernel/happenings.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { ChildRecord } from '../../src/modules/children/index.ts';
import { answerIdentity, recordProduction, recordRestoration } from '../../src/modules/cwc/actions.ts';
import { orderRestoration } from '../database/restoration-order.ts';
import { identitySchema, productionSchema, restorationSchema } from '../../src/modules/cwc/form.ts';
import { listeners as committeeListeners } from '../../src/modules/cwc/jobs.ts';
import { requestsOf, unrestored } from '../../src/modules/cwc/store.ts';
import { readDiary } from '../../src/modules/diary/index.ts';
import { registerFoundChild } from '../../src/modules/found-children/actions.ts';
import { foundChildSchema } from '../../src/modules/found-children/form.ts';
import { judge, reverseJudgement } from '../../src/modules/matching/actions.ts';
import { scoreContext } from '../../src/modules/matching/jobs.ts';
import { judgementsOf } from '../../src/modules/matching/judging/judgement-store.ts';
import { matchRecords } from '../../src/modules/matching/match-record.ts';
import { candidatesOf } from '../../src/modules/matching/store.ts';
import { complaintSchema } from '../../src/modules/missing-reports/form.ts';
import { registerComplaint } from '../../src/modules/missing-reports/index.ts';
import { type TestDoor, openDoor } from '../database/door.ts';
import { type Nation, type Who, startNation, worker } from '../database/tools.ts';

let nation: Nation;
let desk: TestDoor;
let paper = 0;
const saran: Who = 'investigating-officer Saran';
const kannur: Who = 'investigating-officer Kannur';
const kozhikode: Who = 'investigating-officer Kozhikode';
const committee: Who = 'cwc-chairperson Kozhikode';
const saranCommittee: Who = 'cwc-chairperson Saran';

beforeAll(async () => {
  nation = await startNation();
  desk = await openDoor(nation, 'desk', routesOf(nation.config));
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});
beforeEach(async () => {
  nation.clock.now = '2026-11-24T06:30:00.000Z' as Instant;
  await sql`truncate match_candidate, match_judgement, production_request cascade`.execute(nation.admin);
  await sql`delete from record_access`.execute(nation.admin);
  await sql`update record set closed_at = greatest(opened_at, ${nation.clock.now}), status = 'closed' where closed_at is null`.execute(
    nation.admin,
  );
});

const girl = { childName: 'Puja Kumari', fatherName: 'Rameshwar', ageFrom: '8', ageTo: '8', sex: 'female', marks: [{ kind: 'burn', site: 'forearm', side: 'left' }] }; // prettier-ignore

async function missing(who: Who, more: object = {}): Promise<ChildRecord> {
  const told = complaintSchema.parse({ receivedOn: '2026-11-10', receivedAt: '16:05', paperOn: '2026-11-10', paperAt: '16:40', lastSeenOn: '2026-11-10', lastSeenAt: '10:00',
    source: 'walk-in', paper: 'fir', paperNumber: String(++paper), lastSeenDistrict: who === saran ? '220' : '557', ...more, children: [girl] }); // prettier-ignore
  const done = await nation.ask(who, (context) => registerComplaint(context, told, []));
  nation.clock.tick();
  return (done as ChildRecord[])[0]!;
}

async function found(who: Who = kozhikode, districtCode = '560'): Promise<ChildRecord> {
  const told = foundChildSchema.parse({
    foundOn: '2026-11-18',
    foundAt: '09:00',
    districtCode,
    foundPlace: 'station',
    broughtBy: 'railway-police',
    ...girl,
  });
  const done = await nation.ask(who, (context) => registerFoundChild(context, told, []));
  nation.clock.tick();
  return done as ChildRecord;
}

async function pairOf(m: ChildRecord, f: ChildRecord): Promise<string> {
  await nation.ask(worker, async (context) => matchRecords(context, [m.id, f.id], await scoreContext(context)));
  const pairs = await nation.ask(worker, (context) => candidatesOf(context, m.id, { shown: false }));
  return pairs.find(({ foundId }) => foundId === f.id)!.id;
}

/** The worker hears all of that kind which stands in the record's diary, old news too. */
async function hear(happening: Happening, record: ChildRecord): Promise<void> {
  const entries = (await nation.ask(worker, (context) => readDiary(context, record.id))).filter((one) => one.happening === happening);
  for (const { entryId } of entries)
    for (const listener of committeeListeners)
      await nation.ask(worker, (context) => listener.hear(context, { recordId: record.id, entryId, happening }));
}

const done = <T>(result: T): T => {
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  nation.clock.tick();
  return result;
};
const same = async (pair: string, by: Who) =>
  done(await nation.ask(by, (context) => judge(context, pair, { verdict: 'same', cited: [], reason: 'the burn', both: true })));
const takeBack = async (pair: string, by: Who) => done(await nation.ask(by, (context) => reverseJudgement(context, pair, 'another girl')));
const requests = (f: ChildRecord) => nation.ask(worker, (context) => requestsOf(context, f.id));
const happened = async (record: ChildRecord) =>
  (await nation.ask(worker, (context) => readDiary(context, record.id))).map(({ happening }) => happening);

async function produce(f: ChildRecord): Promise<void> {
  const told = productionSchema.parse({ producedOn: '2026-11-24', producedAt: '10:00', sitting: 'committee', placedWith: 'children-home' });
  done(await nation.ask(committee, (context) => recordProduction(context, f.reference, told), 'production'));
}
const answer = (f: ChildRecord, requestId: string, said: 'confirmed' | 'refused' = 'confirmed', by: Who = committee) => {
  const draft = identitySchema.parse({ requestId, answer: said, basis: 'parent-recognised', both: 'yes', reasons: 'they knew each other' });
  return nation.ask(by, (context) => answerIdentity(context, f.reference, draft), 'production');
};
async function confirm(m: ChildRecord, by: Who, f: ChildRecord): Promise<string> {
  const pair = await pairOf(m, f);
  await same(pair, by);
  await hear('match.judged', f);
  if (!(await happened(f)).includes('found.produced')) await produce(f);
  const open = (await requests(f)).find(({ candidateId, answer: said }) => candidateId === pair && said === null)!;
  done(await answer(f, open.id));
  return pair;
}
let orders = 100;
const restore = async (f: ChildRecord) => {
  const told = restorationSchema.parse({
    orderNumber: await orderRestoration(nation, f.id, { committee, number: orders++ }),
    orderedOn: '2026-11-24',
    restoredOn: '2026-11-24',
    restoredAt: '11:00',
    toRelation: 'parents',
  });
  return nation.ask(committee, (context) => recordRestoration(context, f.reference, told), 'production');
};

describe('before the worker has heard of it', () => {
  test('a report split off is neither told that its child was produced nor that it went home; the one that stands is', async () => {
    const f = await found();
    const [one, two] = [await missing(saran), await missing(kannur)];
    await confirm(one, saran, f);
    const second = await confirm(two, kannur, f);
    await takeBack(second, committee);
    const before = (await happened(two)).length;
    await produce(f);
    done(await restore(f));
    expect((await happened(two)).slice(before)).toEqual([]);
    expect((await happened(one)).slice(-1)).toEqual(['found.restored']);
    const { rows } = await sql<{ missingId: string; closedAt: string | null }>`select r.missing_id, m.closed_at from restoration r, record m
      where r.record_id = ${f.id} and m.id = ${two.id}`.execute(nation.admin);
    expect(rows[0]).toMatchObject({ missingId: one.id, closedAt: null });
  });

  test('judged the same again, the old confirmation stands no longer and the Committee is asked anew', async () => {
    const f = await found();
    const m = await missing(saran);
    const pair = await confirm(m, saran, f);
    const waiting = async () =>
      (await nation.ask(committee, (context) => unrestored(context, null))).filter(({ foundId }) => foundId === f.id);
    expect(await waiting()).toHaveLength(1);
    await takeBack(pair, committee);
    await same(pair, saran);
    await hear('match.judgementReversed', f);
    await hear('match.judged', f);
    expect((await requests(f)).map(({ answer: said, takenBackAt }) => [said, takenBackAt !== null])).toEqual([[null, false], ['refused', true]]); // prettier-ignore
    expect(await waiting()).toEqual([]);
    expect(await restore(f)).toMatchObject({ code: 'cwc.error.identityFirst' });
  });

  test('a question asked for a judgement taken back is not answered after another was given', async () => {
    const f = await found();
    const pair = await pairOf(await missing(saran), f);
    await same(pair, saran);
    await hear('match.judged', f);
    await produce(f);
    const [old] = await requests(f);
    await takeBack(pair, saran);
    await same(pair, kozhikode);
    expect(await answer(f, old!.id)).toMatchObject({ code: 'cwc.error.nothingAsked' });
    await hear('match.judged', f);
    const [fresh] = await requests(f);
    done(await answer(f, fresh!.id));
    await expect(
      sql`update production_request set judgement_id = (select id from match_judgement where candidate_id = ${pair} order by judged_at limit 1),
        answer = 'confirmed', answered_by = array[answered_by[1], answered_by[1]] where id = ${fresh!.id}`.execute(nation.admin),
    ).rejects.toThrow('earlier judgement');
  });
});

describe('the file of another district, by a look-alike of one’s own', () => {
  const file = async (m: ChildRecord, who: Who = saranCommittee) =>
    (await desk.get(`/missing/${m.reference}?purpose=production`, who)).status;

  test('the planter’s Committee is shown the pair, not the file; nothing once it is taken back or answered no', async () => {
    const m = await missing(kannur, { informantName: 'Leela Nair', informantTelephone: '98300 77001' });
    const plant = await found(saran, '220');
    const pair = await pairOf(m, plant);
    expect(await file(m)).toBe(404);
    await same(pair, saran);
    await hear('match.judged', plant);
    expect((await desk.get(`/matches/${pair}`, saranCommittee)).status).toBe(200);
    const page = await desk.get(`/missing/${m.reference}?purpose=production`, saranCommittee);
    expect(page.status).not.toBe(200);
    expect(page.body).not.toContain('Leela Nair');
    await takeBack(pair, saran);
    expect(await file(m)).toBe(404);
    expect((await desk.get(`/matches/${pair}`, saranCommittee)).status).toBe(404);
  });

  test('the report’s own office says yes: its file is open to the Committee that is asked, until it says no', async () => {
    const m = await missing(kannur);
    const f = await found();
    await same(await pairOf(m, f), kannur);
    await hear('match.judged', f);
    expect(await file(m, committee)).toBe(200);
    await produce(f);
    done(await answer(f, (await requests(f))[0]!.id, 'refused'));
    expect(await file(m, committee)).toBe(404);
  });

  test('the Committee’s own yes opens it too; split, it is shut', async () => {
    const m = await missing(kannur);
    const f = await found();
    const pair = await confirm(m, kozhikode, f);
    expect(await file(m, committee)).toBe(200);
    await takeBack(pair, committee);
    expect(await file(m, committee)).toBe(404);
  });
});

describe('a form that does not say which judgement its officer saw', () => {
  test('rules over nobody, says so, and keeps what was written', async () => {
    const f = await found();
    const pair = await pairOf(await missing(kannur), f);
    const send = (path: string, fields: Record<string, string>) => desk.post(`/matches/${pair}${path}`, fields, kannur);
    expect((await desk.post(`/matches/${pair}`, { verdict: 'different', reason: 'scar differs', seen: 'none' }, kozhikode)).status).toBe(
      303,
    );
    const without = await send('', { verdict: 'same', reason: 'one burn' });
    expect(without.status).toBe(422);
    expect(without.body).toContain('which judgement you had before you');
    expect(without.body).toContain('one burn');
    const last = async () => (await nation.ask(worker, (context) => judgementsOf(context, pair))).at(-1)!;
    expect(await last()).toMatchObject({ verdict: 'different' });
    expect((await send('/reverse', { reason: 'mistake' })).status).toBe(422);
    expect((await send('/reverse', { reason: 'mistake', seen: 'none' })).body).toContain('judged this pair a moment ago');
    expect(await last()).toMatchObject({ verdict: 'different' });
    expect((await send('/reverse', { reason: 'mistake', seen: (await last()).id })).status).toBe(303);
  });
});

test('a pair that is not shown is no look at the one child the officer may see', async () => {
  const f = await found();
  const m = await missing(kannur);
  const pair = await pairOf(m, f);
  const looks = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from audit_entry where action = 'read' and record_id = ${f.id}`.execute(
        nation.admin,
      )
    ).rows[0]!.n;
  const before = await looks();
  expect((await desk.get(`/matches/${pair}`, kozhikode)).status).toBe(200);
  expect(await looks()).toBe(before + 1);
  await sql`delete from record_access where record_id = ${m.id}`.execute(nation.admin);
  expect((await desk.get(`/matches/${pair}`, kozhikode)).status).toBe(404);
  expect(await looks()).toBe(before + 1);
});
