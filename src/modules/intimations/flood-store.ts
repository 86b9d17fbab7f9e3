// SQL of floods: how many words of the public there are, counted up to a bound, and what is told together in a digest.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import { type Instant, addHours, addMinutes, fromMilliseconds, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { floodSince } from './flood.ts';
import type { Due } from './store.ts';
import { flood } from './waits.ts';

/** Enough to tell a flood from none; counting further would make each word of a storm cost more than the one before. */
const MOST_ROWS = 200;

export type Counted = { ofTelephone: number; toOffice: number; sentThisHour: number };

/** `sentThisHour` up to `most`. */
export async function countWords(context: Context, { officeId, wordOf }: Due, most: number): Promise<Counted> {
  const { now } = context;
  const { rows } = await sql<Counted>`select
      (select count(distinct about_id) from (select about_kind || about_id as about_id from intimation where word_of = ${wordOf}
        and created_at > ${addHours(now, -24)} limit ${MOST_ROWS}) said) as of_telephone,
      (select count(*) from (select from intimation where office_id = ${officeId} and word_of is not null
        and created_at > ${floodSince(now)} limit ${flood.words + 1}) said) as to_office,
      (select count(*) from (select from intimation where office_id = ${officeId} and word_of is not null and vouched_at is null
        and first_sent_at > ${addHours(now, -1)} limit ${most}) sent) as sent_this_hour`.execute(context.db);
  return rows[0]!;
}

/**
 * Held back: the office hears of it with the others, and soon where a `single` one is among them. The digest's own row is touched only if none is on its
 * way early enough.
 */
export async function hold(context: Context, { id, officeId }: Due, single: boolean): Promise<void> {
  const { now } = context;
  await sql`update intimation set next_at = null, held_at = coalesce(held_at, ${now}) where id = ${id}`.execute(context.db);
  const within = fromMilliseconds(milliseconds(now) + flood.soonSeconds * 1000);
  const at = single ? within : addMinutes(now, flood.firstDigestMinutes);
  await sql`insert into intimation_digest (office_id, next_at, soon) select ${officeId}, ${at}, ${single}
    where not exists (select from intimation_digest d where d.office_id = ${officeId} and d.next_at is not null and (d.soon or not ${single}::boolean))
    on conflict (office_id) do update set soon = intimation_digest.soon or excluded.soon,
      next_at = case when excluded.soon then least(intimation_digest.next_at, excluded.next_at)
        else coalesce(intimation_digest.next_at, greatest(excluded.next_at, intimation_digest.last_at + make_interval(mins => ${flood.digestMinutes}))) end`.execute(
    context.db,
  );
}

export type Digest = { officeId: OfficeId; since: Instant; count: number; alarm: boolean };

/** The next office whose digest is due, how many were held for it since the last, and whether one of them is an alarm; taken for this transaction. */
export async function takeDigest(context: Context): Promise<Digest | undefined> {
  const { now } = context;
  const taken = await sql<
    Pick<Digest, 'officeId' | 'since'>
  >`with due as (select office_id from intimation_digest where next_at <= ${now} order by next_at limit 1
      for update skip locked)
    update intimation_digest d set next_at = null, last_at = ${now}, soon = false from due
    where d.office_id = due.office_id returning d.office_id, d.last_at as since`.execute(context.db);
  const digest = taken.rows[0];
  if (!digest) return undefined;
  const told = await sql<{ count: number; alarm: boolean }>`with told as (update intimation set in_digest_at = ${now}
      where office_id = ${digest.officeId} and held_at is not null and in_digest_at is null and vouched_at is null and ended_at is null returning alarm)
    select count(*) as count, coalesce(bool_or(alarm), false) as alarm from told`.execute(context.db);
  return { ...digest, ...told.rows[0]! };
}
