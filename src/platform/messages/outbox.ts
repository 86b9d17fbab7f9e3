// The carrier of a demonstration: accepts everything and sends nothing, so the messages can be read on the outbox page.
import type { MessageProvider } from './provider.ts';
import type { MessageChannel } from './templates.ts';

export function outboxProvider(channel: MessageChannel): MessageProvider {
  return { channel, send: async () => ({ outcome: 'accepted', receipt: null }) };
}
