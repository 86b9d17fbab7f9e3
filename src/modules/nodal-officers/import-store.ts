// SQL of a list read in and waiting for its yes: only who read it in sees it, and it is applied once.
import { sql } from 'kysely';
import { isUuid, newId } from '../../kernel/ids.ts';
import { milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { SheetRow } from './sheet.ts';

export type WaitingList = { id: string; stateCode: string; rows: SheetRow[] };

export async function keepList(context: Context, list: Omit<WaitingList, 'id'> & { officerId: string }): Promise<string> {
  const id = newId<'directory-import'>(milliseconds(context.now));
  await sql`insert into directory_import (id, officer_id, state_code, rows, read_at)
    values (${id}, ${list.officerId}, ${list.stateCode}, ${JSON.stringify(list.rows)}, ${context.now})`.execute(context.db);
  return id;
}

/** Undefined for another officer's, one applied already, and none. */
export async function waitingList(context: Context, id: string): Promise<WaitingList | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } =
    await sql<WaitingList>`select id, state_code, rows from directory_import where id = ${id} and applied_at is null`.execute(context.db);
  return rows[0];
}

/** False if it was applied before. */
export async function markApplied(context: Context, id: string): Promise<boolean> {
  const done = await sql`update directory_import set applied_at = ${context.now} where id = ${id} and applied_at is null`.execute(
    context.db,
  );
  return done.numAffectedRows === 1n;
}
