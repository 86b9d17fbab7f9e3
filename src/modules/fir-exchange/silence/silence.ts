// When silence is news: a node that says nothing for longer than it may, and a district of which its own past says that something would have come.
import { type Instant, addMinutes, minutesBetween } from '../../../kernel/time.ts';

export type HeardNode = { openedAt: Instant; lastHeardAt: Instant | null; silentAfterMinutes: number };

/** Since when it is silent; null where it is not. A node never heard is counted from its opening. */
export function silentSince({ openedAt, lastHeardAt, silentAfterMinutes }: HeardNode, now: Instant): Instant | null {
  const since = lastHeardAt !== null && lastHeardAt > openedAt ? lastHeardAt : openedAt;
  return addMinutes(since, silentAfterMinutes) < now ? since : null;
}

/** How many whole days before the last message are looked at, and of how many at least something must be known. */
export const PAST_DAYS = 56;
export const LEAST_PAST_DAYS = 28;
/** So many would have come, says the quietest stretch of as many days in the past. */
export const EXPECTED = 3;
const DAY_MINUTES = 1440;

/**
 * `past`: messages of each whole day before the last one heard, the oldest first, days without any too. The silence, in whole days, is held against
 * every stretch of as many days: only where even the quietest had three or more is it news. So Sundays and festivals that are quiet every time raise nothing,
 * and a district with a case a month never does. What it costs: with one message a day by pure chance it is raised after a week or so.
 */
export function districtIsSilent(past: readonly number[], lastHeardAt: Instant, now: Instant): boolean {
  const days = Math.floor(minutesBetween(lastHeardAt, now) / DAY_MINUTES);
  if (days < 1 || past.length < LEAST_PAST_DAYS || days > past.length) return false;
  let stretch = past.slice(0, days).reduce((sum, count) => sum + count, 0);
  let quietest = stretch;
  for (let at = days; at < past.length; at++) {
    stretch += past[at]! - past[at - days]!;
    quietest = Math.min(quietest, stretch);
  }
  return quietest >= EXPECTED;
}
