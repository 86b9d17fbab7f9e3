// When the child was last seen, as told: the moment a record carries may be noon or the time of the report, and then it is not shown.
import { type Instant, dayOf } from '../../kernel/time.ts';
import { type Words, formatDay, formatMoment, formatWhen } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { MissingReport } from './missing-report.ts';

type Told = Pick<MissingReport, 'lastSeenKnown' | 'lastSeenTimeKnown'>;

export function lastSeenInWords(view: Pick<View, 't' | 'locale' | 'now'>, told: Told, happenedAt: Instant): string {
  if (told.lastSeenKnown && told.lastSeenTimeKnown) return formatWhen(view, happenedAt, view.now);
  return lastSeenOnPaper(view, told, happenedAt);
}

/** A paper is read on other days: nothing on it is "ago". */
export function lastSeenOnPaper(words: Words, told: Told, happenedAt: Instant): string {
  if (!told.lastSeenKnown) return words.t('missing-reports.record.seenNotKnown');
  if (told.lastSeenTimeKnown) return formatMoment(words, happenedAt);
  return words.t('missing-reports.record.seenOnDay', { day: formatDay(words, dayOf(happenedAt)) });
}
