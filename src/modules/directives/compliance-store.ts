// SQL of compliance: of one directive, by State, by district or by office, how many were reached, acknowledged, did each point or are late with it.
import { type RawBuilder, sql } from 'kysely';
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { WatchedKind } from '../nodal-officers/index.ts';
import type { Area } from '../officers/index.ts';

/** `place`: a State's code, a district's, or an office's id; '' for offices of the wider area itself. `silentSince`: the longest without acknowledging. */
export type ReachedAt = { place: string; offices: number; acknowledged: number; silentSince: Instant | null };
export type PointAt = {
  place: string;
  pointId: string;
  offices: number;
  done: number;
  doneLate: number;
  notApplicable: number;
  notYet: number;
  late: number;
  /** The sum of the figures given; null where none was. */
  figure: number | null;
};

const stillOpen = (on: Day) => sql`(o.closed_on is null or o.closed_on > ${on})`;

/** By what an area is split, and which offices are of it. */
function split(area: Area): { place: RawBuilder<unknown>; within: RawBuilder<unknown> } {
  if (area.level === 'nation') return { place: sql`coalesce(o.state_code, '')`, within: sql`true` };
  if (area.level === 'state') return { place: sql`coalesce(o.district_code, '')`, within: sql`o.state_code = ${area.code}` };
  return { place: sql`o.id::text`, within: sql`o.district_code = ${area.code}` };
}

export async function reachedBy(context: Context, directiveId: string, area: Area): Promise<ReachedAt[]> {
  const { place, within } = split(area);
  const { rows } = await sql<ReachedAt>`select ${place} as place, count(*) as offices, count(r.acknowledged_at) as acknowledged,
      min(r.reached_at) filter (where r.acknowledged_at is null) as silent_since
    from directive_receipt r join office o on o.id = r.office_id
    where r.directive_id = ${directiveId} and ${within} and ${stillOpen(dayOf(context.now))} group by 1`.execute(context.db);
  return rows;
}

/** `wanted`: which period of each point is asked for. */
export async function pointsBy(context: Context, wanted: readonly { pointId: string; period: Day }[], area: Area): Promise<PointAt[]> {
  if (wanted.length === 0) return [];
  const { place, within } = split(area);
  const { rows } =
    await sql<PointAt>`select ${place} as place, u.point_id, count(*) as offices, count(*) filter (where u.answer = 'done') as done,
      count(*) filter (where u.answer = 'done' and u.done_on > (u.late_after at time zone 'Asia/Kolkata')::date) as done_late,
      count(*) filter (where u.answer = 'not-applicable') as not_applicable, count(*) filter (where u.answer = 'not-yet') as not_yet,
      count(*) filter (where (u.answer is null or u.answer = 'not-yet') and u.late_after < ${context.now}) as late, sum(u.figure)::bigint as figure
    from unnest(${wanted.map(({ pointId }) => pointId)}::uuid[], ${wanted.map(({ period }) => period)}::date[]) as wanted (point_id, period)
      join directive_duty u on u.point_id = wanted.point_id and u.period = wanted.period join office o on o.id = u.office_id
    where ${within} and ${stillOpen(dayOf(context.now))} group by 1, 2`.execute(context.db);
  return rows;
}

/** Duties of children begun since the directive, as last counted; of a district only all together. */
export type CasesAt = { place: string; pointId: string; open: number; late: number; met: number; metLate: number };

/** `place` as in the other figures; of a district no office's, so none of its rows is it. */
export async function casesBy(context: Context, pointIds: readonly string[], area: Area): Promise<CasesAt[]> {
  if (pointIds.length === 0) return [];
  const place = { nation: sql`coalesce(c.state_code, '')`, state: sql`coalesce(c.district_code, '')`, district: sql`'district'` }[
    area.level
  ];
  const within =
    area.level === 'nation' ? sql`true` : area.level === 'state' ? sql`c.state_code = ${area.code}` : sql`c.district_code = ${area.code}`;
  const { rows } =
    await sql<CasesAt>`select ${place} as place, c.point_id, sum(c.open) as open, sum(c.late) as late, sum(c.met) as met, sum(c.met_late) as met_late
    from directive_case c where c.point_id = any (${pointIds as string[]}::uuid[]) and ${within} group by 1, 2`.execute(context.db);
  return rows;
}

/** When duties of children were last counted; null if never. */
export async function casesCountedAt(context: Context): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select max(c.counted_at) as at from directive_case c`.execute(context.db);
  return rows[0]?.at ?? null;
}

/** Counts them anew, for these points. */
export async function countCases(context: Context, pointIds: readonly string[]): Promise<void> {
  await sql`select count_directive_cases(${pointIds as string[]}::uuid[], ${context.now})`.execute(context.db);
}

export type OfficeNamed = { id: string; name: string; kind: string; telephone: string | null };

export async function officesNamed(context: Context, ids: readonly string[]): Promise<OfficeNamed[]> {
  const { rows } =
    await sql<OfficeNamed>`select o.id::text, o.name, o.kind, o.telephone from office o where o.id = any (${ids as string[]}::uuid[])
    order by o.kind, o.name`.execute(context.db);
  return rows;
}

/** `vacant`: nobody was appointed to it; a deputy fills no post. */
export type PostsAt = { place: string; posts: number; vacant: number };

export async function postsBy(context: Context, kind: WatchedKind, area: Area): Promise<PostsAt[]> {
  const { place, within } = split(area);
  const on = dayOf(context.now);
  const { rows } =
    await sql<PostsAt>`select ${place} as place, count(*) as posts, count(*) filter (where not exists (select from post_holding h
      where h.office_id = o.id and h.standing = 'holder' and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on}))) as vacant
    from office o where o.kind = ${kind} and ${within} and o.opened_on <= ${on} and ${stillOpen(on)} group by 1`.execute(context.db);
  return rows;
}
