// Sends everything that waits on the channels of these carriers, as the worker's lanes do, and comes back when nothing is left.
import type { Tools } from '../../src/platform/context.ts';
import { type MessageProvider, sendLane } from '../../src/platform/messages/index.ts';

export async function sendWaitingMessages(
  tools: Tools,
  providers: readonly MessageProvider[],
  onFault: (error: unknown) => void,
  goOn: () => boolean = () => true,
): Promise<void> {
  await Promise.all(providers.map((provider) => sendLane(tools, provider, { onFault }, goOn)));
}
