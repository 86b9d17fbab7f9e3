// What the portal asks of anything that can carry a message, and how it may answer.
import type { WrittenMessage } from './message.ts';
import type { MessageChannel } from './templates.ts';

/**
 * `later`: it took nothing because it is asked too much; the lane slows down and the message has lost no try. `tryAgain`: it may or may not have gone. `rejected`: trying again will not help, either because the `receiver` takes no message there, or
 * because what we asked is refused whoever it is for (`request`). `because` is a short code without data: it is counted and logged.
 */
export type Delivery =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'later'; readonly because: string }
  | { readonly outcome: 'tryAgain'; readonly because: string }
  | { readonly outcome: 'rejected'; readonly because: string; readonly refused: 'receiver' | 'request' };

/**
 * A carrier of one channel. It is asked again with the same `message.id` after a worker died between handing over and noting it, so it passes the
 * id on as the key by which whoever stands behind it knows a message it has taken. Expected trouble with the carrier is a `Delivery`; `send`
 * throws only for a fault of ours.
 */
export type MessageProvider = {
  readonly channel: MessageChannel;
  /** How many it may have in hand at once. */
  readonly atOnce?: number;
  /** Lets go of connections held open. */
  close?(): void;
  send(message: WrittenMessage): Promise<Delivery>;
};
