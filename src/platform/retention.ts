// What is forgotten when its time is over (security.md "Retention"): each owner of such rows names its table, the worker empties it.
import { sql } from 'kysely';
import { addHours } from '../kernel/time.ts';
import type { Context } from './context.ts';

/** A table, the column its time counts from, and the hours a row is kept after that time. */
export type Kept = { table: string; since: string; hours: number };

export const platformKept: readonly Kept[] = [
  { table: 'idempotency_key', since: 'recorded_at', hours: 7 * 24 },
  { table: 'message', since: 'sent_at', hours: 7 * 24 },
  { table: 'message', since: 'failed_at', hours: 7 * 24 },
  { table: 'request_budget', since: 'window_start', hours: 2 * 24 },
];

export async function forgetOldRows(context: Context, kept: readonly Kept[]): Promise<void> {
  for (const { table, since, hours } of kept) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(since)} < ${addHours(context.now, -hours)}`.execute(context.db);
  }
}
