// The officer whose own account a page is of.
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';

export function officerIn(context: RequestContext): OfficerActor {
  if (context.actor.kind !== 'officer') throw new Error('an account page was reached by nobody');
  return context.actor;
}
