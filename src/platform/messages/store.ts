// Queueing a message: kept sealed in the asker's transaction, sent by the worker after it commits, so nothing is said that did not happen.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../context.ts';
import type { Message } from './message.ts';

/**
 * `to` is sealed and found again by its keyed hash; the facts are sealed as JSON. A listener says the diary entry it heard of:
 * the same message to the same receiver because of the same entry is kept once, however often the news is handed over.
 */
export async function queueMessage(context: Context, message: Message, becauseOf?: string): Promise<void> {
  const { tools, now } = context;
  const toKey = tools.keyedHash(message.to);
  const because = becauseOf === undefined ? null : `${becauseOf}/${message.template}/${toKey}`;
  await sql`insert into message (id, channel, to_sealed, to_key, template, facts_sealed, locale, because, created_at, next_try_at)
    values (${newId<'message'>(milliseconds(now))}, ${message.channel}, ${tools.seal(message.to)}, ${toKey}, ${message.template},
      ${tools.seal(JSON.stringify(message.facts))}, ${message.locale}, ${because}, ${now}, ${now})
    on conflict (because) do nothing`.execute(context.db);
}
