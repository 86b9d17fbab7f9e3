// Compliance at the desk: one directive's page by State, district and office, and the same for machines. Nobody reads beyond the own area.
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Params, RequestContext, Route } from '../../web/route.ts';
import { page, show } from '../../web/route.ts';
import { type Area, contains, widestArea } from '../officers/index.ts';
import { type District, type State, allDistricts, allStates } from '../places/index.ts';
import { readIssued } from './answers.ts';
import { type Asked, type Compliance, complianceOf } from './compliance.ts';
import type { Directive } from './directive.ts';
import { asCsv, asJson } from './export.ts';
import { CompliancePage } from './pages/compliance-page.tsx';
import { countAddressees, countReached } from './reach-store.ts';
import { seesChildrenOf } from './small-cells.ts';
import { endOf, pointsOf } from './store.ts';

const ground = { permission: 'directive.compliance', purpose: 'coordination' } as const;

function areaNamed(place: string, states: readonly State[], districts: readonly District[]): Area | undefined {
  const district = districts.find(({ code }) => code === place);
  if (district) return { level: 'district', code: district.code, stateCode: district.stateCode };
  return states.some(({ code }) => code === place) ? { level: 'state', code: place } : undefined;
}

async function asked(context: RequestContext, params: Params, query: Params): Promise<Asked | Refusal> {
  const { actor } = context;
  const directive = await readIssued(context, params['directive'] ?? '');
  const widest = actor.kind === 'officer' ? widestArea(actor) : null;
  if (isRefusal(directive) || !widest) return refuse('web.error.notFound');
  const [states, districts] = [await allStates(context), await allDistricts(context)];
  const named = query['place'] ? areaNamed(query['place'], states, districts) : widest;
  const area = named && contains(widest, named) ? named : widest;
  const stateCode = area.level === 'state' ? area.code : area.level === 'district' ? area.stateCode : null;
  const trail = [
    ...states.filter(({ code }) => code === stateCode),
    ...districts.filter(({ code }) => area.level === 'district' && code === area.code),
  ];
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(query['month'] ?? '') ? query['month']! : '';
  return { directive, area, widest, trail, month, wrong: area !== named };
}

async function loaded(context: RequestContext, { directive, area, month }: Asked): Promise<Compliance> {
  const { actor } = context;
  const seesChildren = actor.kind === 'officer' && seesChildrenOf(actor, area);
  return complianceOf(context, directive, await pointsOf(context, directive.id), area, month, seesChildren);
}

/** How far the worker has come in reaching them; null once everybody was. */
async function progressOf(context: RequestContext, { id }: Directive): Promise<{ reached: number; offices: number } | null> {
  const offices = (await countAddressees(context, id)).reduce((sum, count) => sum + count.offices, 0);
  const reached = await countReached(context, id);
  return reached < offices ? { reached, offices } : null;
}

const pageRoute = page({
  ...ground,
  path: '/directives/:directive/compliance',
  audit: 'directives.compliance',
  async answer(context, { params, query }) {
    const { view } = context;
    const ask = await asked(context, params, query);
    if (isRefusal(ask)) return ask;
    const ended = await endOf(context, ask.directive.id);
    const progress = ended ? null : await progressOf(context, ask.directive);
    const compliance = await loaded(context, ask);
    return show(view.t('directives.compliance.title'), CompliancePage({ view, ask, compliance, progress, ended }), {
      status: ask.wrong ? 422 : 200,
    });
  },
});

const csvRoute = page({
  ...ground,
  path: '/directives/:directive/compliance.csv',
  audit: 'directives.csv',
  async answer(context, { params, query }) {
    const ask = await asked(context, params, query);
    if (isRefusal(ask)) return ask;
    return { kind: 'file', body: Buffer.from(asCsv(await loaded(context, ask))), contentType: 'text/csv; charset=utf-8' };
  },
});

const jsonRoute = page({
  ...ground,
  path: '/directives/:directive/compliance.json',
  audit: 'directives.json',
  async answer(context, { params, query }) {
    const ask = await asked(context, params, query);
    return isRefusal(ask) ? ask : { kind: 'json', value: asJson(ask.directive, await loaded(context, ask), context.now) };
  },
});

export function complianceRoutes(): Route[] {
  return [pageRoute, csvRoute, jsonRoute];
}
