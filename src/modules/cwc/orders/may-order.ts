// Whether an order of this kind may be made of this child now. Asked when it is drafted and again when the last member signs.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Day, daysBetween } from '../../../kernel/time.ts';
import { lastOf } from '../../diary/index.ts';
import type { OrderType } from './order-type.ts';

/** JJ Act s.35(3), Form 24: the parents may take a surrender back until the sixtieth day. */
const RECONSIDERATION_DAYS = 60;

export type Standing = { diary: readonly DiaryFact[]; today: Day; surrenderedOn: Day | null };

/** Nobody is declared legally free who was not found to be without parents, nor while the parents may still come back (s.35, s.38). */
function mayDeclareFree({ diary, today, surrenderedOn }: Standing): Refusal | null {
  const taken = lastOf(diary, 'inquiry.takenAsWithoutParents', 'inquiry.familyCameForward');
  if (taken?.happening !== 'inquiry.takenAsWithoutParents') return refuse('cwc-orders.error.notWithoutParents', {}, 'type');
  if (taken.facts.because !== 'surrendered') return null;
  if (surrenderedOn === null) return refuse('cwc-orders.error.noDeed', {}, 'type');
  const left = RECONSIDERATION_DAYS - daysBetween(surrenderedOn, today);
  return left > 0 ? refuse('cwc-orders.error.reconsideration', { days: left }, 'type') : null;
}

export function mayOrder(type: OrderType, standing: Standing): Refusal | null {
  const { diary } = standing;
  if (type === 'legally-free') return mayDeclareFree(standing);
  if (type === 'transfer' && !lastOf(diary, 'inquiry.residenceElsewhere')) return refuse('cwc-orders.error.residence', {}, 'type');
  if (type === 'restoration' && lastOf(diary, 'inquiry.declaredLegallyFree')) return refuse('cwc-orders.error.declaredFree', {}, 'type');
  return null;
}
