// The desk's pages of the plan itself: shown, begun, its parts written, made, decided.
import type { z } from 'zod';
import { readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { isPrinted, printLocalesFor, wordsIn } from '../../platform/i18n/index.ts';
import { type FormValues, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { type ChildRecord, childName, mayChange, readDescription, readRecord, readToChange } from '../children/index.ts';
import { nothingOpen, openTo } from '../unsealing/index.ts';
import { beginVersion, decidePlan, makePlan, openByRight, opensSealed, saveNeed, saveWishes } from './actions.ts';
import { decisionSchema, makeSchema, needSchema, wishesSchema } from './form.ts';
import { DecisionPage, NeedPage, type SavedSince, WishesPage } from './pages/form-page.tsx';
import { domainWords } from './pages/need-row.tsx';
import { spokenIn } from '../places/index.ts';
import { PlanPage } from './pages/plan-page.tsx';
import { TogetherPage } from './pages/together-page.tsx';
import { type Domain, type Need, type Plan, domains, draftOf, planInForce, sealedDomains } from './plan.ts';
import { coursesOf } from './progress.ts';
import { plansOf } from './plan-store.ts';
import { progressOf } from './progress-store.ts';

export const planPath = (record: Pick<ChildRecord, 'reference'>): string => `/found/${record.reference}/plan`;

/** The record by its reference, as far as the officer sees it. */
export async function seen(context: RequestContext, typed: string | undefined, change = false): Promise<ChildRecord | Refusal> {
  const reference = readReference(typed ?? '');
  if (!reference) return refuse('web.error.notFound');
  return change ? readToChange(context, reference, 'found') : readRecord(context, { reference }, 'found');
}

export async function titleOf({ view, ...context }: RequestContext, key: string, record: ChildRecord): Promise<string> {
  return view.t(key, { name: childName(view, await readDescription(context, record.id)) });
}

const mayWrite = ({ tools, actor }: RequestContext, record: ChildRecord): boolean =>
  record.closedAt === null && tools.may(actor, 'carePlan.write') && mayChange(actor, record);

/** Whoever writes sees the draft; to others a plan is what was made. */
function chosen(plans: readonly Plan[], version: string | undefined, writes: boolean): Plan | undefined {
  const asked = plans.find((one) => String(one.version) === version && (writes || one.madeAt !== null));
  return asked ?? (writes ? draftOf(plans) : undefined) ?? planInForce(plans) ?? plans.findLast(({ madeAt }) => madeAt !== null);
}

const planRoute = page({
  path: '/found/:reference/plan',
  permission: 'carePlan.read',
  audit: 'carePlan.view',
  purpose: 'care',
  async answer(context, { params, query }) {
    const record = await seen(context, params.reference);
    if (isRefusal(record)) return record;
    const { view, tools, actor } = context;
    const plans = await plansOf(context, record.id, await openTo(context, record.id, 'carePlan.readSealed'));
    const writes = mayWrite(context, record);
    const title = await titleOf(context, 'care-plans.title', record);
    const mayDecide = tools.may(actor, 'carePlan.decide') && mayChange(actor, record);
    const props = { view, title, reference: record.reference, plans, mayWrite: writes, mayDecide, opensSealed: opensSealed(context) };
    const spoken = await spokenIn(context, record.stateCode);
    const courses = coursesOf(await progressOf(context, record.id));
    const inCare = record.closedAt === null;
    return show(title, PlanPage({ ...props, inCare, plan: chosen(plans, query.version, writes), courses, spoken }));
  },
});

const togetherRoute = page({
  path: '/found/:reference/plan/together',
  permission: 'carePlan.read',
  audit: 'carePlan.viewTogether',
  purpose: 'care',
  async answer(context, { params, query }) {
    const record = await seen(context, params.reference);
    if (isRefusal(record)) return record;
    const plan = planInForce(await plansOf(context, record.id, openByRight(context)));
    if (!plan) return refuse('care-plans.error.noPlan');
    const asked = query['language'];
    const view = isPrinted(asked) ? { ...context.view, ...wordsIn(asked) } : context.view;
    const courses = coursesOf(await progressOf(context, record.id));
    const offered = printLocalesFor(await spokenIn(context, record.stateCode));
    const props = { view, reference: record.reference, plan, courses, offered };
    return show(context.view.t('care-plans.together.title'), TogetherPage(props));
  },
});

type Step<Schema extends z.ZodType> = {
  to: string;
  permission: 'carePlan.write' | 'carePlan.decide';
  schema: Schema;
  save(context: RequestContext, record: ChildRecord, draft: z.output<Schema>): Promise<ChildRecord | Refusal>;
};

/** A button of the plan's page: it has no page of its own. */
function pressed<Schema extends z.ZodType>({ to, permission, schema, save }: Step<Schema>): Route {
  return form({
    path: `/found/:reference/plan/${to}`,
    permission,
    audit: `carePlan.${to}`,
    purpose: 'care',
    schema,
    async save(context, { params, draft }) {
      const record = await seen(context, params.reference, true);
      if (isRefusal(record)) return record;
      const saved = await save(context, record, draft);
      return isRefusal(saved) ? saved : redirect(planPath(saved), `care-plans.done.${to}`);
    },
  });
}

const wishesRoute = form({
  path: '/found/:reference/plan/wishes',
  permission: 'carePlan.write',
  audit: 'carePlan.wishes',
  purpose: 'care',
  schema: wishesSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const draft = draftOf(await plansOf(context, record.id, openByRight(context)));
    if (!draft) return refuse('care-plans.error.noDraft');
    const { view } = context;
    const title = await titleOf(context, 'care-plans.wishes.title', record);
    const stored = { ...draft.words, heard: draft.heard, wishesLanguage: draft.wishesLanguage, ladder: draft.ladder };
    const begun = Object.keys(values).length > 0 ? values : written(stored);
    return show(
      title,
      WishesPage({ view, form: { values: begun, errors }, reference: record.reference, title, isFirst: draft.version === 1 }),
    );
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await saveWishes(context, record.reference, draft);
    return isRefusal(saved) ? saved : redirect(planPath(saved), 'care-plans.done.saved');
  },
});

/** As a form shows it: what is not known is an empty field. */
function written(stored: Record<string, unknown>): FormValues {
  return Object.fromEntries(Object.entries(stored).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]]))); // prettier-ignore
}

function needValues(need: Need | undefined): FormValues {
  if (!need) return { edit: '0' };
  const { words, concern, measure, scheme, startsOn, reviewOn, edit } = need;
  const { concern: concernWords, ...said } = words ?? {};
  return written({ ...said, concernWords, concern, measure, scheme, startsOn, reviewOn, edit });
}

const isDomain = (text: string | undefined): text is Domain => domains.includes(text as Domain);

/** Field by field what another officer saved since this form was opened; from here on this form is over that save. */
function savedSince(context: RequestContext, need: Need | undefined, values: FormValues): SavedSince | null {
  if (!need || !('edit' in values) || String(need.edit) === values.edit) return null;
  const { view } = context;
  const theirs = needValues(need);
  const fields = Object.keys({ ...theirs, ...values })
    .filter((name) => name !== 'edit' && !name.startsWith('_') && String(theirs[name] ?? '') !== String(values[name] ?? ''))
    .map((name) => ({ name, theirs: inWords(view, name, String(theirs[name] ?? '')) }));
  return { savedBy: need.savedBy, fields };
}

function inWords({ t }: RequestContext['view'], name: string, value: string): string {
  if (value === '') return t('web.unknown');
  return name === 'concern' || name === 'measure' ? t(`care-plans.${name}.${value}`) : value;
}

const needRoute = form({
  path: '/found/:reference/plan/needs/:domain',
  permission: 'carePlan.write',
  audit: 'carePlan.need',
  purpose: 'care',
  schema: needSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const { domain } = params;
    if (!isDomain(domain)) return refuse('web.error.notFound');
    if (sealedDomains.has(domain) && !opensSealed(context)) return refuse('care-plans.error.sealed');
    const draft = draftOf(await plansOf(context, record.id, openByRight(context)));
    if (!draft) return refuse('care-plans.error.noDraft');
    const need = draft.needs.find((one) => one.domain === domain);
    const typed = Object.keys(values).length > 0;
    const since = typed ? savedSince(context, need, values) : null;
    const begun = typed ? { ...values, edit: String(need?.edit ?? 0) } : needValues(need);
    const { view } = context;
    const title = domainWords(view, domain);
    return show(title, NeedPage({ view, form: { values: begun, errors }, reference: record.reference, title, domain, since }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    if (!isDomain(params.domain)) return refuse('web.error.notFound');
    const saved = await saveNeed(context, record.reference, params.domain, draft);
    return isRefusal(saved) ? saved : redirect(planPath(saved), 'care-plans.done.saved');
  },
});

const decisionRoute = form({
  path: '/found/:reference/plan/decide',
  permission: 'carePlan.decide',
  audit: 'carePlan.decide',
  purpose: 'care',
  schema: decisionSchema,
  async show(context, { params, values, errors }) {
    const record = await seen(context, params.reference, true);
    if (isRefusal(record)) return record;
    const plan = (await plansOf(context, record.id, nothingOpen)).findLast(({ madeAt }) => madeAt !== null);
    if (!plan || plan.decision !== null) return refuse('care-plans.error.nothingToDecide');
    const { view } = context;
    const title = await titleOf(context, 'care-plans.decide.title', record);
    return show(title, DecisionPage({ view, form: { values, errors }, reference: record.reference, title }));
  },
  async save(context, { params, draft }) {
    const record = await seen(context, params.reference, true);
    const saved = isRefusal(record) ? record : await decidePlan(context, record.reference, draft);
    return isRefusal(saved) ? saved : redirect(planPath(saved), `care-plans.done.${draft.decision}`);
  },
});

export const planRoutes: readonly Route[] = [
  planRoute,
  togetherRoute,
  wishesRoute,
  needRoute,
  decisionRoute,
  pressed({
    to: 'begin',
    permission: 'carePlan.write',
    schema: makeSchema,
    save: (context, { reference }) => beginVersion(context, reference),
  }),
  pressed({ to: 'make', permission: 'carePlan.write', schema: makeSchema, save: (context, { reference }) => makePlan(context, reference) }),
];
