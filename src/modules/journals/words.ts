// Periods in words.
import { type Words, formatMonth } from '../../platform/i18n/index.ts';
import type { Day } from '../../kernel/time.ts';
import { spanOf } from './period.ts';

/** "November 2026", "July 2026 – September 2026"; what names no period as it is. */
export function periodInWords(words: Words, period: string): string {
  const span = spanOf(period);
  if (!span) return period;
  const [first, last] = [formatMonth(words, span.from), formatMonth(words, `${span.to.slice(0, 7)}-01` as Day)];
  return first === last ? first : `${first} – ${last}`;
}
