// SQL of obligations: the part that follows from diary and law alone is stored; what time changes is worked out when read.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { RecordKind, Reference } from '../../kernel/reference.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Actor } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import { childNameText } from '../children/index.ts';
import type { StoredObligation } from './obligation.ts';

export type OwnedObligation = StoredObligation & { officeId: OfficeId };
export type ListedObligation = OwnedObligation & {
  recordId: RecordId;
  recordKind: RecordKind;
  reference: Reference;
  stateCode: string;
  officeName: string;
  childName: string | null;
};

const columns = sql`b.record_id, b.rule_id, b.trigger_entry_id, b.trigger, b.actor, b.office_id, b.started_at, b.due_at, b.warn_at, b.late_after,
  array(select to_char(e at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from unnest(b.escalates_at) as e) as escalates_at,
  b.escalates_to, b.variant, b.journey_minutes, b.extended_months, b.suspended_minutes, b.suspended_at, b.ending, b.ended_at, b.ended_by_entry_id`;

/** Not done, not fallen away, and not held up by an order: its clock runs. */
export const running = sql`b.ending is null and b.suspended_at is null`;

/** The columns of a list: those above, with the record and the child the duty is about. Needs `record r` and `office o`. */
export const listed = sql`${columns}, r.kind as record_kind, r.reference, r.state_code, o.name as office_name,
  ${childNameText} as child_name`;

/** Replaces a record's obligations by what its diary now says. */
export async function writeObligations(context: Context, recordId: RecordId, obligations: readonly OwnedObligation[]): Promise<void> {
  await sql`delete from obligation where record_id = ${recordId}`.execute(context.db);
  if (obligations.length === 0) return;
  const rows = obligations.map(
    (
      one,
    ) => sql`(${recordId}, ${one.ruleId}, ${one.triggerEntryId}, ${one.trigger}, ${one.actor}, ${one.officeId}, ${one.startedAt}::timestamptz,
      ${one.dueAt}::timestamptz, ${one.warnAt}::timestamptz, ${one.lateAfter}::timestamptz, ${one.escalatesAt as Instant[]}::timestamptz[],
      ${one.escalatesTo as Actor[]}::text[], ${one.variant}::int, ${one.journeyMinutes}, ${one.extendedMonths}, ${one.suspendedMinutes}, ${one.suspendedAt}::timestamptz, ${one.ending}, ${one.endedAt}::timestamptz, ${one.endedByEntryId}::uuid)`,
  );
  await sql`insert into obligation (record_id, rule_id, trigger_entry_id, trigger, actor, office_id, started_at, due_at, warn_at, late_after, escalates_at,
    escalates_to, variant, journey_minutes, extended_months, suspended_minutes, suspended_at, ending, ended_at, ended_by_entry_id) values ${sql.join(rows)}`.execute(
    context.db,
  );
}

export async function obligationsOfRecord(context: Context, recordId: RecordId): Promise<OwnedObligation[]> {
  const { rows } =
    await sql<OwnedObligation>`select ${columns} from obligation b where b.record_id = ${recordId} order by b.started_at, b.rule_id`.execute(
      context.db,
    );
  return rows;
}

/** Open duties, the most pressing first. `from`..`to` bound the late moment; either may be null. */
export async function openDuties(
  context: Context,
  officeId: string,
  window: { from: Instant | null; to: Instant | null },
  atMost: number,
): Promise<ListedObligation[]> {
  const { rows } = await sql<ListedObligation>`select ${listed}
    from obligation b join record r on r.id = b.record_id join office o on o.id = b.office_id
    where ${running} and b.office_id = ${officeId} and b.late_after >= ${window.from ?? '-infinity'}::timestamptz and b.late_after < ${window.to ?? 'infinity'}::timestamptz
    order by b.late_after, r.reference limit ${atMost}`.execute(context.db);
  return rows;
}

export type DutyCounts = { overdue: number; today: number; week: number; later: number };

export async function countDuties(
  context: Context,
  officeId: string,
  until: { now: Instant; endOfToday: Instant; endOfWeek: Instant },
): Promise<DutyCounts> {
  const { rows } = await sql<DutyCounts>`select count(*) filter (where b.late_after < ${until.now}) as overdue,
      count(*) filter (where b.late_after >= ${until.now} and b.late_after < ${until.endOfToday}) as today,
      count(*) filter (where b.late_after >= ${until.endOfToday} and b.late_after < ${until.endOfWeek}) as week,
      count(*) filter (where b.late_after >= ${until.endOfWeek}) as later
    from obligation b join record r on r.id = b.record_id where ${running} and b.office_id = ${officeId}`.execute(context.db);
  return rows[0]!;
}
