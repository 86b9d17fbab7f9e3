// SQL of which law the stored obligations follow, and how far a change of it has come.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';

/** Of several workers that start together one makes the change, the others wait for it and find it made. A change begins at the first record. */
export async function serveVersion(context: Context, version: string): Promise<void> {
  await sql`insert into law_serving (law_version, since) values (${version}, ${context.now}) on conflict (only_row) do update
    set law_version = excluded.law_version, since = excluded.since, done_to = null, done_records = 0, done_at = null
    where law_serving.law_version <> excluded.law_version`.execute(context.db);
}

/**
 * How far the change to this law has come, held until the transaction ends. Undefined where nothing is left to do here: it is finished, another worker
 * is at it, or another law serves by now.
 */
export async function takeChange(context: Context, version: string): Promise<{ doneTo: RecordId | null } | undefined> {
  const { rows } = await sql<{ doneTo: RecordId | null }>`select done_to from law_serving where law_version = ${version} and done_at is null
    for update skip locked`.execute(context.db);
  return rows[0];
}

/** The next records in order of id. */
export async function recordsAfter(context: Context, after: RecordId | null, atMost: number): Promise<RecordId[]> {
  const { rows } = await sql<{ id: RecordId }>`select id from record where ${after}::uuid is null or id > ${after}::uuid
    order by id limit ${atMost}`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** Rather than keep an officer waiting in a knot of locks this transaction gives up: sooner than the database would pick a victim (one second). */
export async function yieldToOfficers(context: Context): Promise<void> {
  await sql`set local lock_timeout = '400ms'`.execute(context.db);
}

/** How many records follow the law by now. */
export async function noteDone(context: Context, page: readonly RecordId[], finished: boolean): Promise<number> {
  const { rows } = await sql<{ doneRecords: number }>`update law_serving set done_to = coalesce(${page.at(-1) ?? null}::uuid, done_to),
    done_records = done_records + ${page.length}, done_at = ${finished ? context.now : null}::timestamptz returning done_records`.execute(
    context.db,
  );
  return rows[0]!.doneRecords;
}
