// Queueing a message: kept sealed in the asker's transaction, sent by the worker after it commits, so nothing is said that did not happen.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../context.ts';
import type { Message } from './message.ts';
import type { TemplateId } from './templates.ts';

/**
 * `to` is sealed and found again by its keyed hash; the facts are sealed as JSON. A listener says the diary entry it heard of:
 * the same message to the same receiver because of the same entry is kept once, however often the news is handed over.
 * Answers the message's id, null if it was kept before. What becomes of it is written on its row (`sending-store.ts`, `receipts.ts`).
 */
export async function queueMessage(context: Context, message: Message, becauseOf?: string): Promise<string | null> {
  const { tools, now } = context;
  const id = newId<'message'>(milliseconds(now));
  const toKey = tools.keyedHash(message.to);
  // Only the worker, whose listeners hear news twice, may write the column.
  const [column, value, once] =
    becauseOf === undefined
      ? [sql``, sql``, sql``]
      : [sql`, because`, sql`, ${`${becauseOf}/${message.template}/${toKey}`}`, sql`on conflict (because) do nothing`];
  const kept =
    await sql`insert into message (id, channel, urgency, to_sealed, to_key, template, facts_sealed, locale, created_at, next_try_at${column})
    values (${id}, ${message.channel}, ${message.urgency ?? 'ordinary'}, ${tools.seal(message.to)}, ${toKey}, ${message.template},
      ${tools.seal(JSON.stringify(message.facts))}, ${message.locale}, ${now}, ${now}${value}) ${once}`.execute(context.db);
  return kept.numAffectedRows === 1n ? id : null;
}

/** The same of many under ids their caller gives, in one statement; none is because of news that may be heard twice. */
export async function queueMessages(context: Context, messages: readonly { id: string; message: Message }[]): Promise<void> {
  if (messages.length === 0) return;
  const { tools, now } = context;
  const each = <T>(read: (message: Message) => T): T[] => messages.map(({ message }) => read(message));
  await sql`insert into message (id, channel, urgency, to_sealed, to_key, template, facts_sealed, locale, created_at, next_try_at)
    select m.id, m.channel, m.urgency, decode(m.sealed, 'hex'), m.key, m.template, decode(m.facts, 'hex'), m.locale, ${now}, ${now}
    from unnest(${messages.map(({ id }) => id)}::uuid[], ${each(({ channel }) => channel)}::text[], ${each(({ urgency }) => urgency ?? 'ordinary')}::text[],
      ${each(({ to }) => tools.seal(to).toString('hex'))}::text[], ${each(({ to }) => tools.keyedHash(to))}::text[], ${each(({ template }) => template)}::text[],
      ${each(({ facts }) => tools.seal(JSON.stringify(facts)).toString('hex'))}::text[], ${each(({ locale }) => locale)}::text[])
      as m (id, channel, urgency, sealed, key, template, facts, locale)`.execute(context.db);
}

/**
 * What messages of a template were written because of, where a carrier refused their receiver for good, at once or in a later receipt: the number or
 * address takes no message. A portal without a carrier, or one out of reach, says nothing of the receiver. Only of those given up since.
 */
export async function refusedReceivers(context: Context, template: TemplateId, since: Instant): Promise<string[]> {
  const { rows } = await sql<{ because: string }>`select split_part(because, '/', 1) as because from message
    where failed_at >= ${since} and template = ${template} and because is not null and receiver_refused`.execute(context.db);
  return rows.map(({ because }) => because);
}
