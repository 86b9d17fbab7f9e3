// Which entries of an office came late: past the hours of the policy of the month in which the thing happened.
import type { DiaryFact } from '../../kernel/happenings.ts';
import { addHours } from '../../kernel/time.ts';
import { type UploadRule, uploadHours } from '../../law/index.ts';
import { enteredWhen } from '../diary/index.ts';
import { monthOf } from './month.ts';

/** Why an entry came late; `other` in words. */
export const lateCodes = [
  'no-connectivity',
  'portal-down',
  'told-late',
  'staff-absent',
  'waiting-for-paper',
  'transferred',
  'other',
] as const;
export type LateCode = (typeof lateCodes)[number];

export type LateEntry = { entry: DiaryFact; hours: number };

type Office = { officeId: string; officeKind: string; stateCode: string | null };

/** Exactly at the limit is in time. A correction is no entry of its own. */
export function lateEntries(policy: readonly UploadRule[], diary: readonly DiaryFact[], office: Office): LateEntry[] {
  return diary.flatMap((entry) => {
    if (entry.byOffice !== office.officeId || entry.corrects !== null) return [];
    const about = {
      happening: entry.happening,
      officeKind: office.officeKind,
      stateCode: office.stateCode,
      month: monthOf(entry.happenedAt),
    };
    const hours = uploadHours(policy, about)?.hours;
    return hours !== undefined && enteredWhen(entry) > addHours(entry.happenedAt, hours) ? [{ entry, hours }] : [];
  });
}
