// When a message that did not arrive is tried again, and when no longer.
import { type Instant, addHours, fromMilliseconds, milliseconds } from '../../../kernel/time.ts';

const FIRST_SECONDS = 10;
const LAST_SECONDS = 3600;
const GIVEN_UP_HOURS = 24;

/** Longer each time, up to an hour; apart from each other, so that a node that comes back is not run down. `random`: 0 to 1. */
export function nextTry(attempts: number, now: Instant, random: number): Instant {
  const most = Math.min(LAST_SECONDS, FIRST_SECONDS * 2 ** Math.min(attempts, 20));
  return fromMilliseconds(milliseconds(now) + Math.round((most / 2) * (1 + random) * 1000));
}

/** Counted from the first try: time in which nobody tried is not held against a node. */
export function isGivenUp(triedSince: Instant, now: Instant): boolean {
  return now >= addHours(triedSince, GIVEN_UP_HOURS);
}
