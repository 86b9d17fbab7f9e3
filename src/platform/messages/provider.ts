// What the portal asks of anything that can carry a message, and how it may answer.
import type { WrittenMessage } from './message.ts';
import type { MessageChannel } from './templates.ts';

/** `receipt` is the carrier's own number for it. `tryAgain`: it may or may not have gone. `rejected`: trying again will not help. */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly receipt: string | null }
  | { readonly outcome: 'tryAgain'; readonly because: string }
  | { readonly outcome: 'rejected'; readonly because: string };

/** Expected trouble with the carrier is a `Delivery`; `send` throws only for a fault of ours. */
export type MessageProvider = {
  readonly channel: MessageChannel;
  send(message: WrittenMessage): Promise<Delivery>;
};
