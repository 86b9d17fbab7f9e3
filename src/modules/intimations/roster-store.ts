// SQL of the duty roster and of quiet hours: turns are added and ended, never changed.
import { sql } from 'kysely';
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Turn } from './duty.ts';

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
