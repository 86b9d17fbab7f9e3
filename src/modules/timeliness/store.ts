// SQL of timeliness: counts of entries by place and kind of authority, of what other systems told, and how the offices of a place stand. No row here is of a child.
import { sql } from 'kysely';
import { type Day, type Instant, addMonths } from '../../kernel/time.ts';
import { type UploadOffice, uploadOffices } from '../../law/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Area } from '../officers/index.ts';
import type { ArrivalCount } from './arrivals.ts';
import type { Tally } from './tally.ts';

const ofKinds = sql`any (${uploadOffices as readonly string[]}::text[])`;

/** Under which name the worker added up the places of an area; a district's offices it does not. */
const withinOf = (area: Exclude<Area, { level: 'district' }>): string => (area.level === 'nation' ? 'IN' : area.code);

/** Entries of a month by place, kind and happening: a district's as they are now, those of a State or the nation as the worker added them up. */
export async function tallies(context: Context, area: Area, month: Day): Promise<Tally[]> {
  const query =
    area.level === 'district'
      ? sql<Tally>`select o.id::text as place, o.state_code, o.kind, l.happening, array_agg(l.bucket) as buckets, array_agg(l.entries) as entries
          from office o join entry_lag l on l.month = ${month} and l.office_id = o.id where o.district_code = ${area.code} and o.kind = ${ofKinds} group by 1, 2, 3, 4`
      : sql<Tally>`select place, case within when 'IN' then place else within end as state_code, kind, happening, buckets, entries::int[]
          from place_lag where month = ${month} and within = ${withinOf(area)} and kind = ${ofKinds}`;
  return (await query.execute(context.db)).rows;
}

/** What other systems wrote down in a month and told here, by State of the nation, by district of a State, or of the one district. */
export async function arrivalCounts(context: Context, area: Area, month: Day): Promise<ArrivalCount[]> {
  const place = area.level === 'nation' ? sql`state_code` : sql`district_code`;
  const within =
    area.level === 'nation'
      ? sql`true`
      : area.level === 'state'
        ? sql`state_code = ${area.code}`
        : sql`state_code = ${area.stateCode} and district_code = ${area.code}`;
  const { rows } = await sql<ArrivalCount>`select ${place} as place, bucket, sum(entries)::int as entries
    from arrival_lag where month = ${month} and ${within} group by 1, 2`.execute(context.db);
  return rows;
}

/** `silent`: offices without any entry of the month. `oldestLate`: since when the longest late duty of one of them is late, whatever the month. */
export type StandingRow = { place: string; kind: UploadOffice; offices: number; silent: number; oldestLate: Instant | null };

export async function standingsByPlace(context: Context, area: Area, month: Day): Promise<StandingRow[]> {
  const query =
    area.level === 'district'
      ? sql<StandingRow>`select o.id::text as place, o.kind, 1 as offices, late.late_after as oldest_late,
          case when exists (select from entry_lag l where l.month = ${month} and l.office_id = o.id) then 0 else 1 end as silent
        from office o left join lateral (select d.late_after from office_open_duty d where d.office_id = o.id and d.late_after < ${context.now}
          order by d.late_after limit 1) late on true
        where o.kind = ${ofKinds} and o.district_code = ${area.code} and o.opened_on < ${addMonths(month, 1)} and (o.closed_on is null or o.closed_on > ${month})`
      : sql<StandingRow>`select place, kind, offices, silent, oldest_late from place_standing
          where month = ${month} and within = ${withinOf(area)} and kind = ${ofKinds}`;
  return (await query.execute(context.db)).rows;
}

export type OfficeNamed = { id: string; name: string; telephone: string | null };

export async function officesNamed(context: Context, districtCode: string): Promise<OfficeNamed[]> {
  const { rows } =
    await sql<OfficeNamed>`select o.id::text, o.name, o.telephone from office o where o.district_code = ${districtCode}`.execute(
      context.db,
    );
  return rows;
}

/** When the places were last added up for a month; null if never. In the key's order: unordered, the planner reads the table until it meets the month. */
export async function countedAt(context: Context, month: Day): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`select counted_at as at from place_standing where month = ${month}
    order by month, within, place, kind limit 1`.execute(context.db);
  return rows[0]?.at ?? null;
}

/** Our turn among the database's advisory locks of two numbers. */
const COUNTING = 6;

/** Answers false where another worker is adding up: two that write one month's figures would each find the other's rows in the way. */
export async function countPlaces(context: Context, month: Day): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${COUNTING}::int, 0) as ours`.execute(context.db);
  if (!rows[0]!.ours) return false;
  await sql`select count_places(${month}, ${context.now})`.execute(context.db);
  return true;
}
