// SQL of posts that must answer: whether anybody holds them today, and when their officers were last heard of.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type SignOfLife = 'sign-in' | 'alert' | 'confirmation';

/** The officer of this posting was heard of now. Postings of offices nobody watches leave no trace. */
export async function noteSignOfLife(context: Context, postingId: string, kind: SignOfLife): Promise<void> {
  await sql`select note_sign_of_life(${postingId}, ${kind}, ${context.now})`.execute(context.db);
}

/** Of these offices the watched ones with nobody in post today; a deputy in post fills it. */
export async function vacantAmong(context: Context, officeIds: readonly string[]): Promise<Set<OfficeId>> {
  const on = dayOf(context.now);
  const { rows } = await sql<{ id: OfficeId }>`select o.id from office o where o.id = any (${officeIds as string[]}::uuid[])
    and watched_role(o.kind) is not null and not exists (select from posting p where p.office_id = o.id and p.role = watched_role(o.kind)
      and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on}))`.execute(context.db);
  return new Set(rows.map(({ id }) => id));
}

export type VacantPost = { officeId: OfficeId; kind: 'district-nodal' | 'state-nodal'; stateCode: string; districtCode: string | null };

/** Nodal posts of districts and States with nobody in post today, in one State or in the nation. */
export async function vacantNodalPosts(context: Context, stateCode?: string): Promise<VacantPost[]> {
  const on = dayOf(context.now);
  const { rows } = await sql<VacantPost>`select o.id as office_id, o.kind, o.state_code, o.district_code from office o
    where o.kind in ('district-nodal', 'state-nodal') and (${stateCode ?? null}::text is null or o.state_code = ${stateCode ?? null})
      and o.opened_on <= ${on} and (o.closed_on is null or o.closed_on > ${on})
      and not exists (select from posting p where p.office_id = o.id and p.role = watched_role(o.kind)
        and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on}))`.execute(context.db);
  return rows;
}
