// SQL of destroying the records of a case: ordered by one of the Board, agreed to by another, carried out on its day. Keys first: without them nothing opens.
import { sql } from 'kysely';
import { type Day, type Instant, dayOf } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';

/** A code, no words: it outlives what is destroyed. */
export const grounds = ['years-over', 'court', 'asked'] as const;
type Ground = (typeof grounds)[number];

export type Destruction = {
  ground: Ground;
  orderedAt: Instant;
  orderedBy: string;
  orderedById: string;
  takesEffectOn: Day;
  agreedAt: Instant | null;
  agreedBy: string | null;
  carriedOutAt: Instant | null;
  papers: number | null;
};

export async function destructionOf(context: Context, proceedingId: string): Promise<Destruction | null> {
  const { rows } =
    await sql<Destruction>`select d.ground, d.ordered_at, o.name as ordered_by, d.ordered_by as ordered_by_id, d.takes_effect_on, d.agreed_at,
      a.name as agreed_by, d.carried_out_at, d.papers from conflict.destruction d join officer o on o.id = d.ordered_by left join officer a on a.id = d.agreed_by
    where d.proceeding_id = ${proceedingId}`.execute(context.db);
  return rows[0] ?? null;
}

export async function insertDestruction(
  context: Context,
  proceedingId: string,
  { ground, takesEffectOn }: Pick<Destruction, 'ground' | 'takesEffectOn'>,
  officer: OfficerActor,
): Promise<void> {
  await sql`insert into conflict.destruction (proceeding_id, ground, ordered_at, ordered_by, takes_effect_on)
    values (${proceedingId}, ${ground}, ${context.now}, ${officer.officerId}, ${takesEffectOn})`.execute(context.db);
}

/** False if it was agreed to already, or is the officer's own. */
export async function agreeToDestruction(context: Context, proceedingId: string, officer: OfficerActor): Promise<boolean> {
  const { numAffectedRows } = await sql`update conflict.destruction set agreed_at = ${context.now}, agreed_by = ${officer.officerId}
    where proceeding_id = ${proceedingId} and agreed_by is null and ordered_by <> ${officer.officerId}`.execute(context.db);
  return numAffectedRows === 1n;
}

/** Agreed to, their day come, and not carried out. */
export async function dueDestructions(context: Context, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select d.proceeding_id as id from conflict.destruction d
    where d.agreed_by is not null and d.carried_out_at is null and d.takes_effect_on <= ${dayOf(context.now)} order by d.proceeding_id limit ${atMost}`.execute(
    context.db,
  );
  return rows.map(({ id }) => id);
}

/** The key, every word sealed under it, and who the child was. Dates, kinds and numbers stay. */
export async function destroyRecords(context: Context, proceedingId: string): Promise<void> {
  const { numAffectedRows } = await sql`delete from conflict.case_key where proceeding_id = ${proceedingId}`.execute(context.db);
  if (numAffectedRows !== 1n) throw new Error('a case has no key to destroy, or its order has not come to its day');
  const papers = await sql`update conflict.paper set words_sealed = null where proceeding_id = ${proceedingId}`.execute(context.db);
  await sql`update conflict.destruction set carried_out_at = ${context.now}, papers = ${Number(papers.numAffectedRows)} where proceeding_id = ${proceedingId}`.execute(
    context.db,
  );
  await sql`update conflict.proceeding set destroyed_at = ${context.now}, identity_sealed = null where id = ${proceedingId}`.execute(
    context.db,
  );
}
