// The latest messages in words, for the outbox of a demonstration.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { translatorFor, type Locale } from '../i18n/index.ts';
import { openMessage } from './lane.ts';
import { writeMessage } from './message.ts';
import type { Waiting } from './sending-store.ts';

export type SentMessage = { id: string; createdAt: string; sentAt: string | null; to: string; text: string; channel: string };

/** Refuses to read outside a demonstration. */
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
