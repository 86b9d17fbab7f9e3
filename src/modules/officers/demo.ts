// The demonstration's officers, to sign in as any of them with one press. Nothing here answers outside a demonstration.
import { sql } from 'kysely';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Role } from './may.ts';
import type { Posting } from './officer.ts';
import { type SignedIn, finishSignIn } from './sign-in.ts';

export type DemoSearch = { stateCode?: string | undefined; districtCode?: string | undefined; role?: Role | undefined; text?: string | undefined };
export type DemoOffice = { id: string; name: string; districtName: string | null; officers: Posting[] };

const AT_MOST = 120;

type Row = Posting & { districtName: string | null };

/** Officers in post today by office, at most 120; those of whole States and of the nation first when nothing is asked for. */
export async function findDemoOfficers(context: Context, search: DemoSearch): Promise<DemoOffice[]> {
  const on = dayOf(context.now);
  const text = search.text ? `%${search.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`select p.id as posting_id, p.officer_id, f.name, f.rank, p.role, p.from_on, o.id as office_id, o.name as office_name,
      o.kind as office_kind, o.district_code, o.state_code, d.name as district_name
    from posting p join officer f on f.id = p.officer_id and f.closed_at is null join office o on o.id = p.office_id
      left join district d on d.code = o.district_code
    where p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on}) and (o.closed_on is null or o.closed_on > ${on})
      and (${search.stateCode ?? null}::text is null or o.state_code = ${search.stateCode ?? null})
      and (${search.districtCode ?? null}::text is null or o.district_code = ${search.districtCode ?? null})
      and (${search.role ?? null}::text is null or p.role = ${search.role ?? null})
      and (${text}::text is null or o.name ilike ${text} or f.name ilike ${text} or d.name ilike ${text})
    order by o.district_code nulls first, o.state_code nulls first, o.code, p.role, f.name limit ${AT_MOST}`.execute(context.db);
  const byOffice = Map.groupBy(rows, (row) => row.officeId);
  return [...byOffice].map(([id, officers]) => ({ id, name: officers[0]!.officeName, districtName: officers[0]!.districtName, officers }));
}

export async function signInAsDemoOfficer(context: Context, postingId: string, cookies: Record<string, string>): Promise<SignedIn | Refusal> {
  if (!context.tools.demo) return refuse('web.error.notFound');
  const { rows } = await sql<Pick<Posting, 'officerId'>>`select officer_id from posting where id = ${postingId}`.execute(context.db);
  const officerId = rows[0]?.officerId;
  return officerId ? finishSignIn(context, { officerId, postingId, method: 'demo', cookies }) : refuse('web.error.notFound');
}
