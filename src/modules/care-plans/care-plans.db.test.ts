// Care plans on a real database: written in parts, made once whole, never changed after, followed, and opened to whom the law lets.
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Nation, type Who, noon, startNation, worker } from '../../../tests/database/tools.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Day, addDays, addHours, addMinutes, dayOf, instantAt } from '../../kernel/time.ts';
import { type ChildRecord, openRecord } from '../children/index.ts';
import { readDiary } from '../diary/index.ts';
import { allOpen, nothingOpen } from '../unsealing/index.ts';
import { beginVersion, decidePlan, makePlan, saveNeed, saveWishes } from './actions.ts';
import { type NeedDraft, decisionSchema, needSchema, preReleaseSchema, progressSchema, reviewSchema, wishesSchema } from './form.ts';
import { endFirstMonths } from './jobs.ts';
import { type Domain, domains } from './plan.ts';
import { plansOf } from './plan-store.ts';
import { fixReleaseDay, reportBeforeRelease, reportProgress, reviewPlan } from './progress-actions.ts';
import { progressOf, reviewsOf } from './progress-store.ts';

let nation: Nation;
let child: ChildRecord;
const superintendent: Who = 'home-superintendent Kozhikode';
const worksThere: Who = 'home-worker Kozhikode';
const committee: Who = 'cwc-chairperson Kozhikode';
const elsewhere: Who = 'home-superintendent Saran';
const PLANTED = 'mama beat me with the ladle';

beforeAll(async () => (nation = await startNation()));
afterAll(() => nation?.stop());
beforeEach(async () => {
  nation.clock.now = noon;
  child = await nation.ask(superintendent, (context) => {
    const { officeId, districtCode, stateCode } = nation.officer(superintendent);
    const place = { officeId, districtCode: districtCode!, stateCode: stateCode! };
    return openRecord(context, { kind: 'found', status: 'unidentified', ...place, happenedAt: addHours(noon, -48) });
  });
});

const begin = (who: Who = superintendent) => nation.ask(who, (context) => beginVersion(context, child.reference));
const wish = (fields: object = {}) =>
  nation.ask(superintendent, (context) =>
    saveWishes(context, child.reference, wishesSchema.parse({ heard: 'spoken', wishes: 'I want to go to school', wishesLanguage: 'Bhojpuri', caseWorker: 'Lakshmi', ladder: 'own-family', ...fields })),
  ); // prettier-ignore
const calm = { concern: 'none', edit: '0' };
const grave = {
  concern: 'high', concernWords: PLANTED, goal: 'sleeps without fear', intervention: 'counselling twice a week', who: 'Dr Rao', agency: 'District hospital',
  success: 'sleeps five nights of seven', measure: 'counselling', startsOn: '2026-11-24', reviewOn: '2026-12-24', edit: '0',
}; // prettier-ignore
const need = (domain: Domain, fields: object = calm, who: Who = superintendent) =>
  nation.ask(who, (context) => saveNeed(context, child.reference, domain, needSchema.parse(fields) as NeedDraft));
const make = () => nation.ask(superintendent, (context) => makePlan(context, child.reference));
const plans = (who: Who = superintendent, opens = true) =>
  nation.ask(who, (context) => plansOf(context, child.id, opens ? allOpen : nothingOpen));
const happened = () => nation.ask(worker, async (context) => (await readDiary(context, child.id)).map(({ happening }) => happening));

async function made(): Promise<void> {
  await begin();
  await wish();
  for (const domain of domains) await need(domain, domain === 'emotional' ? grave : calm);
  expect(await make()).not.toSatisfy(isRefusal);
}

describe('a plan', () => {
  test('is made once nothing is missing, and its making stands in the diary', async () => {
    await begin();
    await wish();
    expect(await make()).toMatchObject({ code: 'care-plans.error.gaps' });
    expect(await happened()).not.toContain('care.planMade');
    for (const domain of domains) await need(domain);
    expect(await make()).not.toSatisfy(isRefusal);
    expect(await happened()).toContain('care.planMade');
  });

  test('that was made is not changed, by no verb and by no bare statement; control: a draft is', async () => {
    await made();
    expect(await need('health')).toMatchObject({ code: 'care-plans.error.noDraft' });
    const rewrite = sql`update care_plan set ladder = 'kin' where record_id = ${child.id}`;
    await expect(rewrite.execute(nation.admin)).rejects.toThrow('not changed');
    await expect(sql`delete from care_need where record_id = ${child.id}`.execute(nation.admin)).rejects.toThrow('not changed');
    await begin();
    await sql`update care_plan set ladder = 'kin' where record_id = ${child.id} and made_at is null`.execute(nation.admin);
    expect((await plans()).map(({ ladder }) => ladder)).toEqual(['own-family', 'kin']);
  });

  test('goes on as the next version, begun once, with what the last one said', async () => {
    await made();
    await begin();
    expect(await begin()).toMatchObject({ code: 'care-plans.error.draftThere' });
    const [, next] = await plans();
    expect(next).toMatchObject({ version: 2, words: { wishes: 'I want to go to school' }, madeAt: null });
    expect(next!.needs.find(({ domain }) => domain === 'emotional')?.words?.goal).toBe('sleeps without fear');
    expect(await make()).toMatchObject({ code: 'care-plans.error.gaps' }); // what changed is not said
  });

  test('is approved or sent back once, by the Committee alone', async () => {
    await made();
    const decide = (who: Who) => nation.ask(who, (context) => decidePlan(context, child.reference, decisionSchema.parse({ decision: 'returned', reasons: 'ask the brother' })), 'inquiry'); // prettier-ignore
    await expect(decide(superintendent)).rejects.toThrow('row-level security');
    expect(await decide(committee)).not.toSatisfy(isRefusal);
    expect(await decide(committee)).toMatchObject({ code: 'care-plans.error.nothingToDecide' });
    expect((await plans())[0]).toMatchObject({ decision: 'returned', reasons: 'ask the brother' });
  });
});

describe('by bare statements, as whoever reaches the desk’s connection might', () => {
  const run = (who: Who, statement: RawBuilder<unknown>) => nation.ask(who, ({ db }) => statement.execute(db));
  const idOf = async () => (await plans()).at(-1)!.id;
  const childOf = (who: Who) =>
    nation.ask(who, (context) => {
      const { officeId, districtCode, stateCode } = nation.officer(who);
      const place = { officeId, districtCode: districtCode!, stateCode: stateCode! };
      return openRecord(context, { kind: 'found', status: 'unidentified', ...place, happenedAt: addHours(noon, -48) });
    });
  const needIn = (planId: string, recordId: string, { officerId }: { officerId: string }) => sql`insert into care_need
    (plan_id, record_id, domain, concern, saved_at, saved_by) values (${planId}, ${recordId}, 'leisure', 'none', ${noon}, ${officerId})`;
  const decision = (planId: string, recordId: string, { officeId, officerId }: { officeId: string; officerId: string }) => sql`insert into care_plan_decision
    (id, plan_id, record_id, decision, office_id, decided_by, decided_at) values (gen_random_uuid(), ${planId}, ${recordId}, 'approved', ${officeId}, ${officerId}, ${noon})`;

  test('nobody writes into a plan of a child of another district, nor under the file of a child of their own; control: into one of their own', async () => {
    await begin();
    const theirs = await childOf(elsewhere);
    const planId = await idOf();
    await expect(run(elsewhere, needIn(planId, child.id, nation.officer(elsewhere)))).rejects.toThrow('row-level security');
    await expect(run(elsewhere, needIn(planId, theirs.id, nation.officer(elsewhere)))).rejects.toThrow('care_need_plan');
    await run(superintendent, needIn(planId, child.id, nation.officer(superintendent)));
  });

  test('a Committee decides no plan of another district and no draft, and decides in its own name; control: its own', async () => {
    await begin();
    const mine = nation.officer(committee);
    await expect(run(committee, decision(await idOf(), child.id, mine))).rejects.toThrow('row-level security');
    await wish();
    for (const domain of domains) await need(domain);
    await make();
    const planId = await idOf();
    const far: Who = 'cwc-chairperson Saran';
    const theirs = await childOf(elsewhere);
    await expect(run(far, decision(planId, theirs.id, nation.officer(far)))).rejects.toThrow('row-level security');
    await expect(run(committee, decision(planId, child.id, { ...mine, officerId: nation.officer(superintendent).officerId }))).rejects.toThrow('row-level security');
    await run(committee, decision(planId, child.id, mine));
  });

  test('no plan is made in another’s name, and the desk ends nobody’s first months; control: made in one’s own', async () => {
    await begin();
    const madeBy = (who: Who) => sql`update care_plan set made_at = ${noon}, made_by = ${nation.officer(who).officerId} where record_id = ${child.id}`;
    await expect(run(superintendent, madeBy(worksThere))).rejects.toThrow('row-level security');
    await run(superintendent, madeBy(superintendent));
    await expect(run(superintendent, sql`update care_plan set first_months_over_at = ${noon}`)).rejects.toThrow('permission denied');
  });
}); // prettier-ignore

describe('two workers at one need', () => {
  test('the later is refused and loses nothing; over the save it has seen it is taken', async () => {
    await begin();
    await need('education');
    expect(await need('education', { ...calm, concern: 'low' })).toMatchObject({ code: 'care-plans.error.savedSince' });
    expect(await need('education', { ...calm, concern: 'low', edit: '1' })).not.toSatisfy(isRefusal);
    expect((await plans())[0]!.needs).toMatchObject([{ domain: 'education', concern: 'low', edit: 2 }]);
  });
});

describe('what is sealed', () => {
  test('is written and read by who answers for the plan, not by everybody in the home', async () => {
    await begin();
    expect(await need('emotional', grave, worksThere)).toMatchObject({ code: 'care-plans.error.sealed' });
    await need('emotional', grave);
    expect((await plans(worksThere, false))[0]!.needs[0]).toMatchObject({ domain: 'emotional', words: null });
    expect((await plans())[0]!.needs[0]!.words?.concern).toBe(PLANTED); // control
  });

  test('no word of a plan stands in clear in the database; control: what is counted does', async () => {
    await made();
    const { rows } = await sql<{ text: string }>`select string_agg(n::text, ' ') || (select string_agg(p::text, ' ') from care_plan p) as text from care_need n`.execute(nation.admin); // prettier-ignore
    const inHex = Buffer.from(PLANTED).toString('hex');
    expect([PLANTED, inHex, 'school'].filter((word) => rows[0]!.text.includes(word))).toEqual([]);
    expect(rows[0]!.text).toContain('counselling');
  });

  test('another home sees no plan at all', async () => {
    await made();
    expect(await plans(elsewhere)).toEqual([]);
    expect(await plans(committee)).toHaveLength(1); // control
  });
});

describe('progress', () => {
  const report = (fields: object = {}, who: Who = superintendent) =>
    nation.ask(
      who,
      (context) =>
      reportProgress(context, child.reference, progressSchema.parse({
        toOn: dayOf(nation.clock.now), interviewedOn: dayOf(nation.clock.now), place: 'home', conduct: 'plays', 'mark-emotional': 'some', ...fields,
      })), // prettier-ignore
    );
  const inDays = (days: number) => (nation.clock.now = instantAt(addDays('2026-11-24' as Day, days), '12:00'));

  test('is reported from where the last report ended, with a mark for every flagged need', async () => {
    await made();
    inDays(14);
    expect(await report({ 'mark-emotional': undefined })).toMatchObject({ code: 'care-plans.error.unmarked', field: 'mark-emotional' });
    expect(await report()).not.toSatisfy(isRefusal);
    inDays(28);
    expect(await report({ 'mark-emotional': 'good' })).not.toSatisfy(isRefusal);
    const reports = await nation.ask(superintendent, (context) => progressOf(context, child.id));
    expect(reports.map(({ fromOn, toOn, marks }) => [fromOn, toOn, marks.emotional])).toEqual([
      ['2026-12-09', '2026-12-22', 'good'],
      ['2026-11-24', '2026-12-08', 'some'],
    ]);
    expect(await report({ toOn: '2026-12-01', interviewedOn: '2026-12-01' })).toMatchObject({
      code: 'care-plans.error.beforeLast',
      field: 'toOn',
    });
  });

  test('by whoever may not open a sealed need is taken without its mark, of no day twice', async () => {
    await made();
    const sealedUnmarked = { 'mark-emotional': undefined };
    expect(await report(sealedUnmarked)).toMatchObject({ code: 'care-plans.error.unmarked' }); // control
    expect(await report(sealedUnmarked, worksThere)).not.toSatisfy(isRefusal);
    expect(await report()).toMatchObject({ code: 'care-plans.error.beforeLast', facts: { from: '2026-11-25' } });
  });

  test('three months after the first plan the diary says that reports are monthly, once', async () => {
    await made();
    inDays(91);
    expect(await nation.ask(worker, endFirstMonths)).toBe(0);
    expect(await happened()).not.toContain('care.firstMonthsOver');
    inDays(93);
    expect(await nation.ask(worker, endFirstMonths)).toBeGreaterThan(0);
    expect(await nation.ask(worker, endFirstMonths)).toBe(0);
    expect((await happened()).filter((one) => one === 'care.firstMonthsOver')).toHaveLength(1);
  });

  test('the management committee reviews what is in force', async () => {
    const review = () => nation.ask(superintendent, (context) => reviewPlan(context, child.reference, reviewSchema.parse({ reviewedOn: dayOf(nation.clock.now), outcome: 'continue', sat: 'three', found: 'well' }))); // prettier-ignore
    expect(await review()).toMatchObject({ code: 'care-plans.error.noPlan' });
    await made();
    expect(await review()).not.toSatisfy(isRefusal);
    expect(await nation.ask(superintendent, (context) => reviewsOf(context, child.id))).toMatchObject([
      { outcome: 'continue', words: { found: 'well' } },
    ]);
  });
});

describe('the release', () => {
  const before = () =>
    nation.ask(superintendent, (context) =>
      reportBeforeRelease(context, child.reference, preReleaseSchema.parse({ destination: 'Chhapra', placements: 'here', rehabilitation: 'school', followUp: 'DCPU Saran' })),
    ); // prettier-ignore
  const fix = (day: string) => nation.ask(superintendent, (context) => fixReleaseDay(context, child.reference, day as Day));

  test('is fixed, moved, and reported on before it, once', async () => {
    await made();
    expect(await before()).toMatchObject({ code: 'care-plans.error.noRelease' });
    expect(await fix('2026-11-01')).toMatchObject({ code: 'care-plans.error.past' });
    await fix('2026-12-20');
    nation.clock.now = addMinutes(noon, 5);
    await fix('2026-12-24');
    expect(await before()).not.toSatisfy(isRefusal);
    expect(await before()).toMatchObject({ code: 'care-plans.error.noRelease' });
    expect((await happened()).slice(-3)).toEqual(['care.releaseFixed', 'care.releaseFixed', 'care.preReleaseReported']);
  });
});
