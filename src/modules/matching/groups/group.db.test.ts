// One child in three records: joined by two people each time, told to every record, split in one step by whoever confirmed, and never over a contradiction.
import { sql } from 'kysely';
import { type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Happening } from '../../../kernel/happenings.ts';
import { type Nation, type Who, startNation, worker } from '../../../../tests/database/tools.ts';
import { viewOf } from '../../../../tests/database/view.ts';
import type { FormRoute, RequestContext } from '../../../web/route.ts';
import { type ChildRecord, peekRecord } from '../../children/index.ts';
import { answerIdentity, recordProduction } from '../../cwc/actions.ts';
import { identitySchema, productionSchema } from '../../cwc/form.ts';
import { deskRoutes as cwcRoutes } from '../../cwc/desk.ts';
import { listeners as cwcListeners } from '../../cwc/jobs.ts';
import { panels as cwcPanels } from '../../cwc/panels.ts';
import { requestsOf, unrestored } from '../../cwc/store.ts';
import { readDiary } from '../../diary/index.ts';
import { registerFoundChild } from '../../found-children/actions.ts';
import { foundChildSchema } from '../../found-children/form.ts';
import { complaintSchema } from '../../missing-reports/form.ts';
import { registerComplaint } from '../../missing-reports/index.ts';
import { judge, reverseJudgement } from '../actions.ts';
import { edgesAround } from './grouping.ts';
import { groupsOf } from './group.ts';
import { listeners, scoreContext } from '../jobs.ts';
import { matchRecords } from '../match-record.ts';
import { panels } from '../panels.ts';
import { candidatesOf } from '../store.ts';

let nation: Nation;
const station = 'investigating-officer Saran' as const;
const committee = 'cwc-chairperson Kozhikode' as const;
let first: ChildRecord;
let second: ChildRecord;
let found: ChildRecord;

const girl = { childName: 'पूजा कुमारी', fatherName: 'रामेश्वर', ageFrom: '8', ageTo: '8', sex: 'female', languages: ['bho'] };
const mark = { kind: 'burn', site: 'forearm', side: 'left' };

async function registerMissing(paperNumber: string, who: Who = station, lastSeenDistrict = '220'): Promise<ChildRecord> {
  const on = {
    receivedOn: '2026-11-10',
    receivedAt: '16:05',
    paperOn: '2026-11-10',
    paperAt: '16:40',
    lastSeenOn: '2026-11-10',
    lastSeenAt: '10:00',
  };
  const told = complaintSchema.parse({
    ...on,
    source: 'walk-in',
    paper: 'fir',
    paperNumber,
    lastSeenDistrict,
    children: [{ ...girl, marks: [mark] }],
  });
  return ((await nation.ask(who, (context) => registerComplaint(context, told, []))) as [ChildRecord])[0];
}

async function candidateOf(missing: ChildRecord): Promise<string> {
  const all = await nation.ask(worker, (context) => candidatesOf(context, missing.id, { shown: false }));
  return all.find(({ foundId }) => foundId === found.id)!.id;
}

/** Hands the last news of a kind to both modules, as the worker does, twice over. */
async function hear(happening: Happening): Promise<void> {
  for (const record of [first, second, found, found]) {
    const entry = (await nation.ask(worker, (context) => readDiary(context, record.id))).findLast((one) => one.happening === happening);
    if (!entry) continue;
    for (const listener of [...cwcListeners, ...listeners].filter(({ happenings }) => happenings.includes(happening)))
      await nation.ask(worker, (context) => listener.hear(context, { recordId: record.id, entryId: entry.entryId, happening }));
  }
}

/** Judged by the station, confirmed by the Committee: two people. */
async function join(missing: ChildRecord): Promise<string> {
  const candidate = await candidateOf(missing);
  nation.clock.tick();
  const by = missing === second ? ('investigating-officer Kannur' as const) : station;
  expect(
    isRefusal(await nation.ask(by, (context) => judge(context, candidate, { verdict: 'same', cited: [], reason: 'the burn', both: true }))),
  ).toBe(false);
  await hear('match.judged');
  const produced = { producedOn: '2026-11-24', producedAt: '10:00', sitting: 'committee', placedWith: 'children-home' };
  await nation.ask(committee, (context) => recordProduction(context, found.reference, productionSchema.parse(produced)), 'production');
  const requests = await nation.ask(committee, (context) => requestsOf(context, found.id));
  const requestId = requests.find((request) => request.candidateId === candidate && request.answer === null)!.id;
  const draft = identitySchema.parse({
    requestId,
    answer: 'confirmed',
    basis: 'parent-recognised',
    both: 'yes',
    reasons: 'The mother and the girl knew each other',
  });
  expect(isRefusal(await nation.ask(committee, (context) => answerIdentity(context, found.reference, draft), 'production'))).toBe(false);
  await hear('identity.confirmed');
  return candidate;
}

async function split(candidate: string, by: Who) {
  nation.clock.tick();
  const answer = await nation.ask(by, (context) => reverseJudgement(context, candidate, 'the mother came: another girl'));
  nation.clock.tick();
  await hear('match.judgementReversed');
  return answer;
}

/** What each record was told of its group, in order. */
async function told(record: ChildRecord): Promise<string[]> {
  const diary = await nation.ask(worker, (context) => readDiary(context, record.id));
  return diary.flatMap((entry) =>
    entry.happening === 'identity.joined' || entry.happening === 'identity.parted'
      ? [`${entry.happening.slice(9)} ${entry.facts.members}`]
      : [],
  );
}
const ids = (...records: ChildRecord[]) =>
  records
    .map(({ id }) => id)
    .toSorted()
    .join(' ');

beforeAll(async () => {
  nation = await startNation();
  first = await registerMissing('212');
  second = await registerMissing('77', 'investigating-officer Kannur', '557');
  nation.clock.tick(); // so that the found child's id comes after both reports'
  const intake = {
    foundOn: '2026-11-18',
    foundAt: '09:00',
    districtCode: '560',
    foundPlace: 'Kozhikode station',
    broughtBy: 'railway-police',
  };
  const told = foundChildSchema.parse({ ...intake, ...girl, childName: 'പൂജ', ageTo: '9', marks: [mark] });
  found = (await nation.ask('investigating-officer Kozhikode', (context) => registerFoundChild(context, told, []))) as ChildRecord;
  for (const { id } of [found, first, second])
    await nation.ask(worker, async (context) => matchRecords(context, [id], await scoreContext(context)));
});
afterAll(() => nation.stop());

let pairOfSecond: string;

test('every record of a growing group is told, once, by the ids of its records', async () => {
  await join(first);
  expect(await told(first)).toEqual([`joined ${ids(first, found)}`]);
  expect(await told(second)).toEqual([]);
  pairOfSecond = await join(second);
  expect(await told(first)).toEqual([`joined ${ids(first, found)}`, `joined ${ids(first, second, found)}`]);
  expect(await told(second)).toEqual([`joined ${ids(first, second, found)}`]);
});

test('an officer is shown of the group what row security lets them see', async () => {
  const members = async (who: Who) => groupsOf(await nation.ask(who, (context) => edgesAround(context, first.id)))[0]?.members;
  expect(await members(committee)).toHaveLength(3);
  expect(await members('investigating-officer Kozhikode')).toHaveLength(3);
  expect(await members('station-in-charge Saran')).toContain(found.id);
});

test('the record’s page shows its group with who judged and who confirmed; only the Committee is offered to split', async () => {
  const panel = (who: Who) =>
    nation
      .ask(who, (context) => panels[0]!.draw({ ...context, view: viewOf(context, 'en') } as RequestContext, found), 'identification')
      .then((drawn) => renderToString(drawn as VNode));
  const seen = await panel(committee);
  expect(seen).toContain('The same child in 3 records');
  expect(seen).toMatch(/Officer investigating-officer, police-station Kannur.*Officer cwc-chairperson, cwc Kozhikode/);
  expect(seen).toContain(`/matches/${pairOfSecond}/reverse`);
  expect(await panel('investigating-officer Kozhikode')).not.toContain('/reverse');
});

test('police do not split what the Committee confirmed; the Committee does in one step, and its records are told', async () => {
  expect(await split(pairOfSecond, 'investigating-officer Kannur')).toMatchObject({ code: 'matching.error.identityDecided' });
  expect(isRefusal(await split(pairOfSecond, committee))).toBe(false);
  expect((await told(first)).at(-1)).toBe(`parted ${ids(first, found)}`);
  expect((await told(second)).at(-1)).toBe(`parted ${ids(second)}`);
  expect((await told(found)).at(-1)).toBe(`parted ${ids(first, found)}`);
  const reversed = (await nation.ask(worker, (context) => readDiary(context, found.id))).findLast(({ happening }) => happening === 'match.judgementReversed'); // prettier-ignore
  const request = (await nation.ask(committee, (context) => requestsOf(context, second.id)))[0]!;
  expect([request.answer, request.takenBackAt]).toEqual(['refused', reversed!.recordedAt]); // heard later, told as it happened
  expect(request.answeredAt! < request.takenBackAt!).toBe(true);
  const shown = await nation.ask(committee, (context) => cwcPanels.find(({ kinds }) => kinds.includes('missing'))!.draw({ ...context, view: viewOf(context, 'en') } as RequestContext, second), 'production'); // prettier-ignore
  expect(renderToString(shown as VNode)).toMatch(/Confirmed 24 [^.]*; the judgement was taken back 24 /);
  const now = async ({ id }: ChildRecord) => (await nation.ask(worker, (context) => peekRecord(context, { id })))!.status;
  expect(await now(second)).toBe('fir-registered');
  expect(await now(found)).toBe('identity-confirmed'); // still of the first report
  const waiting = await nation.ask(committee, (context) => unrestored(context, null));
  expect(waiting.map(({ missingId }) => missingId)).toEqual([first.id]);
});

test('splitting opens the pair for a new judgement, and joining again tells all again', async () => {
  expect(await join(second)).toBe(pairOfSecond);
  expect((await told(first)).at(-1)).toBe(`joined ${ids(first, second, found)}`);
});

test('a found child told apart from hundreds of others keeps its records together', async () => {
  await sql`with others as (insert into record (id, kind, reference, status, office_id, district_code, state_code, happened_at, opened_at)
      select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'missing', 'other ' || n, status, office_id, district_code, state_code, happened_at, opened_at
      from record, generate_series(1, 250) n where id = ${first.id} returning id)
    insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    select others.id, others.id, ${found.id}, 0.5, 1, 1, 'possible', '[]', 'test', 1, 1, ${nation.clock.now}, 'different' from others`.execute(nation.admin); // prettier-ignore
  const edges = await nation.ask(worker, (context) => edgesAround(context, found.id));
  expect(groupsOf(edges)[0]?.members).toHaveLength(3);
  expect(edges.filter(({ standing }) => standing === 'different')).toEqual([]); // none of them is within the group
  await sql`delete from match_candidate where weights_version = 'test'`.execute(nation.admin);
});

/** Runs the jobs so that each has taken what it takes before the missing child's diary, held by a third, is let go. */
async function meetAt(held: ChildRecord, jobs: (() => Promise<unknown>)[]): Promise<void> {
  const running: Promise<unknown>[] = [];
  await nation.admin.transaction().execute(async (gate) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${held.id}::text, 0))`.execute(gate);
    for (const job of jobs) {
      running.push(job().catch((error: unknown) => error));
      for (let waiting = 0; waiting < running.length;) {
        const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_locks
          where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(
          gate,
        );
        waiting = rows[0]!.waiting;
      }
    }
  });
  expect(await Promise.all(running)).toEqual(jobs.map(() => undefined));
}

test('the Committee is asked while the group is told: neither job is sent away for the other', async () => {
  expect(isRefusal(await split(pairOfSecond, committee))).toBe(false);
  nation.clock.tick();
  const kannur = 'investigating-officer Kannur';
  await nation.ask(kannur, (context) => judge(context, pairOfSecond, { verdict: 'same', cited: [], reason: 'the burn', both: true }));
  const diary = await nation.ask(worker, (context) => readDiary(context, second.id));
  const { entryId } = diary.findLast(({ happening }) => happening === 'match.judged')!;
  const news = { recordId: second.id, entryId, happening: 'match.judged' } as const;
  const meeting = ['matching.group', 'cwc.askForProduction'];
  const heard = [...listeners, ...cwcListeners].filter(
    ({ happenings, name }) => happenings.includes('match.judged') && meeting.includes(name),
  );
  expect(heard.map(({ name }) => name)).toEqual(meeting);
  await meetAt(
    second,
    heard.map((listener) => () => nation.ask(worker, (context) => listener.hear(context, news))),
  );
  const requests = await nation.ask(committee, (context) => requestsOf(context, second.id));
  expect(requests.filter(({ answer }) => answer === null)).toHaveLength(1);
});

test('before it confirms a second report, the Committee is shown which one the child is confirmed to be', async () => {
  const route = cwcRoutes().find(({ path }) => path.endsWith('/identity')) as FormRoute;
  const input = { params: { reference: found.reference }, query: {}, cookies: {}, values: {}, errors: {} } as never;
  const drawn = await nation.ask(committee, (context) => route.show!({ ...context, view: viewOf(context, 'en') } as RequestContext, input), 'production'); // prettier-ignore
  const page = renderToString((drawn as { body: VNode }).body);
  expect(page).toContain(`Confirmed to be the child of ${first.reference}`);
  expect(page).toContain(`href="/matches/${await candidateOf(first)}"`);
  expect(page).not.toContain(`Confirmed to be the child of ${second.reference}`);
});
