// SQL of posts that must answer: whether anybody holds them today, and when their officers were last heard of.
import { sql } from 'kysely';
import type { OfficeId, OfficerId } from '../../kernel/ids.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Role } from './may.ts';
import type { OfficeKind } from './office-kind.ts';

export type SignOfLife = 'sign-in' | 'alert' | 'confirmation' | 'duty' | 'directive';

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

/** `isHead`: bears the role that heads the office. Telephone and e-mail are the officer's own. */
export type InPost = {
  officeId: OfficeId;
  officerId: OfficerId;
  officeKind: OfficeKind;
  role: Role;
  name: string;
  rank: string | null;
  telephone: string | null;
  email: string | null;
  /** The device alerts were turned on at last. */
  deviceId: string | null;
  isHead: boolean;
};

/** Officers in post today at these offices, the head first, then in order of role and name. */
export async function officersInPost(context: Context, officeIds: readonly string[]): Promise<InPost[]> {
  const on = dayOf(context.now);
  const { rows } =
    await sql<InPost>`select p.office_id, o.kind as office_kind, f.id as officer_id, p.role, f.name, f.rank, f.telephone, f.email,
      (select d.id from push_device d where d.officer_id = f.id order by d.added_at desc, d.id desc limit 1) as device_id,
      p.role = coalesce(watched_role(o.kind), 'station-in-charge') as is_head
    from posting p join officer f on f.id = p.officer_id and f.closed_at is null join office o on o.id = p.office_id
    where p.office_id = any (${officeIds as string[]}::uuid[]) and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on})
    order by is_head desc, p.role, p.from_on, f.name, f.id`.execute(context.db);
  return rows;
}
