// Visits at the desk: which homes are due and overdue, one home's visits with what is to be mended, Form 46, and the home's answer.
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { pageOf } from '../../../platform/paging.ts';
import type { OfficerActor } from '../../../platform/context.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { homeSeen, placeAsked } from '../register/desk.ts';
import { recordMended, recordVisit, visitorsFor } from './actions.ts';
import { mendSchema, visitSchema } from './form.ts';
import { VisitFormPage } from './pages/visit-form-page.tsx';
import { HomeVisitsPage } from './pages/home-visits-page.tsx';
import { VisitsPage } from './pages/visits-page.tsx';
import { committeeVisits, findingsOf, visitedHomes, visitsOf } from './store.ts';

const HOMES_SHOWN = 25;
const MONTHLY_VISITS = 2; // s.30(viii)

/** For a Committee: how many of its two visits of this month are written down. */
async function ownMonth(context: RequestContext, actor: OfficerActor) {
  if (actor.officeKind !== 'cwc') return null;
  const today = dayOf(context.now);
  return { done: await committeeVisits(context, actor.officeId, `${today.slice(0, 7)}-01` as Day, today), wanted: MONTHLY_VISITS };
}

const visitsRoute = page({
  path: '/homes/visits',
  permission: 'institution.read',
  audit: 'inspections.list',
  purpose: 'oversight',
  async answer(context, { query }) {
    const { view, actor, now } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    if (actor.officeKind === 'children-home') return redirect(`/homes/${actor.officeId}/visits`);
    const asked = await placeAsked(context, actor, query);
    if (!asked) return refuse('web.error.notFound');
    if (asked === 'nation') return redirect('/homes');
    const rows = await visitedHomes(context, asked.homes, dayOf(now));
    const paged = pageOf(rows, query.page, HOMES_SHOWN);
    const body = VisitsPage({ view, ...asked, rows, paged, month: await ownMonth(context, actor), today: dayOf(now) });
    return show(`${view.t('institutions.visits.title')}: ${asked.title}`, body);
  },
});

/** Read with institution.read; saying that something is mended asks for inspection.mend, and is the home's own. */
const homeVisitsRoute = page({
  path: '/homes/:office/visits',
  permission: 'institution.read',
  audit: 'inspections.home',
  purpose: 'oversight',
  async answer(context, { params }) {
    const { view, actor, now, tools } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office || actor.kind !== 'officer') return refuse('web.error.notFound');
    const body = HomeVisitsPage({
      view,
      office,
      visits: await visitsOf(context, office.id),
      findings: await findingsOf(context, office.id),
      today: dayOf(now),
      mayRecord: tools.may(actor, 'inspection.record') && visitorsFor(actor.officeKind).length > 0,
      mayMend: tools.may(actor, 'inspection.mend') && actor.officeId === office.id,
      form: { values: { mendedOn: dayOf(now) }, errors: {} },
    });
    return show(`${view.t('institutions.visits.ofHome')}: ${office.name}`, body);
  },
});

const visitRoute = form({
  path: '/homes/:office/visit',
  permission: 'inspection.record',
  audit: 'inspections.record',
  purpose: 'oversight',
  schema: visitSchema,
  async show(context, { params, values, errors }) {
    const { view, actor, now } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office || actor.kind !== 'officer') return refuse('web.error.notFound');
    const visitors = visitorsFor(actor.officeKind);
    const begun = Object.keys(values).length > 0 ? values : { visitedOn: dayOf(now), visitedBy: visitors[0] ?? '' };
    return show(view.t('institutions.visit.title'), VisitFormPage({ view, form: { values: begun, errors }, office, visitors }));
  },
  async save(context, { params, draft }) {
    const office = await homeSeen(context as RequestContext, params.office ?? '');
    if (!office) return refuse('web.error.notFound');
    const home = await recordVisit(context, office.id, draft);
    return isRefusal(home) ? home : redirect(`/homes/${home.id}/visits`, 'institutions.done.visit');
  },
});

const mendRoute = form({
  path: '/homes/:office/mended',
  permission: 'inspection.mend',
  audit: 'inspections.mended',
  purpose: 'oversight',
  schema: mendSchema,
  async show(context, { params, values, errors }) {
    const { view, actor, now } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office || actor.kind !== 'officer') return refuse('web.error.notFound');
    const body = HomeVisitsPage({
      view,
      office,
      visits: await visitsOf(context, office.id),
      findings: await findingsOf(context, office.id),
      today: dayOf(now),
      mayRecord: false,
      mayMend: true,
      form: { values: Object.keys(values).length > 0 ? values : { mendedOn: dayOf(now) }, errors },
    });
    return show(`${view.t('institutions.visits.ofHome')}: ${office.name}`, body);
  },
  async save(context, { params, draft }) {
    const office = await homeSeen(context as RequestContext, params.office ?? '');
    if (!office) return refuse('web.error.notFound');
    const done = await recordMended(context, office.id, draft);
    return isRefusal(done) ? done : redirect(`/homes/${office.id}/visits`, 'institutions.done.mended');
  },
});

export const inspectionRoutes: readonly Route[] = [visitsRoute, homeVisitsRoute, visitRoute, mendRoute];
