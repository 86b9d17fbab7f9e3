// When a duty of the law that begins at a moment is due; journeys are not counted here.
import { type Instant, dayOf } from '../../kernel/time.ts';
import { dueMoment, periodOf, ruleById } from '../../law/index.ts';

export function dueAfter(ruleId: string, startedAt: Instant, stateCode: string, variant: number | null = null): Instant {
  return dueMoment(startedAt, periodOf(ruleById(ruleId)!, stateCode, dayOf(startedAt), variant));
}
