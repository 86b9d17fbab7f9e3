// Queueing a message: kept sealed in the asker's transaction, sent by the worker after it commits, so nothing is said that did not happen.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../context.ts';
import type { Message } from './message.ts';

/** `to` is sealed and found again by its keyed hash; the facts are sealed as JSON. Answers the message's id. */
export async function queueMessage(context: Context, message: Message): Promise<string> {
  const { tools, now } = context;
  const id = newId<'message'>(milliseconds(now));
  await sql`insert into message (id, channel, to_sealed, to_key, template, facts_sealed, locale, created_at)
    values (${id}, ${message.channel}, ${tools.seal(message.to)}, ${tools.keyedHash(message.to)}, ${message.template},
      ${tools.seal(JSON.stringify(message.facts))}, ${message.locale}, ${now})`.execute(context.db);
  return id;
}
