// The first pages of the desk, in the order of a working day, each with the permission without which it is not offered.
import type { View } from '../view.ts';

export type DeskPage = {
  path: string;
  words: string;
  /** Any of these permissions (officers/may.ts) opens it. */
  needs: readonly string[];
  /** Other addresses that lie under it. */
  holds?: readonly string[];
};

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
  { path: '/contradictions', words: 'web.desk.contradictions', needs: ['match.contradictions'] },
  { path: '/cwc', words: 'web.desk.causeList', needs: ['production.read'], holds: ['/cwc/'] },
  { path: '/sightings', words: 'web.desk.sightings', needs: ['sighting.read'], holds: ['/sightings/'] },
  { path: '/missing/new', words: 'web.desk.registerMissing', needs: ['missingReport.register'] },
  { path: '/found/new', words: 'web.desk.registerFound', needs: ['foundChild.register'] },
  { path: '/timeliness', words: 'web.desk.timeliness', needs: ['timeliness.read'], holds: ['/timeliness/gaps', '/timeliness/certificate'] },
  { path: '/timeliness/office', words: 'web.desk.ownEntries', needs: ['timeliness.answer'], holds: ['/timeliness/late/'] },
  { path: '/pendency', words: 'web.desk.pendency', needs: ['return.read'], holds: ['/pendency/'] },
  { path: '/returns', words: 'web.desk.returns', needs: ['return.read'], holds: ['/returns/'] },
  { path: '/access', words: 'web.desk.access', needs: ['accessLog.read'], holds: ['/access/'] },
  { path: '/exchange/quarantine', words: 'web.desk.quarantine', needs: ['quarantine.settle'], holds: ['/exchange/quarantine/'] },
  { path: '/directives', words: 'web.desk.directives', needs: ['directive.read'], holds: ['/directives/'] },
  { path: '/nodal-officers', words: 'web.desk.nodalOfficers', needs: ['officers.read'], holds: ['/nodal-officers/'] },
  { path: '/exchange', words: 'web.desk.exchange', needs: ['exchange.read'], holds: ['/exchange/silence'] },
  { path: '/exchange/reconciliation', words: 'web.desk.reconciliation', needs: ['exchangeMismatch.read'] },
  { path: '/exchange/lists', words: 'web.desk.firLists', needs: ['firList.bring'], holds: ['/exchange/lists/'] },
  { path: '/exchange/nodes', words: 'web.desk.exchangeNodes', needs: ['exchangeNode.read'], holds: ['/exchange/nodes/'] },
  { path: '/exchange/outgoing', words: 'web.desk.exchangeOutgoing', needs: ['exchangeNode.keep'], holds: ['/exchange/outgoing/'] },
  { path: '/calendars', words: 'web.desk.calendars', needs: ['calendar.manage'], holds: ['/calendars/'] },
  { path: '/officers', words: 'web.desk.directory', needs: ['officers.read'] },
  { path: '/roster', words: 'web.desk.roster', needs: ['roster.manage'] },
];

export function pagesFor(view: View): DeskPage[] {
  return deskPages.filter(({ needs }) => needs.some((permission) => view.may(permission)));
}

/** The page the reader is on, or the one it lies under. */
export function placeOf(view: View): DeskPage | undefined {
  const here = view.path.split('?')[0]!;
  return deskPages.find(({ path }) => path === here) ?? deskPages.find(({ holds = [] }) => holds.some((start) => here.startsWith(start)));
}
