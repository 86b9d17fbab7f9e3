// Budgets: how often one telephone or one network address may do something costly in a window of time.
import { sql } from 'kysely';
import { fromMilliseconds, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../context.ts';

/**
 * Spends one of `limit` per `windowMinutes` from a bucket and answers whether it was there. Buckets of people are keyed hashes, never numbers.
 * Windows are fixed (they start on the minute the clock divides evenly), so at worst twice the limit passes around a boundary.
 */
export async function spend(context: Context, bucket: string, limit: number, windowMinutes: number): Promise<boolean> {
  const length = windowMinutes * 60_000;
  const start = fromMilliseconds(Math.floor(milliseconds(context.now) / length) * length);
  const { rows } = await sql<{ used: number }>`insert into request_budget (bucket, window_start, used) values (${bucket}, ${start}, 1)
    on conflict (bucket, window_start) do update set used = request_budget.used + 1 returning used`.execute(context.db);
  return rows[0]!.used <= limit;
}
