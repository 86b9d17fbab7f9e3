// Who reads a list of duties, and which of them are theirs to act on.
import type { OfficerActor } from '../../platform/context.ts';
import type { RequestContext } from '../../web/route.ts';
import { concernOf, isOpenToActs } from './act.ts';
import { type Inherited, inheritedBy } from './inherited.ts';
import type { ListedDuty } from './store.ts';

/** Whether the reader's office may act on a duty, and under which posting. */
export type Reader = { postingId: string; actable(listed: ListedDuty): boolean };
export const nobody: Reader = { postingId: '', actable: () => false };

export function readerOf(context: RequestContext, officer: OfficerActor, inherited: Inherited): Reader {
  const may = context.tools.may(officer, 'duties.act');
  const actable = (duty: ListedDuty): boolean =>
    may && isOpenToActs(duty, context.now) && concernOf(officer, duty, inherited, context.now) !== null;
  return { postingId: officer.postingId, actable };
}

/** Whoever asks for this page. */
export async function readerHere(context: RequestContext): Promise<Reader> {
  const { actor } = context;
  return actor.kind === 'officer' ? readerOf(context, actor, await inheritedBy(context, actor)) : nobody;
}
