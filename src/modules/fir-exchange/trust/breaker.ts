// The volume breaker: a node that sends, or asks for, more in a minute than it may is asked to wait. Counted in the database, for all processes of the door together.
import { type Instant, milliseconds } from '../../../kernel/time.ts';

const MINUTE = 60_000;
const BYTES_OF_A_MESSAGE = 8 * 1024;
const ROWS_OF_A_MESSAGE = 100;

/** A delivery counts for at least one, and by its bytes where it has more of them than its messages need: what is kept is bytes. */
export function weightOf(messages: number, bytes: number): number {
  return Math.max(1, messages, Math.ceil(bytes / BYTES_OF_A_MESSAGE));
}

/** A fetch counts by how much it asks for. */
export function weightOfFetch(limit: number): number {
  return Math.ceil(limit / ROWS_OF_A_MESSAGE);
}

/** `before`: counted in this minute already. What began below the limit is taken whole: a large delivery must not be impossible for a node that sends little. */
export function retryAfter(before: number, most: number, now: Instant): number | null {
  return before < most ? null : Math.ceil((MINUTE - (milliseconds(now) % MINUTE)) / 1000);
}
