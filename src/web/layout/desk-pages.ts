// The first pages of the desk, in the order of a working day, each with the permission without which it is not offered.
import type { View } from '../view.ts';

export type DeskPage = {
  path: string;
  words: string;
  /** Any of these permissions (officers/permissions.ts) opens it. */
  needs: readonly string[];
  /** Other addresses that lie under it. */
  holds?: readonly string[];
  /** Pages that lead to each other by tabs: the first that is open stands for all. */
  family?: string;
};

const exchange = { words: 'web.desk.exchange', family: 'exchange' } as const;

export const deskPages: readonly DeskPage[] = [
  { path: '/', words: 'web.desk.duties', needs: ['duties.read'] },
  { path: '/alerts', words: 'web.desk.alerts', needs: ['alert.read'] },
  {
    path: '/children',
    words: 'web.desk.children',
    needs: ['missingReport.read', 'foundChild.read', 'sighting.read'],
    holds: ['/missing/', '/found/', '/search'],
  },
  { path: '/matches', words: 'web.desk.matches', needs: ['match.read'], holds: ['/matches/'] },
  { path: '/checks', words: 'web.desk.checks', needs: ['check.read'], holds: ['/checks/'] },
  { path: '/contradictions', words: 'web.desk.contradictions', needs: ['match.contradictions'] },
  { path: '/cwc', words: 'web.desk.causeList', needs: ['production.read'], holds: ['/cwc/'] },
  { path: '/board', words: 'web.desk.board', needs: ['conflict.read'], holds: ['/board/'] },
  { path: '/tonight', words: 'web.desk.tonight', needs: ['resident.act'], holds: ['/residents/'] },
  { path: '/homes', words: 'web.desk.homes', needs: ['institution.read'], holds: ['/homes/'] },
  { path: '/drives', words: 'web.desk.drives', needs: ['drive.read'], holds: ['/drives/'] },
  { path: '/family-care', words: 'web.desk.familyCare', needs: ['familyCare.read'], holds: ['/family-care/'] },
  { path: '/sightings', words: 'web.desk.sightings', needs: ['sighting.read'], holds: ['/sightings/'] },
  { path: '/missing/new', words: 'web.desk.registerMissing', needs: ['missingReport.register'] },
  { path: '/found/new', words: 'web.desk.registerFound', needs: ['foundChild.register'] },
  { path: '/timeliness', words: 'web.desk.timeliness', needs: ['timeliness.read'], holds: ['/timeliness/gaps', '/timeliness/certificate'] },
  { path: '/timeliness/office', words: 'web.desk.ownEntries', needs: ['timeliness.answer'], holds: ['/timeliness/late/'] },
  { path: '/pendency', words: 'web.desk.pendency', needs: ['return.read'], holds: ['/pendency/'] },
  { path: '/returns', words: 'web.desk.returns', needs: ['return.read'], holds: ['/returns/'] },
  { path: '/sealed', words: 'web.desk.sealed', needs: ['sealed.agree'], holds: ['/sealed/'] },
  { path: '/access', words: 'web.desk.access', needs: ['accessLog.read'], holds: ['/access/'] },
  { path: '/directives', words: 'web.desk.directives', needs: ['directive.read'], holds: ['/directives/'] },
  { path: '/nodal-officers', words: 'web.desk.nodalOfficers', needs: ['officers.read'], holds: ['/nodal-officers/'] },
  { ...exchange, path: '/exchange', needs: ['exchange.read'], holds: ['/exchange/silence'] },
  { ...exchange, path: '/exchange/quarantine', needs: ['quarantine.settle'], holds: ['/exchange/quarantine/'] },
  { ...exchange, path: '/exchange/reconciliation', needs: ['exchangeMismatch.read'] },
  { ...exchange, path: '/exchange/lists', needs: ['firList.bring'], holds: ['/exchange/lists/'] },
  { ...exchange, path: '/exchange/nodes', needs: ['exchangeNode.read'], holds: ['/exchange/nodes/'] },
  { ...exchange, path: '/exchange/outgoing', needs: ['exchangeNode.keep'], holds: ['/exchange/outgoing/'] },
  { path: '/notice-objections', words: 'web.desk.noticeObjections', needs: ['notice.withdraw'], holds: ['/notice-objections/'] },
  { path: '/notice-partners', words: 'web.desk.noticePartners', needs: ['noticePartner.keep'], holds: ['/notice-partners/'] },
  { path: '/calendars', words: 'web.desk.calendars', needs: ['calendar.manage'], holds: ['/calendars/'] },
  { path: '/officers', words: 'web.desk.directory', needs: ['officers.read'] },
  { path: '/roster', words: 'web.desk.roster', needs: ['roster.manage'] },
];

export function pagesFor(view: View): DeskPage[] {
  const open = deskPages.filter(({ needs }) => needs.some((permission) => view.may(permission)));
  return open.filter(({ family }, at) => family === undefined || open.findIndex((one) => one.family === family) === at);
}

/** Of the pages offered the one the reader is on, or it lies under. */
export function placeOf(view: View): DeskPage | undefined {
  const here = view.path.split('?')[0]!;
  const place =
    deskPages.find(({ path }) => path === here) ?? deskPages.find(({ holds = [] }) => holds.some((start) => here.startsWith(start)));
  return pagesFor(view).find((page) => page === place || (page.family !== undefined && page.family === place?.family));
}
