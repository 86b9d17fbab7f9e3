// A sighting: someone saw a child who may need help (Khoya-Paya's second flow; JJ Act s.32 for who must report). Never published.
import type { DiaryFact } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';

export const sightingAnswers = ['child-found', 'nobody-there', 'no-concern', 'hoax'] as const;
export const sightingSources = ['telephone', 'childline', 'railway'] as const;
export type SightingAnswer = (typeof sightingAnswers)[number];

export type Sighting = {
  recordId: RecordId;
  place: string | null;
  seenWith: string | null;
  doing: string | null;
  noticePublicId: string | null;
  reporterName: string | null;
  reporterTelephone: string | null;
  answer: SightingAnswer | null;
  /** What the officer saw there, in their own words. */
  remark: string | null;
};

/** Open until an officer has answered it; an answer can be corrected, not withdrawn. */
export function sightingStatus(diary: readonly DiaryFact[]): { status: 'open' | 'answered'; closedAt: Instant | null } {
  const answered = diary.findLast((entry) => entry.happening === 'sighting.answered');
  return answered ? { status: 'answered', closedAt: answered.recordedAt } : { status: 'open', closedAt: null };
}
