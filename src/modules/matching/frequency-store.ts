// SQL of how common names are and how many children are searched: what the scorer must know of the whole register.
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export type RegisterSize = { records: number; open: number };

export async function registerSize(context: Context): Promise<RegisterSize> {
  const { rows } =
    await sql<RegisterSize>`select count(*) as records, count(*) filter (where closed_at is null) as open from record`.execute(context.db);
  return rows[0]!;
}

/** Sound key → share of records that carry it in a name, 0 to 1. A key only one record has is left out: the scorer estimates it by its length. */
export async function nameFrequencies(context: Context, records: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; held: number }>`select key, count(*) as held from retrieval_key
    where family in ('child-name', 'father', 'mother') group by key having count(*) > 1`.execute(context.db);
  return new Map(rows.map((row) => [row.key, row.held / Math.max(1, records)]));
}
