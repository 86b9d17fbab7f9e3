// SQL of the counts of drives: taken up by the worker in turn, written, and read for a page.
import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Area } from '../officers/index.ts';

/** The drive whose count is due the longest; no other worker takes it up meanwhile. */
export async function takeDue(context: Context): Promise<{ driveId: string } | undefined> {
  const { rows } = await sql<{
    driveId: string;
  }>`select drive_id from drive_counting where next_at <= ${context.now} order by next_at limit 1 for update skip locked`.execute(
    context.db,
  );
  return rows[0];
}

export type Counted = { stateCode: string; districtCode: string; counts: ReadonlyMap<string, number> };

export async function writeCounts(context: Context, driveId: string, counted: readonly Counted[], nextAt: Instant): Promise<void> {
  const rows = counted.flatMap(({ stateCode, districtCode, counts }) =>
    [...counts].map(([figure, children]) => ({ stateCode, districtCode, figure, children })),
  );
  const each = <T>(read: (row: (typeof rows)[number]) => T): T[] => rows.map(read);
  await sql`delete from drive_count where drive_id = ${driveId}`.execute(context.db);
  await sql`insert into drive_count (drive_id, state_code, district_code, figure, children) select ${driveId}, state_code, district_code, figure, children
    from unnest(${each(({ stateCode }) => stateCode)}::text[], ${each(({ districtCode }) => districtCode)}::text[], ${each(({ figure }) => figure)}::text[],
      ${each(({ children }) => children)}::int[]) as n (state_code, district_code, figure, children)`.execute(context.db);
  await sql`update drive_counting set counted_at = ${context.now}, next_at = ${nextAt} where drive_id = ${driveId}`.execute(context.db);
}

export type CountRow = { driveId: string; stateCode: string; districtCode: string; districtName: string; figure: string; children: number };

/** What was counted of drives in the area, and of the States named, if any are. */
export async function countsIn(
  context: Context,
  driveIds: readonly string[],
  area: Area,
  states: readonly string[] = [],
): Promise<CountRow[]> {
  const within =
    area.level === 'nation' ? sql`true` : area.level === 'state' ? sql`n.state_code = ${area.code}` : sql`n.district_code = ${area.code}`;
  const { rows } =
    await sql<CountRow>`select n.drive_id, n.state_code, n.district_code, p.name as district_name, n.figure, n.children from drive_count n
    join district p on p.code = n.district_code where n.drive_id = any (${[...driveIds]}::uuid[]) and ${within}
    and (${states.length} = 0 or n.state_code = any (${[...states]}::text[])) order by n.state_code, p.name`.execute(context.db);
  return rows;
}
