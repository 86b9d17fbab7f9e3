// SQL of what was frozen when: certified months of an office's district, signed quarters of the office; and whose entries a reader may be told of.
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Seal } from './back-dated.ts';
import { overseen } from './office-store.ts';

export async function sealsOf(context: Context, officeIds: readonly string[]): Promise<Seal[]> {
  if (officeIds.length === 0) return [];
  const { rows } = await sql<Seal>`select o.id as office_id, to_char(c.month, 'YYYY-MM') as period, c.certified_at as sealed_at
      from office o join lag_certificate c on c.district_code = o.district_code where o.id = any (${officeIds as string[]}::uuid[])
    union all select r.office_id, r.period, r.signed_at from quarterly_return r where r.office_id = any (${officeIds as string[]}::uuid[])`.execute(
    context.db,
  );
  return rows;
}

/** The name of an office the reader oversees, or is of. */
export async function nameOverseen(context: Context, officeId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select o.name from office o where o.id = ${officeId} and ${overseen}`.execute(context.db);
  return rows[0]?.name;
}
