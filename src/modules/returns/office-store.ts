// SQL of the Committees and Boards whose returns a reader may see.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type ReturningOffice = { id: OfficeId; kind: 'cwc' | 'jjb'; name: string; districtCode: string; stateCode: string };

/** Of `office o`, as `oversees_office()` has it: written out, so that who reads is asked once and not for each office. */
export const overseen = sql`(o.id = (select app_office()) or lies_in((select oversight()), o.district_code, o.state_code))`;

/** Open ones that the reader oversees, in order of name; in a district or a State if one is named. */
export async function officesOverseen(context: Context, within: { districtCode?: string; stateCode?: string }): Promise<ReturningOffice[]> {
  const today = dayOf(context.now);
  const { rows } = await sql<ReturningOffice>`select o.id, o.kind, o.name, o.district_code, o.state_code from office o
    where o.kind in ('cwc', 'jjb') and o.opened_on <= ${today} and (o.closed_on is null or o.closed_on > ${today})
      and (${within.districtCode ?? null}::text is null or o.district_code = ${within.districtCode ?? null})
      and (${within.stateCode ?? null}::text is null or o.state_code = ${within.stateCode ?? null})
      and ${overseen} order by o.name, o.code`.execute(context.db);
  return rows;
}

/** One of them, also if it has closed. */
export async function officeOverseen(context: Context, officeId: string): Promise<ReturningOffice | undefined> {
  const { rows } = await sql<ReturningOffice>`select o.id, o.kind, o.name, o.district_code, o.state_code from office o
    where o.id = ${officeId} and o.kind in ('cwc', 'jjb') and ${overseen}`.execute(context.db);
  return rows[0];
}
