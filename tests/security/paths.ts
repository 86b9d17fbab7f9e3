// Addresses of a route: filled with what is of the story, or with what nobody ever made.
import { makeReference } from '../../src/kernel/reference.ts';
import type { Route } from '../../src/web/route.ts';
import { SILENCE } from './exchange.ts';
import type { Story } from './story.ts';

export const canGet = (route: Route): boolean => route.kind === 'page' || route.show !== undefined;

/** Its address names something of a child; an office's page, a directive's, a drive's, a node's, a silence's and an officer's own signature show none, and a list is its office's alone. */
export const namesAChild = (route: Route): boolean =>
  route.path.includes(':') && !/:(office|directive|draft|node|silence|list|sitting|fit|proceeding|drive|signature)/.test(route.path);

type Made = Record<
  | ':reference'
  | ':id'
  | ':file'
  | ':publicId'
  | ':photograph'
  | ':office'
  | ':directive'
  | ':draft'
  | ':node'
  | ':row'
  | ':silence'
  | ':list'
  | ':sitting'
  | ':order'
  | ':report'
  | ':drive'
  | ':check'
  | ':raid'
  | ':part'
  | ':proceeding'
  | ':paper'
  | ':asking'
  | ':placing'
  | ':kind'
  | ':handOff'
  | ':family'
  | ':fit',
  string
>;

function filled({ path }: Route, made: Made): string {
  return path.replace(
    /:(reference|id|file|publicId|photograph|office|directive|draft|node|row|silence|list|sitting|order|report|proceeding|paper|part|drive|raid|asking|placing|kind|handOff|family|fit|check)/g,
    (name) => made[name as keyof Made],
  );
}

/** A Board’s, a family’s, or one of a child’s placing. */
function paperOf({ path }: Route, story: Story): string {
  if (path.startsWith('/family-care')) return story.homeStudyId;
  return path.includes('/family-care') ? story.childStudyId : story.proceedingPaperId;
}

export function realPath(route: Route, story: Story): string {
  const kind = route.path.startsWith('/sightings') ? 'sighting' : /^\/(found|cwc|residents)/.test(route.path) ? 'found' : 'missing';
  const id = route.path.startsWith('/alerts') ? story.alertId : story.matchId;
  return filled(route, {
    ':reference': story[kind].reference,
    ':id': id,
    ':file': `${story.photographName}.jpg`,
    ':publicId': story.publicId,
    ':photograph': story.photographId,
    ':office': route.path.startsWith('/returns')
      ? story.committeeOfficeId
      : route.path.startsWith('/homes')
        ? story.homeOfficeId
        : story.watchedOfficeId,
    ':directive': story.directiveId,
    ':draft': story.draftId,
    ':node': story.node,
    ':silence': SILENCE,
    ':row': '1', // the first message that came
    ':list': story.listId,
    ':sitting': story.sittingId,
    ':order': story.orderId,
    ':report': story.reportId,
    ':drive': story.driveId,
    ':check': story.checkId,
    ':raid': story.raidId,
    ':part': 'family',
    ':proceeding': story.proceedingId,
    ':paper': paperOf(route, story),
    ':asking': story.askingId,
    ':placing': story.placingId,
    ':kind': 'child-study',
    ':handOff': story.handOffId,
    ':family': story.familyId,
    ':fit': story.fitBodyId,
  });
}

export function inventedPath(route: Route): string {
  const kind = route.path.startsWith('/sightings') ? 'sighting' : /^\/(found|cwc|residents)/.test(route.path) ? 'found' : 'missing';
  const id = '01930000-0000-7000-8000-000000000000';
  const name = '0123456789abcdefghjkmnpqrs';
  return filled(route, {
    ':reference': makeReference(kind, 'BR', 2026, 999_999),
    ':id': id,
    ':file': `${name}.jpg`,
    ':publicId': name,
    ':photograph': id,
    ':office': id,
    ':directive': id,
    ':draft': id,
    ':node': 'police-ZZ',
    ':silence': id,
    ':row': '999999999',
    ':list': id,
    ':sitting': id,
    ':order': id,
    ':report': id,
    ':drive': id,
    ':check': id,
    ':raid': id,
    ':part': 'no-such',
    ':proceeding': id,
    ':paper': id,
    ':asking': id,
    ':placing': id,
    ':kind': 'child-study',
    ':handOff': id,
    ':family': id,
    ':fit': id,
  });
}
