// /exchange: how the police's system and the portal stand, by State of the nation, by district of a State; figures alone, as the worker counted them.
import { refuse } from '../../kernel/refusal.ts';
import { type Route, page, show } from '../../web/route.ts';
import { areaAsked, placesBelow } from './area-asked.ts';
import { type Period, periods } from './figures/figures-store.ts';
import { standingsOf } from './figures/standing.ts';
import { ExchangePage } from './pages/exchange-page.tsx';

const standingRoute = page({
  path: '/exchange',
  permission: 'exchange.read',
  audit: 'exchange.standing',
  purpose: 'exchange',
  async answer(context, { query }) {
    const { view, actor } = context;
    const place = actor.kind === 'officer' ? await areaAsked(context, actor, query['place']) : null;
    if (!place) return refuse('web.error.notFound');
    const period: Period = periods.find((one) => one === query['period']) ?? 'month';
    const standings = await standingsOf(context, place.area, period);
    const names = await placesBelow(context, place.area);
    return show(view.t('exchange.title'), ExchangePage({ view, place, period, standings, names }), { status: place.wrong ? 422 : 200 });
  },
});

export const exchangeRoutes = (): Route[] => [standingRoute];
