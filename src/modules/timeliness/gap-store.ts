// SQL of gaps: how each office of a district stands in a month, with its answers, and its duties late today.
import { sql } from 'kysely';
import { type Day, type Instant, addMonths } from '../../kernel/time.ts';
import { type UploadOffice, uploadOffices } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { NilCode } from './nil-return.ts';

export type OfficeStanding = {
  officeId: string;
  name: string;
  kind: UploadOffice;
  telephone: string | null;
  silent: boolean;
  nilCode: NilCode | null;
  nilNote: string | null;
  reasons: number;
  dutiesLate: number;
  oldestLate: Instant | null;
};

export async function standingsOfOffices(context: Context, districtCode: string, month: Day): Promise<OfficeStanding[]> {
  const { rows } = await sql<OfficeStanding>`select o.id as office_id, o.name, o.kind, o.telephone, n.code as nil_code, n.note as nil_note,
      not exists (select from entry_lag l where l.month = ${month} and l.office_id = o.id) as silent,
      coalesce(r.reasons, 0) as reasons, coalesce(d.late, 0) as duties_late, d.oldest_late
    from office o left join nil_return n on n.office_id = o.id and n.month = ${month}
      left join late_reason_count r on r.office_id = o.id and r.month = ${month}
      left join lateral (select count(*) as late, min(late_after) as oldest_late from office_open_duty where office_id = o.id and late_after < ${context.now}) d on true
    where o.district_code = ${districtCode} and o.kind = any (${uploadOffices as readonly string[]}::text[])
      and o.opened_on < ${addMonths(month, 1)} and (o.closed_on is null or o.closed_on > ${month}) order by o.kind, o.name`.execute(
    context.db,
  );
  return rows;
}
