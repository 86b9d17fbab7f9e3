// SQL of what offices answer: reasons for late entries, nil returns, and the office's own year.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import { type Day, addMonths } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { LateCode, LateEntry } from './late-entry.ts';
import { monthOf } from './month.ts';
import type { NilCode } from './nil-return.ts';

export async function entriesWithReason(context: Context, entryIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    entryId: string;
  }>`select entry_id from late_reason where entry_id = any (${entryIds as string[]}::uuid[])`.execute(context.db);
  return new Set(rows.map(({ entryId }) => entryId));
}

/** Answers how many were new: of an entry only the first reason is kept. */
export async function insertReasons(
  context: Context,
  officer: OfficerActor,
  recordId: RecordId,
  late: readonly LateEntry[],
  reason: { code: LateCode; note?: string | undefined },
): Promise<number> {
  const rows = late.map(
    ({
      entry,
    }) => sql`(${entry.entryId}, ${recordId}, ${officer.officeId}, ${monthOf(entry.happenedAt)}, ${reason.code}, ${reason.note ?? null},
      ${officer.officerId}, ${context.now})`,
  );
  const done = await sql`insert into late_reason (entry_id, record_id, office_id, month, code, note, given_by, given_at)
    values ${sql.join(rows)} on conflict (entry_id) do nothing`.execute(context.db);
  return Number(done.numAffectedRows ?? 0);
}

/** False if the office had answered for that month before. */
export async function insertNilReturn(
  context: Context,
  officer: OfficerActor,
  nil: { month: Day; code: NilCode; note?: string | undefined },
): Promise<boolean> {
  const done = await sql`insert into nil_return (office_id, month, code, note, given_by, given_at)
    values (${officer.officeId}, ${nil.month}, ${nil.code}, ${nil.note ?? null}, ${officer.officerId}, ${context.now}) on conflict do nothing`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

export type OwnMonth = { month: Day; entries: number; nilCode: NilCode | null };

/** The office's months from `first` on, the latest first, also those without an entry. None before the office opened. */
export async function ownMonths(context: Context, officeId: string, first: Day): Promise<OwnMonth[]> {
  const { rows } = await sql<OwnMonth>`select to_char(m, 'YYYY-MM-DD') as month, n.code as nil_code,
      (select coalesce(sum(l.entries), 0) from entry_lag l where l.month = m::date and l.office_id = o.id) as entries
    from office o cross join generate_series(${first}::timestamp, ${monthOf(context.now)}::timestamp, '1 month') as m
      left join nil_return n on n.office_id = o.id and n.month = m::date
    where o.id = ${officeId} and o.opened_on < ${addMonths(monthOf(context.now), 1)} and m + interval '1 month' > o.opened_on order by m desc`.execute(
    context.db,
  );
  return rows;
}
