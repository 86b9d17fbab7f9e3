// SQL of intimations: telling an office once, what was tried, who took it.
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { About, Intimated } from './intimation.ts';
import type { Target, Tried } from './plan.ts';

export type Row = {
  officeId: OfficeId;
  template: string;
  facts: Record<string, string | number>;
  alarm: boolean;
  about: About;
  word: string | null;
};

/** In one statement. Answers of how many matters an office was told now that had not been before. */
export async function insertIntimations(context: Context, all: readonly Row[]): Promise<number> {
  if (all.length === 0) return 0;
  const { now, tools } = context;
  const each = <T>(read: (row: Row) => T): T[] => all.map(read);
  const { rows } =
    await sql`select intimate(${each(() => newId<'intimation'>(milliseconds(now)) as string)}::uuid[], ${each(({ officeId }) => officeId)}::uuid[],
    ${each(({ template }) => template)}::text[], ${each(({ facts }) => tools.seal(JSON.stringify(facts)).toString('hex'))}::text[],
    ${each(({ about }) => about.kind)}::text[], ${each(({ about }) => about.id)}::text[], ${each(({ about }) => about.recordId)}::uuid[],
    ${each(({ word }) => word)}::text[], ${each(({ alarm }) => alarm)}::boolean[], ${now})`.execute(context.db);
  return rows.length;
}

export async function acknowledgeIntimation(context: Context, about: Pick<About, 'kind' | 'id'>): Promise<void> {
  await sql`select acknowledge_intimation(${about.kind}, ${about.id}, ${context.now})`.execute(context.db);
}

/** Shown on the office's own list, or `opened`. */
export async function noteSeen(context: Context, kind: string, ids: readonly string[], opened: boolean): Promise<void> {
  if (ids.length > 0) await sql`select intimation_seen(${kind}, ${ids as string[]}::text[], ${opened}, ${context.now})`.execute(context.db);
}

export async function settleIntimations(context: Context, about: Pick<About, 'kind' | 'id'>): Promise<void> {
  await sql`select settle_intimations(${about.kind}, ${about.id}, ${context.now})`.execute(context.db);
}

export type Due = {
  id: string;
  officeId: OfficeId;
  template: string;
  factsSealed: Buffer;
  aboutKind: string;
  recordId: string | null;
  alarm: boolean;
  wordOf: string | null;
  isVouched: boolean;
  createdAt: Instant;
  isFirst: boolean;
  isClosed: boolean;
};

/** Of the words a flood held back from the office of the digest `i`, one told in a digest that nobody took yet and whose report is open. */
const wordsLeft = sql`exists (select from intimation w left join record r on r.id = w.record_id where w.office_id = i.office_id and w.word_of is not null
  and w.in_digest_at is not null and w.ended_at is null and w.vouched_at is null and r.closed_at is null)`;

/** Those due next, of the most urgent there are, locked: another worker passes them over. */
export async function takeDue(context: Context, most: number): Promise<Due[]> {
  for (const urgency of [0, 1, 2]) {
    const { rows } = await sql<Due>`select i.id, i.office_id, i.template, i.facts_sealed, i.about_kind, i.record_id, i.alarm, i.word_of,
        i.vouched_at is not null as is_vouched, i.created_at, i.first_sent_at is null as is_first,
        coalesce((select r.closed_at is not null from record r where r.id = i.record_id), i.about_kind = 'digest' and not ${wordsLeft}) as is_closed
      from intimation i where i.urgency = ${urgency} and i.next_at <= ${context.now} order by i.next_at limit ${most} for update skip locked`.execute(
      context.db,
    );
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Of each intimation. `office`: the intimation's own; the list is not among them, it tells nobody. */
export async function triedOf(context: Context, ids: readonly string[]): Promise<Map<string, Tried[]>> {
  const { rows } = await sql<Tried & { id: string }>`select intimation_id as id, office_id, officer_id, channel from intimation_attempt
    where intimation_id = any (${ids as string[]}::uuid[]) and channel <> 'in-app'`.execute(context.db);
  return Map.groupBy(rows, ({ id }) => id);
}

/** Whether an earlier digest of the office still waits for an answer: that one climbs, and a flood of digests does not. */
export async function followsDigest(context: Context, { id, officeId, aboutKind }: Due): Promise<boolean> {
  if (aboutKind !== 'digest') return false;
  const { rows } =
    await sql`select from intimation i join intimation mine on mine.id = ${id} where i.about_kind = 'digest' and i.office_id = ${officeId}
    and i.ended_at is null and (i.created_at, i.id) < (mine.created_at, mine.id) limit 1`.execute(context.db);
  return rows.length > 0;
}

/** What became of one in this step: `nextAt` null leaves it to whoever acknowledges; `ended`: nobody is told further. */
export type Stepped = { id: string; sent: boolean; nextAt: Instant | null; ended: 'closed' | 'exhausted' | 'once' | null };

export async function noteSteps(context: Context, steps: readonly Stepped[]): Promise<void> {
  if (steps.length === 0) return;
  const { now } = context;
  await sql`update intimation i set next_at = s.next_at, first_sent_at = case when s.sent then coalesce(i.first_sent_at, ${now}) else i.first_sent_at end,
      ended_at = case when s.ended is not null then ${now}::timestamptz else i.ended_at end, ended_because = coalesce(s.ended, i.ended_because)
    from unnest(${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ sent }) => sent)}::boolean[], ${steps.map(({ nextAt }) => nextAt)}::timestamptz[],
      ${steps.map(({ ended }) => ended)}::text[]) as s (id, sent, next_at, ended)
    where i.id = s.id`.execute(context.db);
}

export async function postpone(context: Context, id: string, until: Instant): Promise<void> {
  await noteSteps(context, [{ id, sent: false, nextAt: until, ended: null }]);
}

export type Attempt = { intimationId: string; target: Target; messageId: string };

/** Answers the message ids of those not tried before, by whichever worker. */
export async function insertAttempts(context: Context, attempts: readonly Attempt[]): Promise<Set<string>> {
  if (attempts.length === 0) return new Set();
  const { now, tools } = context;
  const each = <T>(read: (target: Target) => T): T[] => attempts.map(({ target }) => read(target));
  const { rows } = await sql<{
    messageId: string;
  }>`insert into intimation_attempt (id, intimation_id, office_id, officer_id, channel, why, to_sealed, message_id, at)
    select a.id, a.intimation_id, a.office_id, a.officer_id, a.channel, a.why, decode(a.sealed, 'hex'), a.message_id, ${now}
    from unnest(${attempts.map(() => newId<'attempt'>(milliseconds(now)) as string)}::uuid[], ${attempts.map(({ intimationId }) => intimationId)}::uuid[],
      ${each(({ officeId }) => officeId)}::uuid[], ${each(({ officerId }) => officerId)}::uuid[], ${each(({ channel }) => channel)}::text[],
      ${each(({ why }) => why)}::text[], ${each(({ to }) => tools.seal(to).toString('hex'))}::text[], ${attempts.map(({ messageId }) => messageId)}::uuid[])
      as a (id, intimation_id, office_id, officer_id, channel, why, sealed, message_id)
    on conflict on constraint intimation_attempt_once do nothing returning message_id`.execute(context.db);
  return new Set(rows.map(({ messageId }) => messageId));
}

/** The whole chain of each office told of a record, as far as the officer who asks may see it. In order of telling. */
export async function intimationsOfRecord(context: Context, recordId: string): Promise<Intimated[]> {
  return chains(context, sql`i.record_id = ${recordId}`);
}

/** What one office was told of these matters, by the matter's id. */
export async function intimationsOfOffice(
  context: Context,
  kind: string,
  officeId: string,
  ids: readonly string[],
): Promise<Map<string, Intimated>> {
  if (ids.length === 0) return new Map();
  const found = await chains(
    context,
    sql`i.about_kind = ${kind} and i.about_id = any (${ids as string[]}::text[]) and i.office_id = ${officeId}`,
  );
  return new Map(found.map((one) => [one.aboutId, one]));
}

async function chains(context: Context, which: ReturnType<typeof sql>): Promise<Intimated[]> {
  const { rows } =
    await sql<Intimated>`select i.id, i.about_id, i.office_id, f.name as office_name, i.next_at, i.acknowledged_at, i.ended_because,
      i.held_at is not null and i.vouched_at is null as is_held, (select o.name from officer o where o.id = i.acknowledged_by) as acknowledged_by,
      (select jsonb_agg(jsonb_build_object('officeName', af.name, 'officerName', o.name, 'channel', a.channel, 'why', a.why, 'at', ${iso('a.at')},
          'dispatchedAt', ${iso('a.dispatched_at')}, 'deliveredAt', ${iso('a.delivered_at')}, 'failedAt', ${iso('a.failed_at')}, 'readAt', ${iso('a.read_at')})
          order by a.at, a.channel <> 'in-app', a.id)
        from intimation_attempt a join office af on af.id = a.office_id left join officer o on o.id = a.officer_id where a.intimation_id = i.id) as attempts
    from intimation i join office f on f.id = i.office_id where ${which} order by i.created_at, f.kind, f.name`.execute(context.db);
  return rows;
}

/** As the rest of the portal writes a moment: JSON would write it in the connection's zone. */
function iso(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export type InPostHours = { officerId: OfficerId; from: string; to: string };

/** Quiet hours of these officers, by the clock in India. */
export async function quietHoursOf(context: Context, officerIds: readonly string[]): Promise<InPostHours[]> {
  const { rows } =
    await sql<InPostHours>`select officer_id, to_char(from_time, 'HH24:MI') as from, to_char(to_time, 'HH24:MI') as to from quiet_hours
    where officer_id = any (${officerIds as string[]}::uuid[])`.execute(context.db);
  return rows;
}
