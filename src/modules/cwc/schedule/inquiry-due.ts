// By when the inquiry must be over: the final order (JJ Act s.36), or whether a child without parents is legally free for adoption (s.38) and the certificate of it.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Instant } from '../../../kernel/time.ts';
import { lastOf } from '../../diary/index.ts';
import { dueAfter } from '../due-after.ts';

export type InquiryDue = { what: 'final' | 'free' | 'certificate'; at: Instant };

/** Null once that is decided, or while the child is another Committee's. */
export function inquiryDue(diary: readonly DiaryFact[], stateCode: string): InquiryDue | null {
  const produced = diary.find(({ happening }) => happening === 'found.produced');
  if (!produced || lastOf(diary, 'inquiry.transferOrdered', 'inquiry.transferRefused')?.happening === 'inquiry.transferOrdered')
    return null;
  const parents = lastOf(diary, 'inquiry.takenAsWithoutParents', 'inquiry.familyCameForward');
  if (parents?.happening !== 'inquiry.takenAsWithoutParents')
    return lastOf(diary, 'inquiry.finalOrderMade') ? null : { what: 'final', at: dueAfter('C02', produced.happenedAt, stateCode) };
  const variant = parents.facts.age === 'two-or-under' ? 0 : 1; // as C05 and C06 list their periods
  if (lastOf(diary, 'inquiry.certificateGiven')) return null;
  if (lastOf(diary, 'inquiry.declaredLegallyFree'))
    return { what: 'certificate', at: dueAfter('C06', produced.happenedAt, stateCode, variant) };
  return { what: 'free', at: dueAfter('C05', produced.happenedAt, stateCode, variant) };
}
