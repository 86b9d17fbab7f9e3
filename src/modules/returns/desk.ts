// Pendency and returns at the desk: the table of an area, the Committee's own list, the returns of a quarter, one office's page, and what was said long after.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, instantAt } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { OfficerActor } from '../../platform/context.ts';
import { pageAsked, pageOf } from '../../platform/paging.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { readRecords, recordPath } from '../children/index.ts';
import { readSlowEntries } from '../diary/index.ts';
import { act } from './actions.ts';
import { type BackDated, backDatedAmong, firstDayShown } from './back-dated.ts';
import { buckets, none, pendingOf } from './figures.ts';
import { actSchema } from './form.ts';
import { figuresOf, pendingMatters } from './matter-store.ts';
import { officeOverseen } from './office-store.ts';
import { loadReturn } from './load.ts';
import { BackDatedPage } from './pages/back-dated-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { MattersPage } from './pages/matters-page.tsx';
import { PendencyPage } from './pages/pendency-page.tsx';
import { ReturnPage } from './pages/return-page.tsx';
import { areaAsked, groupsOf, officesIn, pendencyIn, trailOf } from './pendency.ts';
import { readQuarter } from './quarterly-return.ts';
import { nameOverseen, sealsOf } from './seal-store.ts';
import { outstandingOf, standingsOf } from './standing.ts';

const ground = { purpose: 'oversight', permission: 'return.read' } as const;

/** Lines of places on a page: a telephone's screen holds about four. */
const PLACES = 20;

const pendencyRoute = page({
  path: '/pendency',
  audit: 'returns.pendency',
  ...ground,
  async answer(context, { query }) {
    const { view, actor, tools } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const asked = await areaAsked(context, actor, query.place);
    if (!asked) return refuse('web.error.notFound');
    const pendency = await pendencyIn(context, asked.area);
    const shown = {
      asked,
      trail: await trailOf(context, asked),
      pendency,
      paged: pageOf(pendency.rows, query.page, PLACES),
      ownId: tools.may(actor, 'return.matters') ? actor.officeId : null,
    };
    return show(view.t('returns.pendency.title'), PendencyPage({ view, shown }), { status: asked.wrong ? 422 : 200 });
  },
});

const PAGE = 50;

/** Each record listed is written down as read. */
const mattersRoute = page({
  path: '/pendency/matters',
  permission: 'return.matters',
  audit: 'returns.matters',
  purpose: 'casework',
  async answer(context, { query }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const on = dayOf(context.now);
    const bucket = buckets.find((each) => each === query.age) ?? null;
    const figures = (await figuresOf(context, [actor.officeId], { from: on, to: on }))[0] ?? none;
    const pages = Math.max(1, Math.ceil((bucket ? figures[bucket] : pendingOf(figures)) / PAGE));
    const at = pageAsked(query.page, pages);
    const matters = await pendingMatters(context, actor.officeId, { on, bucket, atMost: PAGE, from: (at - 1) * PAGE });
    await audit(context, 'read', matters.map(({ recordId }) => recordId)); // prettier-ignore
    const shown = { officeName: actor.officeName, bucket, figures, matters, page: at, pages, on };
    return show(view.t('returns.matters.title', { office: actor.officeName }), MattersPage({ view, shown }));
  },
});

const listRoute = page({
  path: '/returns',
  audit: 'returns.list',
  ...ground,
  async answer(context, { query }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const asked = await areaAsked(context, actor, query.place);
    const quarter = readQuarter(query.period, context.now);
    if (!asked) return refuse('web.error.notFound');
    if (!quarter) return refuse('returns.error.quarter');
    const offices = await officesIn(context, asked.area);
    const committees = offices.filter(({ kind }) => kind === 'cwc');
    const standings = new Map((await standingsOf(context, committees, quarter)).map((one) => [one.office.id, one]));
    const groups = (await groupsOf(context, asked.area, committees)).map((group) => ({
      ...group,
      standings: group.committees.map(({ id }) => standings.get(id)!),
    }));
    const shown = {
      asked,
      trail: await trailOf(context, asked),
      quarter,
      groups,
      boards: offices.filter(({ kind }) => kind === 'jjb'),
      outstanding: await outstandingOf(context, committees),
    };
    return show(view.t('returns.list.title'), ListPage({ view, shown }), { status: asked.wrong ? 422 : 200 });
  },
});

/** Read with return.read; each act asks for what it needs. */
const officeRoute = form({
  path: '/returns/:office',
  audit: 'returns.office',
  ...ground,
  schema: actSchema,
  async show(context, { params, query, values, errors }) {
    const { view, actor } = context;
    const officeId = params['office'] ?? '';
    const office = isUuid(officeId) ? await officeOverseen(context, officeId) : undefined;
    if (actor.kind !== 'officer' || !office) return refuse('web.error.notFound');
    const typed = typeof values['period'] === 'string' ? values['period'] : query.period;
    const quarter = readQuarter(typed, context.now);
    if (!quarter) return refuse('returns.error.quarter');
    const shown = await loadReturn(context, actor, office, quarter);
    return show(view.t('returns.list.title'), ReturnPage({ view, shown, form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const quarter = await act(context, context.actor, params['office'] ?? '', draft);
    if (isRefusal(quarter)) return quarter;
    return redirect(`/returns/${params['office']}?period=${quarter.period}`, `returns.done.${draft.act}`);
  },
});

/** Of how many slow entries those said long after are picked, and how many are shown. */
const LOOKED_THROUGH = 2000;
const SHOWN = 200;

/** Of the own office with the records; of one overseen, by who sees its children's records at all, without them. */
const backDatedRoute = page({
  path: '/back-dated',
  permission: 'signed-in',
  audit: 'returns.backDated',
  purpose: 'oversight',
  async answer(context, { query }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const officeId = query.office || actor.officeId;
    const own = officeId === actor.officeId;
    const name = own ? actor.officeName : await overseenName(context, actor, officeId);
    if (isRefusal(name)) return name;
    const slow = await readSlowEntries(context, officeId, instantAt(firstDayShown(context.now)), LOOKED_THROUGH);
    const found = backDatedAmong(slow, await sealsOf(context, [officeId]));
    const rows = own
      ? await named(context, found.slice(0, SHOWN))
      : found.slice(0, SHOWN).map((one) => ({ ...one, reference: null, path: null }));
    const cut = found.length > SHOWN || slow.length === LOOKED_THROUGH;
    return show(view.t('returns.back.panel'), BackDatedPage({ view, shown: { officeName: name, rows, named: own, cut } }));
  },
});

async function overseenName(context: Parameters<typeof nameOverseen>[0], actor: OfficerActor, officeId: string): Promise<string | Refusal> {
  const sees = ['district', 'state', 'nation'].includes(actor.reach) && context.tools.may(actor, 'return.read');
  return (sees && isUuid(officeId) ? await nameOverseen(context, officeId) : undefined) ?? refuse('web.error.notFound');
}

type Slow = Awaited<ReturnType<typeof readSlowEntries>>[number];

async function named(context: Parameters<typeof readRecords>[0], found: readonly BackDated<Slow>[]) {
  const ids = [...new Set(found.map(({ entry }) => entry.recordId))];
  const records = new Map((await readRecords(context, ids)).map((record) => [record.id, record]));
  return found.map((one) => {
    const record = records.get(one.entry.recordId);
    return { ...one, reference: record?.reference ?? null, path: record ? recordPath(record) : null };
  });
}

export function deskRoutes(): Route[] {
  return [pendencyRoute, mattersRoute, listRoute, officeRoute, backDatedRoute];
}
