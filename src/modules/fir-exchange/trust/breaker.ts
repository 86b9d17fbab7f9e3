// The volume breaker: a node that sends more in a minute than it may is asked to wait. Counted in memory, by each process of the door.
import { type Instant, milliseconds } from '../../../kernel/time.ts';

const MINUTE = 60_000;
/** `first`: the breaker fell just now, in this minute of this node. */
export type Tripped = { retryAfterSeconds: number; messages: number; first: boolean };
export type Breaker = (node: { code: string; messagesAMinute: number }, messages: number, now: Instant) => Tripped | null;

const BYTES_OF_A_MESSAGE = 8 * 1024;

/** A delivery counts for at least one, and by its bytes where it has more of them than its messages need: what is kept is bytes. */
export function weightOf(messages: number, bytes: number): number {
  return Math.max(1, messages, Math.ceil(bytes / BYTES_OF_A_MESSAGE));
}

type Counted = { minute: number; messages: number; tripped: boolean };

/** What began below the limit is taken whole: a large delivery must not be impossible for a node that sends little. */
export function openBreaker(): Breaker {
  const counts = new Map<string, Counted>();
  return ({ code, messagesAMinute }, messages, now) => {
    const at = milliseconds(now);
    const minute = Math.floor(at / MINUTE);
    const known = counts.get(code);
    const count = known?.minute === minute ? known : { minute, messages: 0, tripped: false };
    counts.set(code, count);
    const over = count.messages >= messagesAMinute;
    count.messages += messages;
    if (!over) return null;
    const first = !count.tripped;
    count.tripped = true;
    return { retryAfterSeconds: Math.ceil(((minute + 1) * MINUTE - at) / 1000), messages: count.messages, first };
  };
}
