// Fit facilities and fit persons at the desk: the district's list, an application entered, the Committee's decision.
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { type FieldErrors, type FormValues, type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { districtOf } from '../../places/index.ts';
import { placeAsked } from '../register/desk.ts';
import { decisionsOf, fitState } from './fit.ts';
import { type ApplicationDraft, type DecisionDraft, applicationSchema, decisionSchema } from './form.ts';
import { ApplicationPage, DecisionPage, FitPage } from './pages/fit-pages.tsx';
import { fitBodies, insertFitBody, isCertificateUsed, writeDecision } from './store.ts';

const listRoute = page({
  path: '/homes/fit',
  permission: 'fitBody.read',
  audit: 'fitBody.list',
  purpose: 'oversight',
  async answer(context, { query }) {
    const { view, actor, now } = context;
    const asked = actor.kind === 'officer' ? await placeAsked(context, actor, query) : null;
    if (!asked) return refuse('web.error.notFound');
    if (asked === 'nation' || !asked.homes.districtCode)
      return redirect(asked === 'nation' ? '/homes' : `/homes?state=${asked.homes.stateCode ?? ''}`);
    const bodies = await fitBodies(context, asked.homes.districtCode);
    return show(
      `${view.t('institutions.fit.title')}: ${asked.title}`,
      FitPage({ view, title: asked.title, district: asked.homes.districtCode, bodies, today: dayOf(now) }),
    );
  },
});

async function enter(context: Context, draft: ApplicationDraft): Promise<Refusal | null> {
  const { actor, now } = context;
  const district = actor.kind === 'officer' ? await districtOf(context, actor.districtCode ?? '') : undefined;
  if (!district) return refuse('web.error.notFound');
  if (draft.appliedOn > dayOf(now)) return refuse('web.error.inFuture', {}, 'appliedOn');
  await insertFitBody(context, { districtCode: district.code, stateCode: district.stateCode }, draft);
  return null;
}

const applicationRoute = form({
  path: '/homes/fit/new',
  permission: 'fitBody.enter',
  audit: 'fitBody.enter',
  purpose: 'directory',
  schema: applicationSchema,
  async show({ view, now }, { values, errors }) {
    const begun = Object.keys(values).length > 0 ? values : { appliedOn: dayOf(now), fitKind: 'facility' };
    return show(view.t('institutions.fit.new'), ApplicationPage({ view, form: { values: begun, errors } }));
  },
  async save(context, { draft }) {
    return (await enter(context, draft)) ?? redirect('/homes/fit', 'institutions.done.fit');
  },
});

async function decide(context: Context, draft: DecisionDraft): Promise<Refusal | null> {
  const { actor, now } = context;
  if (actor.kind !== 'officer' || !actor.districtCode) return refuse('web.error.notFound');
  const body = (await fitBodies(context, actor.districtCode)).find(({ id }) => id === draft.body);
  if (!body) return refuse('institutions.error.fitBody', {}, 'body');
  if (draft.decidedOn > dayOf(now)) return refuse('web.error.inFuture', {}, 'decidedOn');
  if (draft.decision === 'withdraw' && body.certifiedOn && draft.decidedOn < body.certifiedOn)
    return refuse('institutions.error.withdrawnBefore', {}, 'decidedOn');
  if (draft.decidedOn < body.appliedOn) return refuse('institutions.error.decidedBefore', {}, 'decidedOn');
  if (!decisionsOf(fitState(body, dayOf(now))).includes(draft.decision)) return refuse('institutions.error.decidedAlready', {}, 'decision');
  if (draft.decision === 'certify' && (await isCertificateUsed(context, body.districtCode, draft.certificateNumber!)))
    return refuse('institutions.error.certificateUsed', {}, 'certificateNumber');
  await writeDecision(context, draft);
  return null;
}

async function drawDecision(context: RequestContext, values: FormValues, errors: FieldErrors) {
  const { view, actor, now } = context;
  const bodies = actor.kind === 'officer' && actor.districtCode ? await fitBodies(context, actor.districtCode) : [];
  const open = bodies.filter((body) => decisionsOf(fitState(body, dayOf(now))).length > 0);
  return show(view.t('institutions.fit.decide'), DecisionPage({ view, form: { values, errors }, bodies: open, today: dayOf(now) }));
}

const decisionRoute = form({
  path: '/homes/fit/decide',
  permission: 'fitBody.decide',
  audit: 'fitBody.decide',
  purpose: 'directory',
  schema: decisionSchema,
  async show(context, { query, values, errors }) {
    const begun =
      Object.keys(values).length > 0 ? values : { decidedOn: dayOf(context.now), body: query['body'] ?? '', decision: 'certify' };
    return drawDecision(context, begun, errors);
  },
  async save(context, { draft }) {
    const wrong = await decide(context, draft);
    return isRefusal(wrong) ? wrong : redirect('/homes/fit', 'institutions.done.fitDecided');
  },
});

export const fitRoutes: readonly Route[] = [listRoute, applicationRoute, decisionRoute];
