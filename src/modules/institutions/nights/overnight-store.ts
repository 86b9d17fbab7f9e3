// SQL of nights in a home (Form 42).
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

export type OvernightStay = {
  id: string;
  broughtBy: string;
  broughtAt: Instant;
  dueAt: Instant | null;
  condition: string | null;
  endedAt: Instant | null;
  endedHow: string | null;
  endedBy: string | null;
  homeName: string;
};
type New = {
  recordId: RecordId;
  officeId: OfficeId;
  broughtBy: string;
  broughtAt: Instant;
  dueAt: Instant | null;
  condition?: string | undefined;
};

/** Nothing where the child is kept here already. */
export async function insertStay(
  context: Context,
  { recordId, officeId, broughtBy, broughtAt, dueAt, condition }: New,
): Promise<string | undefined> {
  const id = newId<'overnightStay'>(milliseconds(context.now));
  const by = context.actor.kind === 'officer' ? context.actor.officerId : null;
  const { rows } = await sql<{
    id: string;
  }>`insert into overnight_stay (id, record_id, office_id, brought_by, brought_at, due_at, condition, recorded_by, recorded_at)
    values (${id}, ${recordId}, ${officeId}, ${broughtBy}, ${broughtAt}, ${dueAt}, ${condition ?? null}, ${by}, ${context.now}) on conflict do nothing returning id`.execute(
    context.db,
  );
  return rows[0]?.id;
}

export async function staysOf(context: Context, recordId: RecordId): Promise<OvernightStay[]> {
  const { rows } =
    await sql<OvernightStay>`select s.id, s.brought_by, s.brought_at, s.due_at, s.condition, s.ended_at, s.ended_how, s.ended_by,
      o.name as home_name from overnight_stay s join office o on o.id = s.office_id where s.record_id = ${recordId} order by s.brought_at`.execute(
      context.db,
    );
  return rows;
}

export async function openStay(context: Context, recordId: RecordId): Promise<OvernightStay | undefined> {
  return (await staysOf(context, recordId)).find(({ endedAt }) => endedAt === null);
}

/** How many of them are in the home tonight, beside its residents. */
export async function keptTonight(context: Context, officeId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from overnight_stay where office_id = ${officeId} and ended_at is null`.execute(context.db);
  return rows[0]!.n;
}

type Ending = { at: Instant; how: 'taken-over' | 'not-taken-over' | 'admitted'; by?: string | undefined };
export async function endStay(context: Context, id: string, { at, how, by }: Ending): Promise<void> {
  await sql`update overnight_stay set ended_at = ${at}, ended_how = ${how}, ended_by = ${by ?? null} where id = ${id} and ended_at is null`.execute(
    context.db,
  );
}
