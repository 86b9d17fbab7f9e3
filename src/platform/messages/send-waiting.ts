// The worker's part of messages: takes what waits, gives it words, hands it to the carrier of its channel, notes what came of it.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Context, Tools } from '../context.ts';
import { inContext } from '../context.ts';
import { translatorFor, type Locale } from '../i18n/index.ts';
import { observeMessage } from '../metrics.ts';
import { type Message, writeMessage } from './message.ts';
import type { MessageProvider } from './provider.ts';

const BATCH = 50;
const MOST_ATTEMPTS = 8;

type Waiting = {
  id: string;
  channel: Message['channel'];
  toSealed: Buffer;
  template: string;
  factsSealed: Buffer;
  locale: string;
  attempts: number;
};

export type Providers = Record<Message['channel'], MessageProvider>;

export function openMessage(tools: Tools, row: Pick<Waiting, 'channel' | 'toSealed' | 'template' | 'factsSealed' | 'locale'>): Message {
  const facts = JSON.parse(tools.unseal(row.factsSealed)) as Message['facts'];
  return { channel: row.channel, to: tools.unseal(row.toSealed), template: row.template, facts, locale: row.locale } as Message;
}

async function sendOne(context: Context, row: Waiting, providers: Providers): Promise<void> {
  const message = writeMessage(openMessage(context.tools, row), (locale, key, facts) =>
    translatorFor(locale as Locale)(key, facts as Record<string, string | number>),
  );
  const delivery = await providers[row.channel].send(message);
  const spent = delivery.outcome === 'rejected' || (delivery.outcome === 'tryAgain' && row.attempts + 1 >= MOST_ATTEMPTS);
  observeMessage({ channel: row.channel, outcome: delivery.outcome });
  await sql`update message set attempts = attempts + 1, sent_at = ${delivery.outcome === 'accepted' ? context.now : null},
    failed_at = ${spent ? context.now : null} where id = ${row.id}`.execute(context.db);
}

/** Sends everything that waits. A message whose carrier is out of reach waits for the next round. */
export async function sendWaitingMessages(tools: Tools, providers: Providers): Promise<void> {
  for (;;) {
    const asking = {
      actor: { kind: 'system', name: 'messages' },
      requestId: newId(),
      ground: { name: 'messages.send', purpose: 'duty' },
    } as const;
    const sent = await inContext(tools, asking, async (context) => {
      const { rows } = await sql<Waiting>`select id, channel, to_sealed, template, facts_sealed, locale, attempts from message
        where sent_at is null and failed_at is null and (attempts = 0 or created_at < ${context.now}::timestamptz - attempts * interval '10 seconds')
        order by created_at limit ${BATCH} for update skip locked`.execute(context.db);
      for (const row of rows) await sendOne(context, row, providers);
      return rows.length;
    });
    if (sent < BATCH) return;
  }
}

export type SentMessage = { id: string; createdAt: string; sentAt: string | null; to: string; text: string; channel: string };

/** The latest messages in words, for the outbox page of a demonstration. Refuses to read outside one. */
export async function recentMessages(context: Context, locale: Locale): Promise<SentMessage[]> {
  if (!context.tools.demo) return [];
  const { rows } = await sql<
    Waiting & { createdAt: string; sentAt: string | null }
  >`select id, channel, to_sealed, template, facts_sealed, locale, attempts,
    created_at, sent_at from message order by created_at desc limit 30`.execute(context.db);
  return rows.map((row) => {
    const written = writeMessage(openMessage(context.tools, row), (_, key, facts) =>
      translatorFor(locale)(key, facts as Record<string, string | number>),
    );
    return { id: row.id, createdAt: row.createdAt, sentAt: row.sentAt, to: written.to, text: written.text, channel: written.channel };
  });
}
