// The verbs of the plan itself: begin a version, write what the child wishes, write a need, make the plan, decide about it.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import { type ChildRecord, openForChange } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { type OpenClasses, allOpen, nothingOpen } from '../unsealing/index.ts';
import type { DecisionDraft, NeedDraft, WishesDraft } from './form.ts';
import { type Domain, type Need, type Plan, draftOf, planGaps, sealedDomains } from './plan.ts';
import { beginPlan, insertDecision, markMade, plansOf, writeNeed, writeWishes } from './plan-store.ts';

export const opensSealed = ({ tools, actor }: Context): boolean => tools.may(actor, 'carePlan.readSealed');
/** By right, and so to write and to print; what two people opened is to read alone. */
export const openByRight = (context: Context): OpenClasses => (opensSealed(context) ? allOpen : nothingOpen);

export type Opened = { record: ChildRecord; officer: OfficerActor; plans: Plan[] };

/** A found child's record, opened for a change, with the plans made for it. */
export async function openPlans(context: Context, reference: Reference): Promise<Opened | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const record = await openForChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  return { record, officer: actor, plans: await plansOf(context, record.id, openByRight(context)) };
}

async function openDraft(context: Context, reference: Reference): Promise<(Opened & { draft: Plan }) | Refusal> {
  const opened = await openPlans(context, reference);
  if (isRefusal(opened)) return opened;
  const draft = draftOf(opened.plans);
  return draft ? { ...opened, draft } : refuse('care-plans.error.noDraft');
}

/** The first plan, or the next version of it. One is written at a time, by all who work on it. */
export async function beginVersion(context: Context, reference: Reference): Promise<ChildRecord | Refusal> {
  const opened = await openPlans(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer } = opened;
  return (await beginPlan(context, record.id, officer.officeId, officer.officerId)) ? record : refuse('care-plans.error.draftThere');
}

export async function saveWishes(context: Context, reference: Reference, draft: WishesDraft): Promise<ChildRecord | Refusal> {
  const opened = await openDraft(context, reference);
  if (isRefusal(opened)) return opened;
  await writeWishes(context, opened.draft.id, draft);
  return opened.record;
}

export function needOf(
  domain: Domain,
  { concernWords, goal, intervention, who, agency, success, ...draft }: NeedDraft,
): Omit<Need, 'edit' | 'savedBy' | 'savedAt'> {
  const words = { concern: concernWords, goal, intervention, who, agency, success };
  return {
    domain,
    concern: draft.concern,
    measure: draft.measure ?? null,
    scheme: draft.scheme ?? null,
    startsOn: draft.startsOn ?? null,
    reviewOn: draft.reviewOn ?? null,
    words: Object.fromEntries(Object.entries(words).filter(([, said]) => said !== undefined)),
  };
}

/** Refused where somebody saved the same need since the form was opened: the page then shows both, field by field. */
export async function saveNeed(context: Context, reference: Reference, domain: Domain, draft: NeedDraft): Promise<ChildRecord | Refusal> {
  if (sealedDomains.has(domain) && !opensSealed(context)) return refuse('care-plans.error.sealed');
  const opened = await openDraft(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer } = opened;
  const written = await writeNeed(context, opened.draft, needOf(domain, draft), { over: draft.edit, officerId: officer.officerId });
  return written ? record : refuse('care-plans.error.savedSince');
}

/** The draft becomes the plan: from here it is what the child was promised. */
export async function makePlan(context: Context, reference: Reference): Promise<ChildRecord | Refusal> {
  const opened = await openDraft(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer, draft } = opened;
  // Whole, also the parts this officer does not open: whether they are filled in is no secret.
  const whole = draftOf(await plansOf(context, record.id, allOpen))!;
  if (planGaps(whole).length > 0) return refuse('care-plans.error.gaps', { count: planGaps(whole).length });
  if (!(await markMade(context, draft.id, officer.officerId))) return refuse('care-plans.error.noDraft');
  await writeDiary(context, record.id, {
    happening: 'care.planMade',
    facts: { version: draft.version },
    paper: { kind: 'care-plan', id: draft.id },
  });
  return record;
}

/** The Committee approves the plan or sends it back with its reasons. */
export async function decidePlan(
  context: Context,
  reference: Reference,
  { decision, reasons }: DecisionDraft,
): Promise<ChildRecord | Refusal> {
  const opened = await openPlans(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer, plans } = opened;
  const plan = plans.findLast(({ madeAt }) => madeAt !== null);
  if (!plan || plan.decision !== null) return refuse('care-plans.error.nothingToDecide');
  const { officeId, officerId } = officer;
  const done = await insertDecision(context, plan, { decision, reasons, officeId, officerId });
  return done ? record : refuse('care-plans.error.nothingToDecide');
}
