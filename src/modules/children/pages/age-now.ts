// The age of a child in a list: carried to today, since a description ages with the child.
import { ageOn } from '../../../kernel/age.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { formatAge } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';

export type ListedAge = { ageLowMonths: number | null; ageHighMonths: number | null; ageOn: Day | null };

/** Null when no age was given. */
export function ageNow(view: View, listed: ListedAge): string | null {
  const { ageLowMonths: lowMonths, ageHighMonths: highMonths, ageOn: on } = listed;
  if (lowMonths === null || highMonths === null || on === null) return null;
  return formatAge(view, ageOn({ lowMonths, highMonths, on, basis: 'apparent' }, dayOf(view.now)));
}
