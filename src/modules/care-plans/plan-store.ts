// SQL of care plans: versions with their needs and what the Committee decided. Words are sealed, and opened only for who may read them.
import { sql } from 'kysely';
import { type OfficerId, type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { WishesDraft } from './form.ts';
import type { OpenClasses } from '../unsealing/index.ts';
import { type Domain, type Need, type NeedWords, type Plan, type PlanWords, sealedDomains } from './plan.ts';

const sealed = ({ tools }: Context, words: object): Buffer => tools.seal(JSON.stringify(words));
function opened<Words>({ tools }: Context, bytes: Buffer | null): Words {
  return (bytes === null ? {} : JSON.parse(tools.unseal(bytes))) as Words;
}

const isShut = (domain: Domain, open: OpenClasses): boolean => {
  const of = sealedDomains.get(domain);
  return of !== undefined && !open.has(of);
};

export type PlanStanding = Omit<Plan, 'words' | 'needs' | 'reasons'>;
type PlanRow = PlanStanding & { wordsSealed: Buffer | null; reasonsSealed: Buffer | null };
type NeedRow = Omit<Need, 'words'> & { planId: string; wordsSealed: Buffer | null };

const standing = sql`p.id, p.record_id, p.version, p.office_id, f.name as office_name, p.begun_at, p.wishes_language, p.heard, p.ladder, p.made_at,
  m.name as made_by, d.decision, d.decided_at, o.name as decided_by`;
const plansFrom = sql`care_plan p join office f on f.id = p.office_id left join officer m on m.id = p.made_by
  left join care_plan_decision d on d.plan_id = p.id left join officer o on o.id = d.decided_by`;

/** Every version as it stands, without what is said in it, the first first. */
export async function standingsOf(context: Context, recordId: RecordId): Promise<PlanStanding[]> {
  const { rows } = await sql<PlanStanding>`select ${standing} from ${plansFrom} where p.record_id = ${recordId} order by p.version`.execute(
    context.db,
  );
  return rows;
}

/** Every version, the first first. The caller has read (and so audited) the record. `open`: the sealed classes the reader may open. */
export async function plansOf(context: Context, recordId: RecordId, open: OpenClasses): Promise<Plan[]> {
  const { rows: plans } =
    await sql<PlanRow>`select ${standing}, p.words_sealed, d.reasons_sealed from ${plansFrom} where p.record_id = ${recordId} order by p.version`.execute(
      context.db,
    );
  const { rows: allNeeds } =
    await sql<NeedRow>`select n.plan_id, n.domain, n.concern, n.measure, n.scheme, n.starts_on, n.review_on, n.words_sealed, n.edit, o.name as saved_by, n.saved_at
    from care_need n join officer o on o.id = n.saved_by where n.record_id = ${recordId}`.execute(context.db);
  const needs = Map.groupBy(allNeeds, ({ planId }) => planId);
  return plans.map(({ wordsSealed, reasonsSealed, ...plan }) => ({
    ...plan,
    words: opened<PlanWords>(context, wordsSealed),
    reasons: opened<{ reasons?: string }>(context, reasonsSealed).reasons ?? null,
    needs: (needs.get(plan.id) ?? []).map(({ wordsSealed: bytes, ...need }) => ({
      ...need,
      words: isShut(need.domain, open) ? null : opened<NeedWords>(context, bytes),
    })),
  }));
}

/** A draft of the next version, which begins as the last one stood. Null if one is being written already. */
export async function beginPlan(context: Context, recordId: RecordId, officeId: string, officerId: OfficerId): Promise<string | null> {
  const id = newId<'carePlan'>(milliseconds(context.now));
  const { rows } = await sql<{ version: number }>`insert into care_plan (id, record_id, version, office_id, begun_at, begun_by)
    select ${id}, ${recordId}, coalesce(max(version), 0) + 1, ${officeId}, ${context.now}, ${officerId} from care_plan where record_id = ${recordId}
    having bool_and(made_at is not null) is not false on conflict do nothing returning version`.execute(context.db);
  if (!rows[0]) return null;
  const before = rows[0].version - 1;
  if (before === 0) return id;
  await sql`update care_plan p set wishes_language = l.wishes_language, heard = l.heard, ladder = l.ladder, words_sealed = l.words_sealed
    from care_plan l where p.id = ${id} and l.record_id = ${recordId} and l.version = ${before}`.execute(context.db);
  await sql`insert into care_need (plan_id, record_id, domain, concern, measure, scheme, starts_on, review_on, words_sealed, saved_at, saved_by)
    select ${id}, n.record_id, n.domain, n.concern, n.measure, n.scheme, n.starts_on, n.review_on, n.words_sealed, ${context.now}, ${officerId}
    from care_need n join care_plan l on l.id = n.plan_id where l.record_id = ${recordId} and l.version = ${before}`.execute(context.db);
  return id;
}

export async function writeWishes(context: Context, planId: string, draft: WishesDraft): Promise<void> {
  const { heard, wishesLanguage, ladder, ...words } = draft;
  await sql`update care_plan set heard = ${heard ?? null}, wishes_language = ${wishesLanguage ?? null}, ladder = ${ladder ?? null},
    words_sealed = ${sealed(context, words)} where id = ${planId}`.execute(context.db);
}

/** `over`: the save it was begun from; 0 where nothing was there. False if somebody saved since: then nothing is written. */
export async function writeNeed(
  context: Context,
  plan: Pick<Plan, 'id' | 'recordId'>,
  need: Omit<Need, 'edit' | 'savedBy' | 'savedAt'>,
  { over, officerId }: { over: number; officerId: OfficerId },
): Promise<boolean> {
  const words = need.words === null ? null : sealed(context, need.words);
  const done =
    await sql`insert into care_need as n (plan_id, record_id, domain, concern, measure, scheme, starts_on, review_on, words_sealed, edit, saved_at, saved_by)
    select ${plan.id}, ${plan.recordId}, ${need.domain}, ${need.concern}, ${need.measure}, ${need.scheme}, ${need.startsOn}, ${need.reviewOn}, ${words}, 1, ${context.now},
      ${officerId} where ${over} = 0 or exists (select from care_need e where e.plan_id = ${plan.id} and e.domain = ${need.domain})
    on conflict (plan_id, domain) do update set concern = excluded.concern, measure = excluded.measure, scheme = excluded.scheme, starts_on = excluded.starts_on,
      review_on = excluded.review_on, words_sealed = excluded.words_sealed, edit = n.edit + 1, saved_at = excluded.saved_at, saved_by = excluded.saved_by
      where n.edit = ${over}`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** False if it was made meanwhile. */
export async function markMade(context: Context, planId: string, officerId: OfficerId): Promise<boolean> {
  const done =
    await sql`update care_plan set made_at = ${context.now}, made_by = ${officerId} where id = ${planId} and made_at is null`.execute(
      context.db,
    );
  return done.numAffectedRows === 1n;
}

export type Decision = { decision: 'approved' | 'returned'; reasons: string | undefined; officeId: string; officerId: OfficerId };

/** False if it was decided meanwhile. */
export async function insertDecision(context: Context, plan: Plan, { decision, reasons, officeId, officerId }: Decision): Promise<boolean> {
  const id = newId<'planDecision'>(milliseconds(context.now));
  const done =
    await sql`insert into care_plan_decision (id, plan_id, record_id, decision, reasons_sealed, office_id, decided_by, decided_at)
    values (${id}, ${plan.id}, ${plan.recordId}, ${decision}, ${reasons ? sealed(context, { reasons }) : null}, ${officeId}, ${officerId}, ${context.now})
    on conflict do nothing`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** Children whose first plan was made before `before`: marked, each once, in the caller's transaction. */
export async function takeFirstMonthsOver(context: Context, before: Instant, atMost: number): Promise<RecordId[]> {
  const { rows } = await sql<{ recordId: RecordId }>`update care_plan p set first_months_over_at = ${context.now} from
      (select id from care_plan where version = 1 and made_at is not null and first_months_over_at is null and made_at <= ${before}
        order by made_at limit ${atMost} for update skip locked) due
    where p.id = due.id returning p.record_id`.execute(context.db);
  return rows.map(({ recordId }) => recordId);
}
