// The duties of one record that the family may see: what must be done, by when, and whether it was.
import type { Instant } from '../../kernel/time.ts';
import { type Actor, type ObligationState, ruleById, titleCode } from '../../law/index.ts';
import type { RequestContext } from '../../web/route.ts';
import type { ChildRecord } from '../children/index.ts';
import { stateAt } from './obligation.ts';
import { obligationsOfRecord } from './store.ts';

/** `title` in the reader's words. `lateAfter`: from here it is late (later than `dueAt` only for "at once"). */
export type PublicDuty = {
  ruleId: string;
  title: string;
  actor: Actor;
  dueAt: Instant;
  lateAfter: Instant;
  endedAt: Instant | null;
  state: ObligationState;
};

/** Soonest started first. Empty where row security hides the record from the caller. Duties that fell away are left out. */
export async function dutiesOf(context: RequestContext, record: Pick<ChildRecord, 'id'>): Promise<PublicDuty[]> {
  const obligations = await obligationsOfRecord(context, record.id);
  return obligations
    .filter((one) => ruleById(one.ruleId)?.told === 'family' && one.ending !== 'cancelled')
    .map((one) => ({
      ruleId: one.ruleId,
      title: context.view.t(titleCode(one.ruleId)),
      actor: one.actor,
      dueAt: one.dueAt,
      lateAfter: one.lateAfter,
      endedAt: one.endedAt,
      state: stateAt(one, context.now),
    }));
}
