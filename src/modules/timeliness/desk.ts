// Timeliness at the desk: whose entries come in time, from the nation down to the office.
import { refuse } from '../../kernel/refusal.ts';
import { type Route, page, show } from '../../web/route.ts';
import { readAsked } from './form.ts';
import { loadLeague } from './load.ts';
import { LeaguePage } from './pages/league-page.tsx';

const leagueRoute = page({
  path: '/timeliness',
  permission: 'timeliness.read',
  audit: 'timeliness.league',
  purpose: 'coordination',
  async answer(context, { query }) {
    const { view, actor } = context;
    const asked = actor.kind === 'officer' ? await readAsked(context, actor, query) : null;
    if (!asked) return refuse('web.error.notFound');
    const status = Object.keys(asked.wrong).length > 0 ? 422 : 200;
    return show(view.t('timeliness.title'), LeaguePage({ view, loaded: await loadLeague(context, asked) }), { status });
  },
});

export function deskRoutes(): Route[] {
  return [leagueRoute];
}
