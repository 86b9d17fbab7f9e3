// SQL of the pages a network has opened: one row each, no more than its day allows.
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

/** True if the page is among those opened today, or still may be. One looker's requests pass one after another. */
export async function lookAt(context: Context, look: { looker: string; page: string; onDay: Day; most: number }): Promise<boolean> {
  const { looker, page, onDay, most } = look;
  await sql`select pg_advisory_xact_lock(hashtextextended(${looker}, 0))`.execute(context.db);
  const { rows } = await sql<{
    opened: number;
    again: boolean;
  }>`select count(*)::int as opened, coalesce(bool_or(page = ${page}), false) as again
    from notice_look where looker = ${looker} and on_day = ${onDay}`.execute(context.db);
  const { opened, again } = rows[0]!;
  if (again || opened >= most) return again;
  await sql`insert into notice_look (looker, on_day, page) values (${looker}, ${onDay}, ${page})`.execute(context.db);
  return true;
}
