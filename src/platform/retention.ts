// What is forgotten when its time is over: drafts, one-time codes, sessions, idempotency keys, budgets (security.md "Retention").
import { sql } from 'kysely';
import { addHours } from '../kernel/time.ts';
import type { Context } from './context.ts';

const DAY = 24;

/** Table, its time column, and hours it is kept after that time. */
const kept = [
  ['draft', 'updated_at', DAY],
  ['one_time_code', 'expires_at', 1],
  ['citizen_session', 'expires_at', 1],
  ['sign_in_step', 'expires_at', 1],
  ['idempotency_key', 'recorded_at', 7 * DAY],
  ['request_budget', 'window_start', 2 * DAY],
] as const;

export async function forgetOldRows(context: Context): Promise<void> {
  for (const [table, column, hours] of kept) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${addHours(context.now, -hours)}`.execute(context.db);
  }
}
