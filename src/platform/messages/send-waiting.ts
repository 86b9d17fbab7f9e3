// The worker's part of messages: a lane for each channel, side by side; and the latest ones in words, for a demonstration.
import { sql } from 'kysely';
import type { Context, Tools } from '../context.ts';
import { translatorFor, type Locale } from '../i18n/index.ts';
import { type LaneWatch, openMessage, sendLane } from './lane.ts';
import { writeMessage } from './message.ts';
import type { MessageProvider } from './provider.ts';
import type { Waiting } from './sending-store.ts';

/** Sends everything that waits on the channels of these carriers. What waits on another channel goes on waiting. */
export async function sendWaitingMessages(
  tools: Tools,
  providers: readonly MessageProvider[],
  onFault: LaneWatch['onFault'],
  goOn: () => boolean = () => true,
): Promise<void> {
  await Promise.all(providers.map((provider) => sendLane(tools, provider, { onFault }, goOn)));
}

export type SentMessage = { id: string; createdAt: string; sentAt: string | null; to: string; text: string; channel: string };

/** The latest messages in words, for the outbox page of a demonstration. Refuses to read outside one. */
export async function recentMessages(context: Context, locale: Locale): Promise<SentMessage[]> {
  if (!context.tools.demo) return [];
  const { rows } = await sql<
    Waiting & { createdAt: string; sentAt: string | null }
  >`select id, channel, urgency, to_sealed, template, facts_sealed, locale, attempts,
    created_at, sent_at from message order by created_at desc limit 30`.execute(context.db);
  return rows.map((row) => {
    const written = writeMessage(row.id, openMessage(context.tools, row), (_, key, facts) =>
      translatorFor(locale)(key, facts as Record<string, string | number>),
    );
    return { id: row.id, createdAt: row.createdAt, sentAt: row.sentAt, to: written.to, text: written.text, channel: written.channel };
  });
}
