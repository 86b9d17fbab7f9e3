// SQL of recalls on their way: which are due, what came back, which nobody answered.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

export type DueRecall = { id: string; publicId: string; recalledAt: Instant; callUrl: string; attempts: number };
const AT_ONCE = 16;

/** Claimed for a minute, longer than a call lasts: two workers do not call at once. */
export async function dueRecalls(context: Context): Promise<DueRecall[]> {
  const { rows } =
    await sql<DueRecall>`update notice_recall r set attempts = attempts + 1, next_try_at = ${context.now}::timestamptz + interval '1 minute'
    from notice_partner p where p.id = r.partner_id and r.id in (
      select id from notice_recall where acknowledged_at is null and next_try_at <= ${context.now} order by next_try_at limit ${AT_ONCE} for update skip locked)
    returning r.id, r.public_id, r.recalled_at, p.call_url, r.attempts`.execute(context.db);
  return rows;
}

export async function noteAcknowledged(context: Context, id: string): Promise<void> {
  await sql`update notice_recall set acknowledged_at = coalesce(acknowledged_at, ${context.now}), failure = null, next_try_at = null where id = ${id}`.execute(
    context.db,
  );
}

export async function noteTried(context: Context, id: string, failure: string, nextTryAt: Instant): Promise<void> {
  await sql`update notice_recall set failure = ${failure}, next_try_at = ${nextTryAt} where id = ${id} and acknowledged_at is null`.execute(
    context.db,
  );
}

export type Unanswered = { id: string; name: string; stateCode: string };

export async function unanswered(context: Context, before: Instant): Promise<Unanswered[]> {
  const { rows } = await sql<Unanswered>`select r.id, p.name, p.state_code from notice_recall r join notice_partner p on p.id = r.partner_id
    where r.acknowledged_at is null and r.alarmed_at is null and r.recalled_at <= ${before} order by r.recalled_at limit 100`.execute(
    context.db,
  );
  return rows;
}

export async function noteAlarmed(context: Context, id: string): Promise<void> {
  await sql`update notice_recall set alarmed_at = ${context.now} where id = ${id}`.execute(context.db);
}

/** Answered after the alarm: nobody needs to be told further. Each is handed out once. */
export async function answeredSinceAlarm(context: Context): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`update notice_recall set alarmed_at = null where alarmed_at is not null and acknowledged_at is not null returning id`.execute(
    context.db,
  );
  return rows.map(({ id }) => id);
}
