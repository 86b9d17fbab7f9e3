// Timeliness at the desk: whose entries come in time, where the gaps are, what a district certified, and what an office says of its own.
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Day, addMonths } from '../../kernel/time.ts';
import { pageOf } from '../../platform/paging.ts';
import type { Params, RequestContext, Route } from '../../web/route.ts';
import { form, page, redirect, show } from '../../web/route.ts';
import { readRecord, recordPath } from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import { certifyMonth, digestOf, giveNilReturn, giveReason, recordsToExplain, unexplained } from './actions.ts';
import { ownMonths } from './answer-store.ts';
import { certificateOf, districtsCertified } from './certificate-store.ts';
import { type Asked, certificateSchema, lateReasonSchema, nilReturnSchema, readAsked } from './form.ts';
import { gapsOfDistrict } from './gaps.ts';
import { loadLeague, trailOf } from './load.ts';
import { monthOf } from './month.ts';
import { CertificatePage } from './pages/certificate-page.tsx';
import { GapsPage } from './pages/gaps-page.tsx';
import { LatePage } from './pages/late-panel.tsx';
import { LeaguePage } from './pages/league-page.tsx';
import { OfficePage } from './pages/office-page.tsx';

const ground = { purpose: 'coordination' } as const;
const statusOf = ({ wrong }: Asked) => ({ status: Object.keys(wrong).length > 0 ? 422 : 200 });

async function askedOf(context: RequestContext, query: Params): Promise<Asked | null> {
  return context.actor.kind === 'officer' ? readAsked(context, context.actor, query) : null;
}

/** Lines of places on a page: a telephone's screen holds about four. */
const PLACES = 10;

const leagueRoute = page({
  path: '/timeliness',
  permission: 'timeliness.read',
  audit: 'timeliness.league',
  ...ground,
  async answer(context, { query }) {
    const { view } = context;
    const asked = await askedOf(context, query);
    if (!asked) return refuse('web.error.notFound');
    const loaded = await loadLeague(context, asked);
    const paged = pageOf(loaded.league.ranked, query.page, PLACES);
    return show(view.t('timeliness.title'), LeaguePage({ view, loaded, paged }), statusOf(asked));
  },
});

async function officesOf(context: RequestContext, { area, month }: Asked) {
  return area.level === 'district' ? gapsOfDistrict(context, area.code, month) : [];
}

const gapsRoute = page({
  path: '/timeliness/gaps',
  permission: 'timeliness.read',
  audit: 'timeliness.gaps',
  ...ground,
  async answer(context, { query }) {
    const { view } = context;
    const asked = await askedOf(context, { ...query, month: query.month ?? monthOf(context.now).slice(0, 7) });
    if (!asked) return refuse('web.error.notFound');
    const shown = { view, asked, trail: await trailOf(context, asked.area), offices: await officesOf(context, asked) };
    return show(view.t('timeliness.gaps.link'), GapsPage(shown), statusOf(asked));
  },
});

async function districtsOf(context: RequestContext, stateCode: string, month: Day) {
  const certified = await districtsCertified(context, month);
  const own = (await allDistricts(context)).filter((district) => district.stateCode === stateCode);
  return own.map(({ code, name }) => ({ code, name, certified: certified.has(code) }));
}

/** Read with timeliness.read; certifying asks for timeliness.certify. */
const certificateRoute = form({
  path: '/timeliness/certificate',
  permission: 'timeliness.read',
  audit: 'timeliness.certificate',
  ...ground,
  schema: certificateSchema,
  async show(context, { query, values, errors }) {
    const { view, actor, tools } = context;
    const typed = typeof values['month'] === 'string' ? { ...query, month: values['month'] } : query;
    const asked = await askedOf(context, typed);
    if (!asked) return refuse('web.error.notFound');
    const { area, month } = asked;
    const found = area.level === 'district' ? await certificateOf(context, area.code, month) : undefined;
    const certificate = found ? { ...found, intact: digestOf(found.districtCode, found.month, found.rows) === found.digest } : null;
    const mayCertify = tools.may(actor, 'timeliness.certify') && month < monthOf(context.now);
    const districts = area.level === 'state' ? await districtsOf(context, area.code, month) : [];
    const shown = {
      asked,
      districts,
      trail: await trailOf(context, area),
      offices: await officesOf(context, asked),
      certificate,
      mayCertify,
    };
    return show(
      view.t('timeliness.certificate.link'),
      CertificatePage({ view, shown, errors: Object.keys(asked.wrong).length > 0 ? {} : errors }),
      statusOf(asked),
    );
  },
  async save(context, { draft }) {
    const { actor, tools } = context;
    if (actor.kind !== 'officer' || !tools.may(actor, 'timeliness.certify'))
      return refuse('web.error.mayNot', { permission: 'timeliness.certify', who: tools.whoMay('timeliness.certify').join(',') });
    const month = await certifyMonth(context, actor, draft.month);
    return isRefusal(month) ? month : redirect(`/timeliness/certificate?month=${month.slice(0, 7)}`, 'timeliness.done.certified');
  },
});

const lateRoute = form({
  path: '/timeliness/late/:reference',
  permission: 'timeliness.answer',
  audit: 'timeliness.late',
  purpose: 'casework',
  schema: lateReasonSchema,
  async show(context, { params, values, errors }) {
    const { view, actor } = context;
    const reference = readReference(params['reference'] ?? '');
    if (!reference || actor.kind !== 'officer') return refuse('web.error.notFound');
    const record = await readRecord(context, { reference });
    if (isRefusal(record)) return record;
    const late = await unexplained(context, actor, record);
    return show(view.t('timeliness.late.pageTitle', { reference }), LatePage({ view, late, reference, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    const reference = readReference(params['reference'] ?? '');
    if (!reference || context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const record = await giveReason(context, context.actor, reference, draft);
    return isRefusal(record) ? record : redirect(recordPath(record), 'timeliness.done.explained');
  },
});

/** A year of the office's own months. */
const MONTHS_SHOWN = 12;

const officeRoute = form({
  path: '/timeliness/office',
  permission: 'timeliness.answer',
  audit: 'timeliness.office',
  ...ground,
  schema: nilReturnSchema,
  async show(context, { values, errors }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const first = addMonths(monthOf(context.now), 1 - MONTHS_SHOWN);
    const months = await ownMonths(context, actor.officeId, first);
    const toExplain = await recordsToExplain(context, actor, first);
    return show(view.t('web.desk.ownEntries'), OfficePage({ view, months, toExplain, form: { values, errors } }));
  },
  async save(context, { draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const month = await giveNilReturn(context, context.actor, draft);
    return isRefusal(month) ? month : redirect('/timeliness/office', 'timeliness.done.nil');
  },
});

export function deskRoutes(): Route[] {
  return [leagueRoute, gapsRoute, certificateRoute, officeRoute, lateRoute];
}
