// The public notice of a missing child, as its diary has it: published on an order, and withdrawn or still live (JJ Act s.74).
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { type Instant, addHours, dayOf, yearOf } from '../../src/kernel/time.ts';
import { isStillMissing, missingStatus } from '../../src/modules/missing-reports/missing-report.ts';
import { seededId, seededName } from './ids.ts';
import type { Paper } from './record-rows.ts';
import type { Telling } from './writing.ts';

/** What the generator counts for an expired notice, and the most the portal allows. */
const NOTICE_HOURS = 90 * 24;

export type Published = {
  recordId: string;
  districtCode: string;
  photographId: string | null;
  diary: readonly DiaryFact[];
  published: DiaryFact<'missing.noticePublished'>;
  /** The notice's entries are added to it. */
  papers: Map<string, Paper>;
};

/** A diary may have ended without its notice's end (nobody wrote it down): the portal then takes the notice down with the status. */
function endOf(diary: readonly DiaryFact[]): { at: Instant; because: string; entryId: string | null } | null {
  const withdrawn = diary.findLast((entry) => entry.happening === 'missing.noticeWithdrawn');
  if (withdrawn) return { at: withdrawn.recordedAt, because: withdrawn.facts.because, entryId: withdrawn.entryId };
  if (isStillMissing(missingStatus(diary).status)) return null;
  return { at: diary.at(-1)!.recordedAt, because: 'traced', entryId: null };
}

export function writeNotice(
  { batch, random, world }: Telling,
  { recordId, districtCode, photographId, diary, published, papers }: Published,
): void {
  const id = seededId(random, published.recordedAt);
  const end = endOf(diary);
  const paper = { kind: 'notice', id };
  papers.set(published.entryId, paper);
  if (end?.entryId) papers.set(end.entryId, paper);
  const { authority } = published.facts;
  batch.add('notice', {
    id,
    public_id: seededName(random),
    record_id: recordId,
    authority,
    order_number: `${authority === 'cwc' ? 'CWC' : 'TR'}/${random.integer(1, 900)}/${yearOf(dayOf(published.happenedAt))}`,
    reasons: 'Publication will help to trace the child; the family agrees and nothing bars it.',
    fields: ['name', 'age', 'sex', ...(photographId ? ['photograph'] : []), 'clothing', 'lastSeen'],
    photograph_id: photographId,
    photograph_name: photographId && seededName(random),
    authorised_by: world.signer(published.byOffice!),
    authorised_at: published.recordedAt,
    expires_at: addHours(published.recordedAt, NOTICE_HOURS),
    withdrawn_at: end?.at ?? null,
    withdrawn_because: end?.because ?? null,
    listed_under: districtCode,
  });
}
