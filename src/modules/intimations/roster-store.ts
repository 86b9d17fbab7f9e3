// SQL of the duty roster and of quiet hours: turns are added and ended, never changed.
import { sql } from 'kysely';
import { type OfficeId, type OfficerId, newId } from '../../kernel/ids.ts';
import { type Day, milliseconds } from '../../kernel/time.ts';
import type { Context, OfficerActor } from '../../platform/context.ts';
import type { Hours, Turn } from './duty.ts';

export type KeptTurn = Turn & { id: string; officeId: OfficeId };

/** Turns of these offices that were not ended. */
export async function turnsOf(context: Context, officeIds: readonly string[]): Promise<KeptTurn[]> {
  const { rows } =
    await sql<KeptTurn>`select id, office_id, officer_id, to_jsonb(weekdays) as weekdays, to_char(from_time, 'HH24:MI') as from,
      to_char(to_time, 'HH24:MI') as to, from_on
    from duty_turn where office_id = any (${officeIds as string[]}::uuid[]) and ended_at is null order by from_time, id`.execute(
      context.db,
    );
  return rows;
}

export type NewTurn = Hours & { officerId: string; weekdays: readonly number[]; fromOn: Day };

export async function insertTurn(
  context: Context,
  officer: OfficerActor,
  { officerId, weekdays, fromOn, from, to }: NewTurn,
): Promise<void> {
  await sql`insert into duty_turn (id, office_id, officer_id, weekdays, from_time, to_time, from_on, recorded_by, recorded_at)
    values (${newId<'turn'>(milliseconds(context.now))}, ${officer.officeId}, ${officerId}, ${weekdays as number[]}::smallint[], ${from}, ${to}, ${fromOn},
      ${officer.officerId}, ${context.now})`.execute(context.db);
}

/** False if it is not a turn of this office, or ended already. */
export async function endTurn(context: Context, { officeId, officerId }: OfficerActor, turnId: string): Promise<boolean> {
  const done = await sql`update duty_turn set ended_at = ${context.now}, ended_by = ${officerId}
    where id = ${turnId} and office_id = ${officeId} and ended_at is null`.execute(context.db);
  return done.numAffectedRows === 1n;
}

/** An officer's own; null for none. */
export async function readQuietHours(context: Context, officerId: OfficerId): Promise<Hours | null> {
  const { rows } = await sql<Hours>`select to_char(from_time, 'HH24:MI') as from, to_char(to_time, 'HH24:MI') as to from quiet_hours
    where officer_id = ${officerId}`.execute(context.db);
  return rows[0] ?? null;
}

export async function writeQuietHours(context: Context, officerId: OfficerId, hours: Hours | null): Promise<void> {
  if (hours === null) await sql`delete from quiet_hours where officer_id = ${officerId}`.execute(context.db);
  else
    await sql`insert into quiet_hours values (${officerId}, ${hours.from}, ${hours.to}, ${context.now})
      on conflict (officer_id) do update set from_time = excluded.from_time, to_time = excluded.to_time, set_at = excluded.set_at`.execute(
      context.db,
    );
}
