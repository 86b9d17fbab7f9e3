// Receipts: what a gateway says became of a message. The exchange door only adds them; the worker works them into the messages.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../context.ts';

/** `failed`: the number or address takes no message. `expired`: given up, for instance because the telephone stayed off; it says nothing of the receiver. */
export const receiptStatuses = ['accepted', 'delivered', 'failed', 'expired'] as const;

/** Channels whose carriers report; of pushes the push service says at once what it says. */
export const reportingChannels = ['sms', 'whatsapp', 'email'] as const;
export type ReportingChannel = (typeof reportingChannels)[number];

export type Receipt = { reference: string; status: (typeof receiptStatuses)[number]; at: Instant };

const BATCH = 500;

/** Keeps them as that channel's carrier told them, whether or not there is such a message. A moment that has not come yet is taken for now. */
export async function insertReceipts(context: Context, channel: ReportingChannel, receipts: readonly Receipt[]): Promise<void> {
  const { now } = context;
  const ids = receipts.map(() => newId<'receipt'>(milliseconds(now)));
  const moments = receipts.map(({ at }) => (at > now ? now : at));
  await sql`insert into message_receipt (id, channel, message_id, status, happened_at)
    select r.id, ${channel}, r.message_id, r.status, r.at from unnest(${ids}::uuid[], ${receipts.map(({ reference }) => reference)}::uuid[], ${receipts.map(({ status }) => status)}::text[],
      ${moments}::timestamptz[]) as r (id, message_id, status, at)`.execute(context.db);
}

/**
 * Works some receipts into their messages and forgets them; answers how many were taken. The outcome is the same in whatever order they come and
 * however often: each time kept is the earliest told, what was delivered once is not failed by a later word, and a refusal for the receiver's sake
 * outweighs a mere giving up. One that no message of its carrier's channel answers to is dropped.
 */
export async function takeReceipts(context: Context): Promise<number> {
  const { db } = context;
  const { rows } = await sql<{ messageId: string; channel: string; status: string; happenedAt: Instant }>`delete from message_receipt
    where id in (select id from message_receipt order by id limit ${BATCH} for update skip locked)
    returning message_id, channel, status, happened_at`.execute(db);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ messageId }) => messageId);
  await lockMessages(context, ids);
  await sql`with told as (
      select m.id, min(greatest(t.at, m.created_at)) filter (where t.status in ('accepted', 'delivered')) as sent,
        min(greatest(t.at, m.created_at)) filter (where t.status = 'delivered') as delivered,
        min(greatest(t.at, m.created_at)) filter (where t.status in ('failed', 'expired')) as failed, bool_or(t.status = 'failed') as hard
      from unnest(${ids}::uuid[], ${rows.map(({ channel }) => channel)}::text[], ${rows.map(({ status }) => status)}::text[], ${rows.map(({ happenedAt }) => happenedAt)}::timestamptz[])
        as t (message_id, channel, status, at) join message m on m.id = t.message_id and m.channel = t.channel group by m.id),
    ends as (select told.*, coalesce(m.delivered_at, told.delivered) is not null as arrived from told join message m using (id))
    update message m set sent_at = least(m.sent_at, e.sent), delivered_at = least(m.delivered_at, e.delivered),
      failed_at = case when not e.arrived then least(m.failed_at, e.failed) end,
      receiver_refused = not e.arrived and (m.receiver_refused or e.hard),
      failed_because = case when e.arrived then null when m.receiver_refused then m.failed_because when e.hard then 'receipt-failed'
        when e.failed is not null then coalesce(m.failed_because, 'receipt-expired') else m.failed_because end
    from ends e where m.id = e.id`.execute(db);
  return rows.length;
}

/** In the order of their ids, as whoever else changes many does: two that lock the same ones never wait for each other. */
export async function lockMessages({ db }: Context, ids: readonly string[]): Promise<void> {
  await sql`select id from message where id = any (${ids as string[]}::uuid[]) order by id for update`.execute(db);
}
