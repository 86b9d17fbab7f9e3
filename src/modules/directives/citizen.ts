// Directives everybody may read: those meant for the public, their text, and how each State's addressees stand. No office and no officer is named.
import { isUuid } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Route, page, show } from '../../web/route.ts';
import { allStates } from '../places/index.ts';
import { periodShown } from './compliance.ts';
import { isAsked } from './law-duty.ts';
import { PublicListPage, PublicPage } from './pages/public-page.tsx';
import { publicStanding } from './public-store.ts';
import { endOf, endedBy, issuedDirectives, pointsOf, readDirective } from './store.ts';

const ground = { permission: 'anyone', purpose: 'public-directory' } as const;
const MOST_LISTED = 200;

const listRoute = page({
  ...ground,
  path: '/directives',
  audit: 'directives.publicList',
  async answer(context) {
    const { view } = context;
    const directives = await issuedDirectives(context, MOST_LISTED);
    return show(view.t('directives.public.title'), PublicListPage({ view, directives, states: await allStates(context) }));
  },
});

const directiveRoute = page({
  ...ground,
  path: '/directives/:directive',
  audit: 'directives.public',
  async answer(context, { params }) {
    const { view } = context;
    const id = params['directive'] ?? '';
    const directive = isUuid(id) ? await readDirective(context, id) : undefined;
    if (!directive) return refuse('web.error.notFound');
    const points = await pointsOf(context, id);
    const shown = points.map((point) => ({ point, period: isAsked(point) ? periodShown(directive, point, '', context.now) : null }));
    const wanted = shown.flatMap(({ point, period }) => (period === null ? [] : [{ pointId: point.id, period }]));
    const loaded = {
      directive,
      shown,
      ended: await endOf(context, id),
      ends: await endedBy(context, id),
      standing: await publicStanding(context, id, wanted),
      states: await allStates(context),
    };
    return show(directive.title, PublicPage({ view, loaded }));
  },
});

export function citizenRoutes(): Route[] {
  return [listRoute, directiveRoute];
}
