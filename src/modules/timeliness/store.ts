// SQL of timeliness: counts of entries by place and kind of authority, and how the offices of a place stand. No row here is of a child.
import { sql } from 'kysely';
import type { Day, Instant } from '../../kernel/time.ts';
import { addMonths } from '../../kernel/time.ts';
import type { UploadOffice } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Area } from './area.ts';
import type { Limit } from './limits.ts';

/** What the rows of a table are: States of the nation, districts of a State, offices of a district. */
const placeOf = { nation: sql`o.state_code`, state: sql`o.district_code`, district: sql`o.id::text` } as const;

function inArea(area: Area) {
  if (area.level === 'state') return sql`o.state_code = ${area.code}`;
  return area.level === 'district' ? sql`o.district_code = ${area.code}` : sql`o.state_code is not null`;
}

/** `inTime` and `timed` of those entries that are held to hours. */
export type CountRow = { place: string; kind: UploadOffice; bucket: number; entries: number; timed: number; inTime: number };

/** Entries of a month by place, kind and step of lag; only happenings that `limits` names. */
export async function countsByPlace(context: Context, area: Area, month: Day, limits: readonly Limit[]): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`with held as (
      select * from unnest(${limits.map(({ happening }) => happening)}::text[], ${limits.map(({ officeKind }) => officeKind)}::text[],
        ${limits.map(({ stateCode }) => stateCode)}::text[], ${limits.map(({ bucket }) => bucket)}::int[]) as h (happening, kind, state_code, bucket)),
    summed as (select l.office_id, l.happening, l.bucket, l.entries from entry_lag l where l.month = ${month})
    select ${placeOf[area.level]} as place, o.kind, s.bucket, sum(s.entries) as entries,
      coalesce(sum(s.entries) filter (where coalesce(own.bucket, held.bucket) is not null), 0) as timed,
      coalesce(sum(s.entries) filter (where s.bucket <= coalesce(own.bucket, held.bucket)), 0) as in_time
    from summed s join office o on o.id = s.office_id and ${inArea(area)}
      join held on held.happening = s.happening and held.kind = o.kind and held.state_code is null
      left join held own on own.happening = s.happening and own.kind = o.kind and own.state_code = o.state_code
    group by 1, 2, 3`.execute(context.db);
  return rows;
}

/** `silent`: offices without any entry of the month. `oldestLate`: since when the longest late duty of one of them is late, whatever the month. */
export type StandingRow = { place: string; kind: UploadOffice; offices: number; silent: number; oldestLate: Instant | null };

export async function standingsByPlace(context: Context, area: Area, month: Day, kinds: readonly UploadOffice[]): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`select ${placeOf[area.level]} as place, o.kind, count(*) as offices,
      count(*) filter (where not exists (select from entry_lag l where l.month = ${month} and l.office_id = o.id)) as silent,
      min(late.late_after) as oldest_late
    from office o left join lateral (select d.late_after from office_open_duty d where d.office_id = o.id and d.late_after < ${context.now}
      order by d.late_after limit 1) late on true
    where o.kind = any (${kinds as string[]}::text[]) and ${inArea(area)} and o.opened_on < ${addMonths(month, 1)} and (o.closed_on is null or o.closed_on > ${month})
    group by 1, 2`.execute(context.db);
  return rows;
}

export type OfficeNamed = { id: string; name: string; telephone: string | null };

export async function officesNamed(context: Context, districtCode: string): Promise<OfficeNamed[]> {
  const { rows } =
    await sql<OfficeNamed>`select o.id::text, o.name, o.telephone from office o where o.district_code = ${districtCode}`.execute(
      context.db,
    );
  return rows;
}
