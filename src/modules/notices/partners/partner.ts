// Who shows notices beside us: what a partner may have, and what of it a notice must be.
import { ageOn } from '../../../kernel/age.ts';
import { type Instant, addHours, dayOf } from '../../../kernel/time.ts';
import type { PublicNotice } from '../store.ts';

export const partnerKinds = ['newspaper', 'railway', 'welfare-body', 'school', 'broadcaster'] as const;

/** Hours in which a partner says that a recalled notice is down everywhere. */
export const RECALL_HOURS = 1;

export type Scope = { stateCode: string; ageFrom: number; ageTo: number };

/** In years. A notice whose order shows no age is only for whoever may have every age. */
export function isInScope(notice: PublicNotice, scope: Scope, now: Instant): boolean {
  if (notice.stateCode !== scope.stateCode) return false;
  const { ageLowMonths, ageHighMonths, ageOn: on } = notice;
  if (ageLowMonths === null || ageHighMonths === null || on === null) return scope.ageFrom === 0 && scope.ageTo === 18;
  const age = ageOn({ lowMonths: ageLowMonths, highMonths: ageHighMonths, on, basis: 'told' }, dayOf(now));
  return age.highMonths >= scope.ageFrom * 12 && age.lowMonths < (scope.ageTo + 1) * 12;
}

export function isOverdue(recalledAt: Instant, now: Instant): boolean {
  return addHours(recalledAt, RECALL_HOURS) <= now;
}
