// SQL of obligations: the part that follows from diary and law alone is stored; what time changes is worked out when read.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { RecordKind, Reference } from '../../kernel/reference.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { childNameText } from '../children/index.ts';
import type { StoredObligation } from './obligation.ts';

/**
 * `lateWhenKnown`: late already when a file of the police’s past brought it (`late-when-known.ts`). `nextAt`: when word of it goes next, by what was told so far; null where none is left.
 */
export type OwnedObligation = StoredObligation & { officeId: OfficeId; lateWhenKnown: boolean; nextAt: Instant | null };
/** Duties on a child's record, or those an office owes as an office. */
export type DutyOf = 'record' | 'office';
/** What one duty is known by. Of a duty of an office `recordId` is the office whose journal it is read from. */
export type DutyKey = { recordId: RecordId; ruleId: string; triggerEntryId: string };
/** What every list and every act asks of a duty, whatever it is about. `officeName`: of the office that owes it. */
type PlacedDuty = OwnedObligation & DutyKey & { stateCode: string; districtCode: string; officeName: string };
export type ListedObligation = PlacedDuty & {
  of: 'record';
  recordKind: RecordKind;
  reference: Reference;
  /** The office that holds the record. */
  recordOfficeId: OfficeId;
  childName: string | null;
};
/** `about`: the period, or the number of the order or complaint, that the duty is about. */
export type OfficeDuty = PlacedDuty & { of: 'office'; journalId: OfficeId; journalName: string; about: string | null };
export type ListedDuty = ListedObligation | OfficeDuty;

/** The columns beside the key, for `b`. */
export const storedColumns = sql`b.rule_id, b.trigger_entry_id, b.trigger, b.actor, b.office_id, b.started_at, b.due_at, b.warn_at, b.late_after,
  array(select to_char(e at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from unnest(b.escalates_at) as e) as escalates_at,
  b.escalates_to, b.variant, b.journey_minutes, b.extended_months, b.extended_to, b.suspended_minutes, b.suspended_at, b.ending, b.ended_at, b.ended_by_entry_id, b.late_when_known, b.next_at`;
const columns = sql`b.record_id, ${storedColumns}`;

/** Not done, not fallen away, and not held up by an order: its clock runs. What was late years before the portal knew of it is nobody’s work of today. */
export const running = sql`b.ending is null and b.suspended_at is null and not b.late_when_known`;

/** The columns of a list: those above, with the record and the child the duty is about. Needs `record r` and `office o`. */
export const listed = sql`'record' as of, ${columns}, r.kind as record_kind, r.reference, r.state_code, r.district_code, r.office_id as record_office_id, o.name as office_name,
  ${childNameText} as child_name`;

type Written = OwnedObligation & { subjectId: string };
/** Duties on a child's record, and those read from an office's own journal: the same columns, kept apart since who may see them differs. */
const tables = {
  record: { name: sql`obligation`, key: sql`record_id` },
  office: { name: sql`office_obligation`, key: sql`journal_id` },
} as const satisfies Record<DutyOf, unknown>;
/** The column that says what a duty, an act on it or word of it is about. */
export const subjectColumn = (of: DutyOf) => tables[of].key;
export const dutyTable = (of: DutyOf) => tables[of].name;
/** Several dates or offices in one value: an array of arrays would have to be of one length. Neither holds what would need quoting. */
const list = (parts: readonly string[]): string => `{${parts.join(',')}}`;

/** Name and type of each column beside the key, and what is written there. */
const values: readonly (readonly [name: string, type: string, read: (one: Written) => unknown])[] = [
  ['trigger', 'text', ({ trigger }) => trigger],
  ['actor', 'text', ({ actor }) => actor],
  ['office_id', 'uuid', ({ officeId }) => officeId],
  ['started_at', 'timestamptz', ({ startedAt }) => startedAt],
  ['due_at', 'timestamptz', ({ dueAt }) => dueAt],
  ['warn_at', 'timestamptz', ({ warnAt }) => warnAt],
  ['late_after', 'timestamptz', ({ lateAfter }) => lateAfter],
  ['escalates_at', 'timestamptz[]', ({ escalatesAt }) => list(escalatesAt)],
  ['escalates_to', 'text[]', ({ escalatesTo }) => list(escalatesTo)],
  ['variant', 'int', ({ variant }) => variant],
  ['journey_minutes', 'int', ({ journeyMinutes }) => journeyMinutes],
  ['extended_months', 'int', ({ extendedMonths }) => extendedMonths],
  ['extended_to', 'date', ({ extendedTo }) => extendedTo],
  ['suspended_minutes', 'int', ({ suspendedMinutes }) => suspendedMinutes],
  ['suspended_at', 'timestamptz', ({ suspendedAt }) => suspendedAt],
  ['ending', 'text', ({ ending }) => ending],
  ['ended_at', 'timestamptz', ({ endedAt }) => endedAt],
  ['ended_by_entry_id', 'uuid', ({ endedByEntryId }) => endedByEntryId],
  ['late_when_known', 'boolean', ({ lateWhenKnown }) => lateWhenKnown],
  ['next_at', 'timestamptz', ({ nextAt }) => nextAt],
];
const valuesOf = (table: string) => sql.raw(values.map(([name]) => `${table}.${name}`).join(', '));
const names = sql.raw(values.map(([name]) => name).join(', '));

/** Replaces the obligations of records by what their diaries now say. Rows that say so already are left alone: most entries change one duty of many. */
export async function writeObligations(context: Context, owed: ReadonlyMap<RecordId, readonly OwnedObligation[]>): Promise<void> {
  await replaceObligations(context, 'record', owed);
}

/** The same from the journals of offices. */
export async function writeOfficeObligations(context: Context, owed: ReadonlyMap<OfficeId, readonly OwnedObligation[]>): Promise<void> {
  await replaceObligations(context, 'office', owed);
}

async function replaceObligations(context: Context, of: DutyOf, owed: ReadonlyMap<string, readonly OwnedObligation[]>): Promise<void> {
  const { name: table, key: subject } = tables[of];
  const rows: Written[] = [...owed].flatMap(([subjectId, obligations]) => obligations.map((one) => ({ ...one, subjectId })));
  const key = sql`unnest(${rows.map(({ subjectId }) => subjectId)}::uuid[], ${rows.map(({ ruleId }) => ruleId)}::text[],
    ${rows.map(({ triggerEntryId }) => triggerEntryId)}::uuid[])`;
  await sql`delete from ${table} b where b.${subject} = any (${[...owed.keys()]}::uuid[]) and (b.${subject}, b.rule_id, b.trigger_entry_id) not in
    (select * from ${key})`.execute(context.db);
  if (rows.length === 0) return;
  const columns = values.map(([, type, read]) => sql`${rows.map(read)}::${sql.raw(type.endsWith('[]') ? 'text' : type)}[]`);
  const typed = sql.raw(values.map(([name, type]) => `g.${name}::${type}`).join(', '));
  await sql`insert into ${table} as b (${subject}, rule_id, trigger_entry_id, ${names})
    select g.subject_id, g.rule_id, g.trigger_entry_id, ${typed}
    from rows from (${key}, unnest(${sql.join(columns)})) as g (subject_id, rule_id, trigger_entry_id, ${names})
    on conflict (${subject}, rule_id, trigger_entry_id) do update set (${names}) = (select ${valuesOf('excluded')})
    where (${valuesOf('b')}) is distinct from (${valuesOf('excluded')})`.execute(context.db);
}

export async function obligationsOfRecord(context: Context, recordId: RecordId): Promise<OwnedObligation[]> {
  const { rows } =
    await sql<OwnedObligation>`select ${columns} from obligation b where b.record_id = ${recordId} order by b.started_at, b.rule_id`.execute(
      context.db,
    );
  return rows;
}

/** The duties of these offices; of one alone in the words its index is read in order by. */
export const owedBy = (officeIds: readonly string[]) =>
  officeIds.length === 1 ? sql`b.office_id = ${officeIds[0]}` : sql`b.office_id = any (${officeIds as string[]}::uuid[])`;

/** Open duties, the most pressing first. `from`..`to` bound the late moment; either may be null. */
export async function openDuties(
  context: Context,
  officeIds: readonly string[],
  window: { from: Instant | null; to: Instant | null },
  atMost: number,
): Promise<ListedObligation[]> {
  const { rows } = await sql<ListedObligation>`select ${listed}
    from obligation b join record r on r.id = b.record_id join office o on o.id = b.office_id
    where ${running} and ${owedBy(officeIds)} and b.late_after >= ${window.from ?? '-infinity'}::timestamptz and b.late_after < ${window.to ?? 'infinity'}::timestamptz
    order by b.late_after, r.reference limit ${atMost}`.execute(context.db);
  return rows;
}

export type DutyCounts = { overdue: number; today: number; week: number; later: number };

export type Until = { now: Instant; endOfToday: Instant; endOfWeek: Instant };

/** How many of `b` are over, due today, this week, and later. */
export const byUrgency = (until: Until) => sql`count(*) filter (where b.late_after < ${until.now}) as overdue,
      count(*) filter (where b.late_after >= ${until.now} and b.late_after < ${until.endOfToday}) as today,
      count(*) filter (where b.late_after >= ${until.endOfToday} and b.late_after < ${until.endOfWeek}) as week,
      count(*) filter (where b.late_after >= ${until.endOfWeek}) as later`;

export async function countDuties(context: Context, officeIds: readonly string[], until: Until): Promise<DutyCounts> {
  const { rows } = await sql<DutyCounts>`select ${byUrgency(until)}
    from obligation b join record r on r.id = b.record_id where ${running} and ${owedBy(officeIds)}`.execute(context.db);
  return rows[0]!;
}
