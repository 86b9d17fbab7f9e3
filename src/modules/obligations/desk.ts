// The page an officer opens at two in the morning: what must be done, by when, and where to do it.
import { refuse } from '../../kernel/refusal.ts';
import { type Route, page, redirect, show } from '../../web/route.ts';
import { type Tab, loadHome, tabs } from './home.ts';
import { HomePage } from './pages/home-page.tsx';

/** Where an officer without duties starts. */
const startElsewhere: Readonly<Record<string, string>> = { auditor: '/access', 'ministry-official': '/timeliness' };

const home = page({
  path: '/',
  permission: 'signed-in',
  audit: 'duties.list',
  purpose: 'casework',
  async answer(context, { query }) {
    const { actor, view, tools } = context;
    if (actor.kind !== 'officer') return refuse('web.error.signIn');
    if (!tools.may(actor, 'duties.read')) return redirect(startElsewhere[actor.role] ?? '/officers');
    const tab = tabs.find((each) => each === query.show) ?? ('all' satisfies Tab);
    const loaded = await loadHome(context, actor, tab);
    return show(view.t('duties.title'), HomePage({ view, home: loaded }));
  },
});

export function deskRoutes(): Route[] {
  return [home];
}
