// The directory: offices and who sits there today. The Court's order of 14-10-2025 wants nodal officers named and published.
import { sql } from 'kysely';
import type { OfficerId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Role } from './may.ts';
import type { OfficeKind } from './office-kind.ts';
import type { Office } from './office.ts';
import type { Posting } from './officer.ts';

export type DirectorySearch = {
  text?: string | undefined;
  kind?: OfficeKind | undefined;
  districtCode?: string | undefined;
  stateCode?: string | undefined;
};
/** `officers` is empty where the office is vacant. */
type Seat = { officerId: OfficerId; name: string; rank: string | null; role: string };
export type DirectoryEntry = Office & { districtName: string | null; officers: Seat[] };

const AT_MOST = 50;

/** Open offices whose name, code or officer contains the text, at most fifty: the nation's and the States' first. For any door. */
export async function searchDirectory(context: Context, search: DirectorySearch): Promise<DirectoryEntry[]> {
  const on = dayOf(context.now);
  const text = search.text ? `%${search.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const onDuty = sql`p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on})`;
  const { rows } =
    await sql<DirectoryEntry>`select o.id, o.kind, o.code, o.name, o.district_code, o.state_code, o.telephone, o.email, d.name as district_name,
      coalesce((select jsonb_agg(jsonb_build_object('officerId', f.id, 'name', f.name, 'rank', f.rank, 'role', p.role) order by p.role, f.name)
        from posting p join officer f on f.id = p.officer_id where p.office_id = o.id and ${onDuty}), '[]') as officers
    from office o left join district d on d.code = o.district_code
    where o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
      and (${search.kind ?? null}::text is null or o.kind = ${search.kind ?? null})
      and (${search.districtCode ?? null}::text is null or o.district_code = ${search.districtCode ?? null})
      and (${search.stateCode ?? null}::text is null or o.state_code = ${search.stateCode ?? null})
      and (${text}::text is null or o.name ilike ${text} or o.code ilike ${text} or d.name ilike ${text}
        or o.id in (select p.office_id from officer f join posting p on p.officer_id = f.id where f.name ilike ${text} and ${onDuty}))
    order by o.district_code nulls first, o.state_code nulls first, o.code limit ${AT_MOST}`.execute(context.db);
  return rows;
}

export type DemoSearch = {
  stateCode?: string | undefined;
  districtCode?: string | undefined;
  role?: Role | undefined;
  text?: string | undefined;
};
export type DemoOffice = { id: string; name: string; districtName: string | null; officers: Posting[] };

const CAST_AT_MOST = 120;

type Row = Posting & { districtName: string | null };

/** Officers in post today by office, at most 120; those of whole States and of the nation first when nothing is asked for. */
export async function findDemoOfficers(context: Context, search: DemoSearch): Promise<DemoOffice[]> {
  const on = dayOf(context.now);
  const text = search.text ? `%${search.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } =
    await sql<Row>`select p.id as posting_id, p.officer_id, f.name, f.rank, p.role, p.from_on, o.id as office_id, o.name as office_name,
      o.kind as office_kind, o.district_code, o.state_code, d.name as district_name
    from posting p join officer f on f.id = p.officer_id and f.closed_at is null join office o on o.id = p.office_id
      left join district d on d.code = o.district_code
    where p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on}) and (o.closed_on is null or o.closed_on > ${on})
      and (${search.stateCode ?? null}::text is null or o.state_code = ${search.stateCode ?? null})
      and (${search.districtCode ?? null}::text is null or o.district_code = ${search.districtCode ?? null})
      and (${search.role ?? null}::text is null or p.role = ${search.role ?? null})
      and (${text}::text is null or o.name ilike ${text} or f.name ilike ${text} or d.name ilike ${text})
    order by o.district_code nulls first, o.state_code nulls first, o.code, p.role, f.name limit ${CAST_AT_MOST}`.execute(context.db);
  const byOffice = Map.groupBy(rows, (row) => row.officeId);
  return [...byOffice].map(([id, officers]) => ({ id, name: officers[0]!.officeName, districtName: officers[0]!.districtName, officers }));
}
