// /exchange/reconciliation: five standing lists of where the police's system and the portal are not one, by place, and as a table for machines. No name of a child.
import { csvText } from '../../platform/csv.ts';
import { pageAsked } from '../../platform/paging.ts';
import { refuse } from '../../kernel/refusal.ts';
import { minutesBetween } from '../../kernel/time.ts';
import { type Params, type RequestContext, type Route, page, show } from '../../web/route.ts';
import { type AreaAsked, areaAsked, placesBelow } from './area-asked.ts';
import { ReconciliationPage } from './pages/reconciliation-page.tsx';
import { type List, isList, lists } from './reconciling/mismatch.ts';
import { countRows, readRows } from './reconciling/reconcile-store.ts';

const PAGE = 20;
/** As many rows as one table for machines holds; more are asked for place by place. */
const MOST_EXPORTED = 10_000;
const ground = { permission: 'exchangeMismatch.read', purpose: 'exchange' } as const;

export type Asked = { list: List; own: boolean; stationId: string | null; place: AreaAsked | null };

/** A station, an anti-trafficking unit, a railway post: its own rows, whatever is asked. */
async function asked(context: RequestContext, query: Params): Promise<Asked | null> {
  const { actor } = context;
  if (actor.kind !== 'officer') return null;
  const list = isList(query['list']) ? query['list'] : 'no-record';
  if (actor.reach === 'office') return { list, own: true, stationId: actor.officeId, place: null };
  const place = await areaAsked(context, actor, query['place']);
  const stationId = place?.area.level === 'district' && /^[0-9a-f-]{36}$/.test(query['station'] ?? '') ? query['station']! : null;
  return place && { list, own: false, stationId, place };
}

const listRoute = page({
  ...ground,
  path: '/exchange/reconciliation',
  audit: 'reconciliation.list',
  async answer(context, { query }) {
    const { view } = context;
    const ask = await asked(context, query);
    if (!ask) return refuse('web.error.notFound');
    const within = { area: ask.place?.area ?? null, stationId: ask.stationId };
    const counts = await countRows(context, within);
    const byList = Map.groupBy(counts, ({ list }) => list);
    const list = isList(query['list']) ? query['list'] : (lists.find((one) => byList.has(one)) ?? ask.list);
    const total = (byList.get(list) ?? []).reduce((sum, { rows }) => sum + rows, 0);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const at = pageAsked(query['page'], pages);
    const rows = await readRows(context, { ...within, list }, { from: (at - 1) * PAGE, atMost: PAGE });
    const names = ask.place ? await placesBelow(context, ask.place.area) : new Map<string, string>();
    return show(view.t('reconciliation.title'), ReconciliationPage({ view, ask: { ...ask, list }, counts, rows, names, page: at, pages }), {
      status: ask.place?.wrong ? 422 : 200,
    });
  },
});

const columns = ['list', 'reason', 'state', 'station', 'stationName', 'paper', 'child', 'otherChild', 'since', 'ageHours'] as const;

const csvRoute = page({
  ...ground,
  path: '/exchange/reconciliation.csv',
  audit: 'reconciliation.csv',
  async answer(context, { query }) {
    const ask = await asked(context, query);
    if (!ask || ask.place?.wrong) return refuse('web.error.notFound');
    const asking = { list: isList(query['list']) ? ask.list : null, area: ask.place?.area ?? null, stationId: ask.stationId };
    const rows = await readRows(context, asking, { from: 0, atMost: MOST_EXPORTED });
    const text = csvText(
      columns,
      rows.map((row) => ({
        list: row.list,
        reason: row.reason,
        state: row.stateCode,
        station: row.stationCode,
        stationName: row.stationName,
        paper: row.paperKey,
        child: row.reference,
        otherChild: row.otherReference,
        since: row.since,
        ageHours: Math.floor(minutesBetween(row.since, context.now) / 60),
      })),
    );
    return { kind: 'file', body: Buffer.from(text), contentType: 'text/csv; charset=utf-8' };
  },
});

export const reconciliationRoutes = (): Route[] => [listRoute, csvRoute];
