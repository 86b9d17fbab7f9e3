// A public notice in words: the age now as a range, and whether it may still be shown.
import type { Age } from '../../kernel/age.ts';
import { ageOn } from '../../kernel/age.ts';
import { type Instant, dayOf } from '../../kernel/time.ts';
import { formatAge } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { PublicNotice } from './store.ts';

export function isShowable(notice: Pick<PublicNotice, 'gone' | 'expiresAt'>, now: Instant): boolean {
  return !notice.gone && notice.expiresAt > now;
}

/** "9–11" now; null where the order does not allow it or nobody knows. The basis is not public. */
export function publicAge(view: View, notice: Pick<PublicNotice, 'ageLowMonths' | 'ageHighMonths' | 'ageOn'>): string | null {
  if (notice.ageLowMonths === null || notice.ageHighMonths === null || notice.ageOn === null) return null;
  const age: Age = { lowMonths: notice.ageLowMonths, highMonths: notice.ageHighMonths, on: notice.ageOn, basis: 'told' };
  return formatAge(view, ageOn(age, dayOf(view.now)));
}
