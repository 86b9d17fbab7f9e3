// SQL of sending: what waits is claimed before a carrier is asked, and what came of it is noted after.
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { type Context, type Tools, inContext } from '../context.ts';
import type { Delivery } from './provider.ts';
import { lockMessages } from './receipts.ts';
import type { MessageChannel, Urgency } from './templates.ts';

const MOST_ATTEMPTS = 8;
/**
 * Before the second attempt, doubled before each one after. It is also how long a claim holds: longer than a carrier may take to answer
 * (`lane.ts`), so that no other worker asks while one still waits.
 */
const PAUSE_SECONDS = 20;

export type Waiting = {
  id: string;
  channel: MessageChannel;
  urgency: Urgency;
  toSealed: Buffer;
  template: string;
  factsSealed: Buffer;
  locale: string;
  attempts: number;
  createdAt: Instant;
};

/** What a carrier answered to one claim. */
export type Outcome = { row: Pick<Waiting, 'id' | 'attempts'>; delivery: Delivery };

export const sending = {
  actor: { kind: 'system', name: 'messages' },
  ground: { name: 'messages.send', purpose: 'duty' },
} as const;

/** Most that may be claimed of each kind, and of both together. */
export type Room = Record<Urgency | 'both', number>;

/** Notes what came of earlier claims and makes new ones, in one transaction: should this process die now, what it claimed waits its turn again. */
export async function takeTurn(tools: Tools, outcomes: readonly Outcome[], channel: MessageChannel, room: Room): Promise<Waiting[]> {
  return inContext(tools, { ...sending, requestId: newId() }, async (context) => {
    await noteOutcomes(context, outcomes);
    const alarms = await claim(context, channel, 'alarm', Math.min(room.alarm, room.both));
    return [...alarms, ...(await claim(context, channel, 'ordinary', Math.min(room.ordinary, room.both - alarms.length)))];
  });
}

/** Counts the attempt and pushes the next one away before anything is handed over. Rows another worker holds are passed by. */
async function claim({ db, now }: Context, channel: MessageChannel, urgency: Urgency, room: number): Promise<Waiting[]> {
  if (room <= 0) return [];
  const { rows } = await sql<Waiting>`with next as (select id from message
      where sent_at is null and failed_at is null and channel = ${channel} and urgency = ${urgency} and next_try_at <= ${now}
      order by next_try_at limit ${room} for update skip locked)
    update message m set attempts = attempts + 1, dispatched_at = coalesce(dispatched_at, ${now}),
      next_try_at = ${now}::timestamptz + least(power(2, attempts), 180) * make_interval(secs => ${PAUSE_SECONDS})
    from next where m.id = next.id
    returning m.id, channel, urgency, to_sealed, template, facts_sealed, locale, attempts, created_at`.execute(db);
  return rows;
}

/** The codes of those given up because they were tried often enough. */
export const TRIES = 'tries';

/** Of one whose carrier was asked too much: its next try. */
const LATER_SECONDS = 1;

/** Whether an outcome is the last word: accepted, refused, or tried as often as anything is. */
export function isGivenUp({ row, delivery }: Outcome): boolean {
  return delivery.outcome === 'rejected' || (delivery.outcome === 'tryAgain' && row.attempts >= MOST_ATTEMPTS);
}

/**
 * An acceptance always counts, however late its worker woke. A refusal counts only if nobody has claimed the message since, so that a worker that
 * slept past its claim cannot call failed what another has sent. What merely waits for its
 * next try needs no note: the claim said when. What a carrier had no room for has lost no try.
 */
async function noteOutcomes(context: Context, outcomes: readonly Outcome[]): Promise<void> {
  const { db, now } = context;
  const failed = outcomes.filter(isGivenUp);
  const later = outcomes.filter(({ delivery }) => delivery.outcome === 'later');
  const accepted = outcomes.filter(({ delivery }) => delivery.outcome === 'accepted').map(({ row }) => row.id);
  const changed = [...accepted, ...[...failed, ...later].map(({ row }) => row.id)];
  if (changed.length > 0) await lockMessages(context, changed);
  if (accepted.length > 0)
    await sql`update message set sent_at = coalesce(sent_at, ${now}),
        failed_at = case when failed_because = ${TRIES} then null else failed_at end,
        failed_because = nullif(failed_because, ${TRIES})
      where id = any (${accepted}::uuid[])`.execute(db);
  if (later.length > 0)
    await sql`update message m set attempts = m.attempts - 1, next_try_at = ${now}::timestamptz + make_interval(secs => ${LATER_SECONDS})
      from unnest(${later.map(({ row }) => row.id)}::uuid[], ${later.map(({ row }) => row.attempts)}::int[]) as l (id, attempts)
      where m.id = l.id and m.attempts = l.attempts and m.sent_at is null and m.failed_at is null`.execute(db);
  if (failed.length === 0) return;
  const because = failed.map(({ delivery }) => (delivery.outcome === 'rejected' ? delivery.because : TRIES));
  const refused = failed.map(({ delivery }) => delivery.outcome === 'rejected' && delivery.refused === 'receiver');
  await sql`update message m set failed_at = ${now}, failed_because = f.because, receiver_refused = f.refused
    from unnest(${failed.map(({ row }) => row.id)}::uuid[], ${failed.map(({ row }) => row.attempts)}::int[], ${because}::text[],
      ${refused}::boolean[]) as f (id, attempts, because, refused)
    where m.id = f.id and m.attempts = f.attempts and m.sent_at is null and m.failed_at is null`.execute(db);
}
