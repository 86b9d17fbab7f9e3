// The carrier of a demonstration: accepts everything and sends nothing, so the messages can be read on the outbox page.
import type { MessageProvider } from './provider.ts';
import type { MessageChannel } from './templates.ts';

/** Outside a demonstration it refuses: nothing may count as sent that nobody can receive. */
export function outboxProvider(channel: MessageChannel, demo: boolean): MessageProvider {
  return {
    channel,
    send: async () => (demo ? { outcome: 'accepted' } : { outcome: 'rejected', because: 'no-carrier', refused: 'request' }),
  };
}
