// A public notice in words: its lines, the age now as a range; and whether it may still be shown.
import type { Age } from '../../kernel/age.ts';
import { ageOn } from '../../kernel/age.ts';
import { type Instant, dayOf } from '../../kernel/time.ts';
import { formatAge, formatDay } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { PublicNotice } from './store.ts';

export function isShowable(notice: Pick<PublicNotice, 'gone' | 'expiresAt'>, now: Instant): boolean {
  return !notice.gone && notice.expiresAt > now;
}

/** "9–11" now; null where the order does not allow it or nobody knows. The basis is not public. */
function publicAge(view: View, notice: Pick<PublicNotice, 'ageLowMonths' | 'ageHighMonths' | 'ageOn'>): string | null {
  if (notice.ageLowMonths === null || notice.ageHighMonths === null || notice.ageOn === null) return null;
  const age: Age = { lowMonths: notice.ageLowMonths, highMonths: notice.ageHighMonths, on: notice.ageOn, basis: 'told' };
  return formatAge(view, ageOn(age, dayOf(view.now)));
}

/** The lines a notice has; those its order does not name are left out, not shown empty. */
export function noticeLines(view: View, notice: PublicNotice): [label: string, text: string][] {
  const { t } = view;
  const age = publicAge(view, notice);
  const lines: [string, string | null][] = [
    ['children.field.childName', notice.name],
    ['notices.field.age', age],
    ['children.field.sex', notice.sex ? t(`children.sex.${notice.sex}`) : null],
    ['children.field.clothing', notice.clothing],
    ['notices.field.district', notice.districtName],
    ['notices.field.lastSeenOn', notice.lastSeenOn ? formatDay(view, notice.lastSeenOn) : null],
  ];
  return lines.flatMap(([field, text]) => (text ? [[t(field), text] as [string, string]] : []));
}
