// The Committee's chain on a real database: asked → produced → confirmed → restored, each step refused before the one before it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { orderRestoration } from '../../../tests/database/restoration-order.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { addHours } from '../../kernel/time.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, openRecord, peekRecord } from '../children/index.ts';
import { type Nation, startNation, noon, worker } from '../../../tests/database/tools.ts';
import { readDiary, writeDiary } from '../diary/index.ts';
import { answerIdentity, recordProduction, recordRestoration } from './actions.ts';
import { identitySchema, productionSchema, restorationSchema } from './form.ts';
import { listeners } from './jobs.ts';
import { requestsOf } from './store.ts';

let nation: Nation;
let station: OfficerActor;
let home: OfficerActor;
let cwc: OfficerActor;
let missing: ChildRecord;
let found: ChildRecord;
let candidate: string;

beforeAll(async () => {
  nation = await startNation();
  station = nation.officer('investigating-officer Saran');
  home = nation.officer('home-superintendent Kozhikode');
  cwc = nation.officer('cwc-chairperson Kozhikode');
});
afterAll(() => nation.stop());

async function open(actor: OfficerActor, kind: 'missing' | 'found'): Promise<ChildRecord> {
  return nation.ask(actor, async (context) => {
    const { officeId, districtCode, stateCode } = actor;
    const status = kind === 'missing' ? 'reported' : 'unidentified';
    return openRecord(context, {
      kind,
      status,
      officeId,
      districtCode: districtCode!,
      stateCode: stateCode!,
      happenedAt: addHours(noon, -48),
    });
  });
}

async function judge(verdict: 'same' | 'different' | 'reversed', on = candidate, by = station): Promise<void> {
  await sql`insert into match_judgement (id, candidate_id, verdict, reason, missing_version, found_version, judged_by, office_id, judged_at)
    values (${newId<'judgement'>()}, ${on}, ${verdict}, 'the same scar', 1, 1, ${by.officerId}, ${by.officeId}, ${nation.clock.now})`.execute(
    nation.admin,
  );
  await sql`update match_candidate set standing = ${verdict === 'reversed' ? 'open' : verdict} where id = ${on}`.execute(nation.admin);
  if (verdict === 'reversed') return;
  const judged = { happening: 'match.judged', facts: { candidate: on, verdict } } as const;
  await nation.ask(worker, (context) => writeDiary(context, missing.id, judged));
  await nation.ask(worker, (context) => writeDiary(context, found.id, judged));
}

/** Both diaries hold the judgement, so the Committee's module hears of it twice. */
async function hear(): Promise<void> {
  for (const { id } of [missing, found]) {
    await nation.ask(worker, async (context) => {
      const entry = (await readDiary(context, id)).findLast(({ happening }) => happening === 'match.judged')!;
      await listeners[0]!.hear(context, { recordId: id, entryId: entry.entryId, happening: entry.happening });
    });
  }
}

beforeEach(async () => {
  missing = await open(station, 'missing');
  found = await open(home, 'found');
  candidate = newId<'candidate'>();
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at)
    values (${candidate}, ${missing.id}, ${found.id}, 0.89, 17, 170000, 'likely', '[]', 'test', 1, 1, ${noon})`.execute(nation.admin);
});

const produced = { producedOn: '2026-11-24', producedAt: '10:00', sitting: 'committee', placedWith: 'children-home' };
const restored = { orderedOn: '2026-11-24', toRelation: 'parents', restoredOn: '2026-11-24', restoredAt: '11:30' };

const produce = (fields = {}, actor = cwc) =>
  nation.ask(
    actor,
    (context) => recordProduction(context, found.reference, productionSchema.parse({ ...produced, ...fields })),
    'production',
  );
let orders = 100;
/** By an order in the register, unless `orderNumber` names another. */
async function restore(fields: { orderNumber?: string; orderedOn?: string } = {}) {
  const orderNumber =
    fields.orderNumber ?? (await orderRestoration(nation, found.id, { committee: 'cwc-chairperson Kozhikode', number: orders++ }));
  const draft = restorationSchema.parse({ ...restored, orderNumber, ...fields });
  return nation.ask(cwc, (context) => recordRestoration(context, found.reference, draft), 'production');
}

async function answer(kind: 'confirmed' | 'refused', both?: 'yes') {
  const requests = await nation.ask(cwc, (context) => requestsOf(context, found.id));
  const requestId = requests.find((request) => request.candidateId === candidate)?.id ?? newId();
  const draft = identitySchema.parse({
    requestId,
    answer: kind,
    basis: kind === 'confirmed' ? 'parent-recognised' : undefined,
    both,
    reasons: 'The mother and the girl knew each other',
  });
  return nation.ask(cwc, (context) => answerIdentity(context, found.reference, draft), 'production');
}

async function statuses(): Promise<[string, string, boolean]> {
  const [one, other] = await nation.ask(worker, async (context) => [
    await peekRecord(context, { id: missing.id }),
    await peekRecord(context, { id: found.id }),
  ]);
  return [one!.status, other!.status, one!.closedAt !== null];
}

test('the whole chain: produced, confirmed, restored; the missing report follows and stays open for its own police', async () => {
  await judge('same');
  await hear();
  expect(isRefusal(await produce())).toBe(false);
  expect(isRefusal(await answer('confirmed'))).toBe(false);
  expect(await statuses()).toEqual(['traced', 'identity-confirmed', false]);
  expect(isRefusal(await restore())).toBe(false);
  expect(await statuses()).toEqual(['restored', 'restored', false]);
  expect(await restore()).toMatchObject({ code: 'cwc.error.alreadyRestored' });
});

test('a child confirmed to be one missing child is not confirmed to be another by the way', async () => {
  await judge('same');
  await hear();
  await produce();
  const first = await open(station, 'missing');
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    values (${first.id}, ${first.id}, ${found.id}, 0.89, 17, 170000, 'likely', '[]', 'test', 1, 1, ${noon}, 'same')`.execute(nation.admin);
  await judge('same', first.id);
  await sql`insert into production_request (id, found_id, missing_id, candidate_id, cwc_id, asked_by, asked_at, answer, answered_at, answered_by, basis, reasons)
    select gen_random_uuid(), found_id, ${first.id}, ${first.id}, cwc_id, asked_by, asked_at, 'confirmed', asked_at, array[${cwc.officerId}]::uuid[], '{parent-recognised}', 'her mother knew her'
    from production_request where candidate_id = ${candidate}`.execute(nation.admin);
  expect(await answer('confirmed')).toMatchObject({ code: 'cwc.error.confirmedAnother', field: 'both' });
  expect(isRefusal(await answer('confirmed', 'yes'))).toBe(false);
});

test('the second person is another than the first: asked by the form, and by the database of every door', async () => {
  await judge('same', candidate, cwc);
  await hear();
  await produce();
  expect(await answer('confirmed')).toMatchObject({ code: 'cwc.error.samePerson' });
  expect(await answer('refused')).toMatchObject({ code: 'cwc.error.samePerson' });
  const write = (by: OfficerActor[]) =>
    sql`update production_request set answer = 'confirmed', answered_by = ${by.map(({ officerId }) => officerId)}::uuid[] where candidate_id = ${candidate}`.execute(
      nation.admin,
    );
  await expect(write([station, cwc])).rejects.toThrow('who judged the pair');
  await expect(write([])).rejects.toThrow('an officer judged the same');
  await judge('different');
  await expect(write([cwc])).rejects.toThrow('an officer judged the same');
  nation.clock.tick();
  await judge('same');
  await expect(write([cwc])).rejects.toThrow('an earlier judgement');
  await judge('reversed');
  nation.clock.tick();
  await judge('same');
  await hear();
  expect(isRefusal(await answer('confirmed'))).toBe(false);
});

test('a Committee answers only what it was asked', async () => {
  await judge('same');
  await hear();
  await produce();
  await sql`update production_request set cwc_id = ${nation.officer('cwc-chairperson Saran').officeId}`.execute(nation.admin);
  expect(await answer('confirmed')).toMatchObject({ code: 'cwc.error.nothingAsked' });
});

test('each step is refused before the one before it', async () => {
  expect(await answer('confirmed')).toMatchObject({ code: 'cwc.error.nothingAsked' });
  await judge('same');
  await hear();
  expect(await answer('confirmed')).toMatchObject({ code: 'cwc.error.notProduced' });
  expect(await restore()).toMatchObject({ code: 'cwc.error.producedFirst', field: 'restoredOn' });
  await produce();
  expect(await restore()).toMatchObject({ code: 'cwc.error.identityFirst' });
});

test('a judgement heard of twice, even after the answer, asks once', async () => {
  await judge('same');
  await hear();
  await produce();
  await answer('confirmed');
  await hear();
  const requests = await nation.ask(cwc, (context) => requestsOf(context, found.id));
  expect(requests.map((request) => request.answer)).toEqual(['confirmed']);
});

test('a judgement of "different" asks nothing', async () => {
  await judge('different');
  await hear();
  expect(await nation.ask(cwc, (context) => requestsOf(context, found.id))).toEqual([]);
});

test('a refused identity leaves the report missing and the child unidentified', async () => {
  await judge('same');
  await hear();
  await produce();
  expect(isRefusal(await answer('refused'))).toBe(false);
  expect(await statuses()).toEqual(['reported', 'unidentified', false]);
  expect(await restore({ orderNumber: '1/2026' })).toMatchObject({ code: 'cwc.error.identityFirst' });
});

test('refusing one family does not undo what was confirmed of another', async () => {
  await judge('same');
  await hear();
  await produce();
  await answer('confirmed');
  const [confirmed, mine] = [candidate, missing];
  missing = await open(station, 'missing');
  candidate = newId<'candidate'>();
  await sql`insert into match_candidate select (jsonb_populate_record(c, jsonb_build_object('id', ${candidate}::text, 'missing_id', ${missing.id}::text))).*
    from match_candidate c where c.id = ${confirmed}`.execute(nation.admin);
  await judge('same');
  await hear();
  await answer('refused');
  expect(await statuses()).toEqual(['reported', 'identity-confirmed', false]);
  await restore();
  missing = mine;
  expect(await statuses()).toEqual(['restored', 'restored', false]);
});

test.each([
  ['before the child was found', { producedOn: '2026-11-20' }, 'cwc.error.beforeFound'],
  ['in the future', { producedAt: '12:01' }, 'cwc.error.future'],
])('a production %s is refused at its field', async (_, fields, code) => {
  expect(await produce(fields)).toMatchObject({ code, field: 'producedOn' });
});

test('only a Committee records a production', async () => {
  expect(await produce({}, home)).toMatchObject({ code: 'web.error.notFound' });
});

test('an order made after the child went home is refused', async () => {
  await judge('same');
  await hear();
  await produce();
  await answer('confirmed');
  nation.clock.later(24);
  expect(await restore({ orderedOn: '2026-11-25' })).toMatchObject({ code: 'cwc.error.orderFirst', field: 'orderedOn' });
  nation.clock.later(-24);
});

test('nobody goes home by an order the register does not hold, nor by one of another day; control: by the one it holds', async () => {
  await judge('same');
  await hear();
  await produce();
  await answer('confirmed');
  expect(await restore({ orderNumber: '999/2026' })).toMatchObject({ code: 'cwc.error.notInRegister', field: 'orderNumber' });
  expect(await restore({ orderedOn: '2026-11-23' })).toMatchObject({ code: 'cwc.error.orderedOtherDay', field: 'orderedOn' });
  expect(isRefusal(await restore())).toBe(false);
});
