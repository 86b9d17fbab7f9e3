// SQL of a list read in and waiting for its yes, and of what changes a calendar. Who may is decided by the database's own functions as well.
import { sql } from 'kysely';
import { isUuid, newId } from '../../kernel/ids.ts';
import { type Day, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type Holiday, nation } from './holiday.ts';
import type { SheetRow } from './sheet.ts';

export type ListHead = { place: string; year: number; source: string; notifiedOn: Day };
export type WaitingList = ListHead & { id: string; rows: SheetRow[] };

const stateOf = (place: string): string | null => (place === nation ? null : place);

export async function keepList(context: Context, list: Omit<WaitingList, 'id'>, officerId: string): Promise<string> {
  const id = newId<'calendar-import'>(milliseconds(context.now));
  await sql`insert into calendar_import (id, officer_id, state_code, year, source, notified_on, rows, read_at)
    values (${id}, ${officerId}, ${stateOf(list.place)}, ${list.year}, ${list.source}, ${list.notifiedOn}, ${JSON.stringify(list.rows)}, ${context.now})`.execute(
    context.db,
  );
  return id;
}

/** Undefined for another officer's, one applied already, and none. */
export async function waitingList(context: Context, id: string): Promise<WaitingList | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<WaitingList>`select id, coalesce(state_code, ${nation}) as place, year, source, notified_on, rows
    from calendar_import where id = ${id} and applied_at is null`.execute(context.db);
  return rows[0];
}

/** False if it was applied before. */
export async function markApplied(context: Context, id: string): Promise<boolean> {
  const done = await sql`update calendar_import set applied_at = ${context.now} where id = ${id} and applied_at is null`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}

/** Waits for whoever works out duties now. Fails on a unique key where the list it replaces was replaced meanwhile. */
export async function insertList(context: Context, head: ListHead, replaces: string | null, days: readonly Holiday[]): Promise<void> {
  const id = newId<'holiday-list'>(milliseconds(context.now));
  await sql`select import_holidays(${id}, ${stateOf(head.place)}, ${head.year}, ${head.source}, ${head.notifiedOn}, ${replaces}::uuid,
    ${JSON.stringify(days)}::jsonb, ${context.now})`.execute(context.db);
}

export type NewSaturdays = { stateCode: string; fromOn: Day; saturdays: readonly number[]; source: string };

export async function insertSaturdays(context: Context, order: NewSaturdays): Promise<void> {
  const id = newId<'closed-saturdays'>(milliseconds(context.now));
  await sql`select close_saturdays(${id}, ${order.stateCode}, ${order.fromOn}, ${order.saturdays as number[]}::int[], ${order.source}, ${context.now})`.execute(
    context.db,
  );
}
