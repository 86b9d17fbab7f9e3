// The worker's part of messages: takes what waits, gives it words, hands it to the carrier of its channel, notes what came of it.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Context, Tools } from '../context.ts';
import { inContext } from '../context.ts';
import { translatorFor, type Locale } from '../i18n/index.ts';
import { observeMessage } from '../metrics.ts';
import { type Message, writeMessage } from './message.ts';
import type { Delivery, MessageProvider } from './provider.ts';

const MOST_ATTEMPTS = 8;
/** Before the second attempt, doubled before each one after: longer than a carrier may take to answer, so none is sent while it is being sent. */
const PAUSE_SECONDS = 20;

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

const asking = {
  actor: { kind: 'system', name: 'messages' },
  ground: { name: 'messages.send', purpose: 'duty' },
} as const;

/** Takes one message and commits that it is being tried: should this process die now, the others go on and this one waits its turn. */
async function takeOne(tools: Tools): Promise<Waiting | undefined> {
  return inContext(tools, { ...asking, requestId: newId() }, async ({ db, now }) => {
    const { rows } = await sql<Waiting>`update message set attempts = attempts + 1,
        next_try_at = ${now}::timestamptz + least(power(2, attempts), 180) * make_interval(secs => ${PAUSE_SECONDS})
      where id = (select id from message where sent_at is null and failed_at is null and next_try_at <= ${now}
        order by next_try_at limit 1 for update skip locked)
      returning id, channel, to_sealed, template, facts_sealed, locale, attempts`.execute(db);
    return rows[0];
  });
}

/** A message that cannot be opened or worded is a fault of ours: noted, and tried again like one whose carrier is out of reach. */
async function handOver(tools: Tools, row: Waiting, providers: Providers, onFault: (error: unknown) => void): Promise<Delivery> {
  try {
    const message = writeMessage(openMessage(tools, row), (locale, key, facts) =>
      translatorFor(locale as Locale)(key, facts as Record<string, string | number>),
    );
    return await providers[row.channel].send(message);
  } catch (error) {
    onFault(error);
    return { outcome: 'tryAgain', because: 'fault' };
  }
}

/** Sends everything that waits, one by one. A message whose carrier is out of reach waits longer each time; after some tries it has failed. */
export async function sendWaitingMessages(
  tools: Tools,
  providers: Providers,
  onFault: (error: unknown) => void,
  goOn: () => boolean = () => true,
): Promise<void> {
  while (goOn()) {
    const row = await takeOne(tools);
    if (!row) return;
    const { id, channel, attempts } = row;
    const delivery = await handOver(tools, row, providers, onFault);
    const { outcome } = delivery;
    observeMessage({ channel, outcome });
    const spent = outcome === 'rejected' || (outcome === 'tryAgain' && attempts >= MOST_ATTEMPTS);
    const because = delivery.outcome === 'rejected' ? delivery.because : null;
    await inContext(tools, { ...asking, requestId: newId() }, ({ db, now }) =>
      sql`update message set sent_at = ${outcome === 'accepted' ? now : null}, failed_at = ${spent ? now : null}, failed_because = ${because}
        where id = ${id}`.execute(db),
    );
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
