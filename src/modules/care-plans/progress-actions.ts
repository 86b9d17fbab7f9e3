// The verbs of parts B and C: progress reported, the plan reviewed, the day of release fixed and reported on before it.
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { ChildRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { type Opened, openPlans, opensSealed } from './actions.ts';
import type { PreReleaseDraft, ProgressDraft, ReviewDraft } from './form.ts';
import { type Plan, domains, planInForce, sealedDomains } from './plan.ts';
import { type Progress, nextFrom, progressWords } from './progress.ts';
import { fixRelease, insertProgress, insertReview, progressOf, writePreRelease } from './progress-store.ts';

async function openInForce(context: Context, reference: Reference): Promise<(Opened & { plan: Plan }) | Refusal> {
  const opened = await openPlans(context, reference);
  if (isRefusal(opened)) return opened;
  const plan = planInForce(opened.plans);
  return plan ? { ...opened, plan } : refuse('care-plans.error.noPlan');
}

/** The day after the last report ended, or the day the first plan was made. */
export async function reportsFrom(context: Context, plans: readonly Plan[], recordId: ChildRecord['id']): Promise<Day> {
  const first = plans.find(({ madeAt }) => madeAt !== null);
  return nextFrom(await progressOf(context, recordId), dayOf(first?.madeAt ?? context.now));
}

/** Form 7 part B: every fortnight at first, then every month (I02). */
export async function reportProgress(context: Context, reference: Reference, draft: ProgressDraft): Promise<ChildRecord | Refusal> {
  const opened = await openInForce(context, reference);
  if (isRefusal(opened)) return opened;
  const { record, officer, plan, plans } = opened;
  const fromOn = await reportsFrom(context, plans, record.id);
  if (draft.toOn > dayOf(context.now)) return refuse('care-plans.error.future', {}, 'toOn');
  if (draft.toOn < fromOn) return refuse('care-plans.error.beforeLast', { from: fromOn }, 'toOn');
  // A need this officer may not open is marked by whoever may: its field is not on the page.
  const flagged = plan.needs.filter(({ concern, domain }) => concern !== 'none' && (opensSealed(context) || !sealedDomains.has(domain))).map(({ domain }) => domain); // prettier-ignore
  const marked = Object.fromEntries(domains.flatMap((domain) => (draft[`mark-${domain}`] ? [[domain, draft[`mark-${domain}`]]] : [])));
  const unmarked = flagged.find((domain) => !marked[domain]);
  if (unmarked) return refuse('care-plans.error.unmarked', {}, `mark-${unmarked}`);
  const words = Object.fromEntries(progressWords.flatMap((word) => (draft[word] ? [[word, draft[word]]] : [])));
  const report = { fromOn, toOn: draft.toOn, interviewedOn: draft.interviewedOn, words, marks: marked as Progress['marks'] };
  const id = await insertProgress(context, plan, report, officer);
  await writeDiary(context, record.id, { happening: 'care.progressReported', facts: {}, paper: { kind: 'care-progress', id } });
  return record;
}

/** What the management committee of the home thinks of the plan, each quarter (I03). */
export async function reviewPlan(context: Context, reference: Reference, draft: ReviewDraft): Promise<ChildRecord | Refusal> {
  const opened = await openInForce(context, reference);
  if (isRefusal(opened)) return opened;
  if (draft.reviewedOn > dayOf(context.now)) return refuse('care-plans.error.future', {}, 'reviewedOn');
  if (draft.reviewedOn < dayOf(opened.plan.madeAt!)) return refuse('care-plans.error.beforePlan', {}, 'reviewedOn');
  await insertReview(context, opened.plan, draft, opened.officer);
  return opened.record;
}

export async function fixReleaseDay(context: Context, reference: Reference, plannedFor: Day): Promise<ChildRecord | Refusal> {
  const opened = await openInForce(context, reference);
  if (isRefusal(opened)) return opened;
  if (plannedFor < dayOf(context.now)) return refuse('care-plans.error.past', {}, 'plannedFor');
  await fixRelease(context, opened.record.id, plannedFor, opened.officer);
  await writeDiary(context, opened.record.id, { happening: 'care.releaseFixed', facts: { plannedFor } });
  return opened.record;
}

/** Form 7 part C, fifteen days before the release (I04). */
export async function reportBeforeRelease(context: Context, reference: Reference, draft: PreReleaseDraft): Promise<ChildRecord | Refusal> {
  const opened = await openInForce(context, reference);
  if (isRefusal(opened)) return opened;
  if (!(await writePreRelease(context, opened.record.id, draft, opened.officer))) return refuse('care-plans.error.noRelease');
  await writeDiary(context, opened.record.id, { happening: 'care.preReleaseReported', facts: {} });
  return opened.record;
}
