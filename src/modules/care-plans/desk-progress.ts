// The desk's pages of parts B and C: how it goes, a report, a quarterly review, the release.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { formatDay } from '../../platform/i18n/index.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { mayChange } from '../children/index.ts';
import { nothingOpen } from '../unsealing/index.ts';
import { openByRight, opensSealed } from './actions.ts';
import { planPath, seen, titleOf } from './desk-plan.ts';
import { fixReleaseSchema, preReleaseSchema, progressSchema, reviewSchema } from './form.ts';
import { FixReleasePage, PreReleasePage } from './pages/form-page.tsx';
import { ProgressPage, ReportPage, ReviewPage } from './pages/progress-page.tsx';
import { planInForce } from './plan.ts';
import { plansOf } from './plan-store.ts';
import { fixReleaseDay, reportBeforeRelease, reportProgress, reportsFrom, reviewPlan } from './progress-actions.ts';
import { progressOf, releasesOf, reviewsOf } from './progress-store.ts';

const writes = { permission: 'carePlan.write', purpose: 'care' } as const;

const progressRoute = page({
  path: '/found/:reference/plan/progress',
  permission: 'carePlan.read',
  audit: 'carePlan.progress',
  purpose: 'care',
  async answer(context, { params }) {
    const record = await seen(context, params.reference);
    if (isRefusal(record)) return record;
    const { view, tools, actor } = context;
    const title = await titleOf(context, 'care-plans.progress.title', record);
    const [reports, reviews] = [await progressOf(context, record.id), await reviewsOf(context, record.id)];
    const releases = await releasesOf(context, record.id);
    const inForce = planInForce(await plansOf(context, record.id, nothingOpen)) !== undefined;
    const mayWrite = inForce && record.closedAt === null && tools.may(actor, 'carePlan.write') && mayChange(actor, record);
    return show(title, ProgressPage({ view, reference: record.reference, title, reports, reviews, releases, mayWrite }));
  },
});

const reportRoute = form({
  path: '/found/:reference/plan/report',
  ...writes,
  audit: 'carePlan.report',
  schema: progressSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const opens = opensSealed(context);
    const plans = await plansOf(context, record.id, openByRight(context));
    const plan = planInForce(plans);
    if (!plan) return refuse('care-plans.error.noPlan');
    const { view, now } = context;
    const title = await titleOf(context, 'care-plans.report.title', record);
    const begun = Object.keys(values).length > 0 ? values : { toOn: dayOf(now), interviewedOn: dayOf(now) };
    const from = await reportsFrom(context, plans, record.id);
    if (from > dayOf(now) && Object.keys(values).length === 0)
      return refuse('care-plans.error.beforeLast', { from: formatDay(view, from) });
    return show(
      title,
      ReportPage({
        view,
        form: { values: begun, errors },
        reference: record.reference,
        title,
        plan,
        from: formatDay(view, from),
        opensSealed: opens,
      }),
    );
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await reportProgress(context, record.reference, draft);
    const from = isRefusal(saved) ? (saved.facts['from'] as Day | undefined) : undefined;
    if (isRefusal(saved)) return from ? { ...saved, facts: { from: formatDay(context.view, from) } } : saved;
    return redirect(`${planPath(saved)}/progress`, 'care-plans.done.reported');
  },
});

const reviewRoute = form({
  path: '/found/:reference/plan/review',
  ...writes,
  audit: 'carePlan.review',
  schema: reviewSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    if (!planInForce(await plansOf(context, record.id, nothingOpen))) return refuse('care-plans.error.noPlan');
    const { view, now } = context;
    const title = await titleOf(context, 'care-plans.review.title', record);
    const begun = Object.keys(values).length > 0 ? values : { reviewedOn: dayOf(now) };
    return show(title, ReviewPage({ view, form: { values: begun, errors }, reference: record.reference, title }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await reviewPlan(context, record.reference, draft);
    return isRefusal(saved) ? saved : redirect(`${planPath(saved)}/progress`, 'care-plans.done.reviewed');
  },
});

const releaseRoute = form({
  path: '/found/:reference/plan/release',
  ...writes,
  audit: 'carePlan.release',
  schema: fixReleaseSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    if (!planInForce(await plansOf(context, record.id, nothingOpen))) return refuse('care-plans.error.noPlan');
    const { view } = context;
    const title = await titleOf(context, 'care-plans.release.title', record);
    const waiting = (await releasesOf(context, record.id)).find(({ reportedAt }) => reportedAt === null);
    const begun = Object.keys(values).length > 0 || !waiting ? values : { plannedFor: waiting.plannedFor };
    return show(title, FixReleasePage({ view, form: { values: begun, errors }, reference: record.reference, title }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await fixReleaseDay(context, record.reference, draft.plannedFor);
    return isRefusal(saved) ? saved : redirect(`${planPath(saved)}/pre-release`, 'care-plans.done.release');
  },
});

const preReleaseRoute = form({
  path: '/found/:reference/plan/pre-release',
  ...writes,
  audit: 'carePlan.preRelease',
  schema: preReleaseSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const waiting = (await releasesOf(context, record.id)).find(({ reportedAt }) => reportedAt === null);
    if (!waiting) return refuse('care-plans.error.noRelease');
    const { view } = context;
    const title = view.t('care-plans.preRelease.title', { on: formatDay(view, waiting.plannedFor) });
    return show(title, PreReleasePage({ view, form: { values, errors }, reference: record.reference, title }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await reportBeforeRelease(context, record.reference, draft);
    return isRefusal(saved) ? saved : redirect(planPath(saved), 'care-plans.done.preRelease');
  },
});

export const progressRoutes: readonly Route[] = [progressRoute, reportRoute, reviewRoute, releaseRoute, preReleaseRoute];
