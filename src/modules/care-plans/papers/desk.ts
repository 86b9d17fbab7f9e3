// The addresses of a plan's papers: each for those who may read what it prints, with no more on it than they may read.
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { print } from '../../../web/print-route.ts';
import type { RequestContext, Route } from '../../../web/route.ts';
import { type ChildRecord, childName, descriptionLines, readDescription } from '../../children/index.ts';
import { followUpsOf } from '../../cwc/index.ts';
import { residencesOf } from '../../institutions/index.ts';
import { districtOf } from '../../places/index.ts';
import { openByRight, opensSealed } from '../actions.ts';
import { seen } from '../desk-plan.ts';
import { historyOf } from '../history/history-store.ts';
import { type Plan, planInForce } from '../plan.ts';
import { plansOf } from '../plan-store.ts';
import { progressOf, releasesOf, reviewsOf } from '../progress-store.ts';
import { type Paper, type PlanOnPaper, type Subject, carePlanPaper } from './care-plan-paper.ts';
import { caseHistoryPaper, rehabilitationCard } from './smaller-papers.ts';

type Drawn = { context: RequestContext; record: ChildRecord; subject: Subject };

function paperRoute(form: string, name: string, draw: (drawn: Drawn) => Promise<Paper | null>): Route {
  return print({
    path: `/found/:reference/${form}.pdf`,
    permission: 'carePlan.read',
    audit: `carePlan.print${name}`,
    purpose: 'care',
    ...(form === 'form-7' ? { inPrintLanguages: true } : {}),
    async paper(context, { params }): Promise<Paper | Refusal> {
      const record = await seen(context, params.reference);
      if (isRefusal(record)) return record;
      const subject = { name: childName(context.view, await readDescription(context, record.id)), reference: record.reference };
      return (await draw({ context, record, subject })) ?? refuse('web.error.notFound');
    },
  });
}

/** What is in force, or was made last; a draft is no paper. What two people opened is to read and is never printed. */
async function planToPrint({ context, record }: Drawn): Promise<Plan | undefined> {
  const plans = await plansOf(context, record.id, openByRight(context));
  return planInForce(plans) ?? plans.findLast(({ madeAt }) => madeAt !== null);
}

async function childLines({ context, record }: Drawn): Promise<PlanOnPaper['child']> {
  const description = await readDescription(context, record.id);
  if (!description) return [];
  const home = description.homeDistrict ? await districtOf(context, description.homeDistrict) : undefined;
  return descriptionLines(context.view, description, home?.name ?? null).map(({ label, values }) => ({ label, value: values.join('\n') }));
}

export const planPaperRoutes: readonly Route[] = [
  paperRoute('form-7', 'Plan', async (drawn) => {
    const { context, record, subject } = drawn;
    const opens = opensSealed(context);
    const plan = await planToPrint(drawn);
    if (!plan) return null;
    const last = (await residencesOf(context, record.id)).at(-1);
    return carePlanPaper(context.view, subject, {
      plan,
      child: await childLines(drawn),
      admission: last ? { number: last.admissionNumber, on: dayOf(last.admittedAt), home: last.homeName } : null,
      reports: await progressOf(context, record.id),
      reviews: await reviewsOf(context, record.id),
      releases: await releasesOf(context, record.id),
      followUps: await followUpsOf(context, record.id),
      opensSealed: opens,
    });
  }),
  paperRoute('form-14', 'Card', async (drawn) => {
    const { context, record, subject } = drawn;
    const opens = opensSealed(context);
    const plan = await planToPrint(drawn);
    return plan
      ? rehabilitationCard(context.view, subject, { plan, reports: await progressOf(context, record.id), opensSealed: opens })
      : null;
  }),
  paperRoute('form-43', 'History', async ({ context, record, subject }) => {
    const opens = opensSealed(context);
    const entries = await historyOf(context, record.id, openByRight(context));
    return entries.size > 0 ? caseHistoryPaper(context.view, subject, entries, opens) : null;
  }),
];
