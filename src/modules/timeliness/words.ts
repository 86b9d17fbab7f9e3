// Spans of lag and months in words.
import type { Instant } from '../../kernel/time.ts';
import { minutesBetween } from '../../kernel/time.ts';
import { type Words, formatDuration } from '../../platform/i18n/index.ts';

/** "2 h", "1 d 12 h", "over a year": the upper border of a step. */
export function borderInWords(words: Words, hours: number | null): string {
  if (hours === null) return '–';
  return hours === Number.POSITIVE_INFINITY
    ? words.t('timeliness.overAYear')
    : words.t('timeliness.within', { time: formatDuration(words, hours * 60) });
}

export function lateInWords(words: Words, since: Instant | null, now: Instant): string {
  return since === null ? '–' : formatDuration(words, minutesBetween(since, now));
}
