// SQL of the records beside a missing child's, by the pairs somebody judged.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';

export async function foundOfPairs(context: Context, candidates: readonly string[]): Promise<{ candidate: string; foundId: RecordId }[]> {
  const { rows } = await sql<{ candidate: string; foundId: RecordId }>`select m.id as candidate, m.found_id from match_pair m
    join record r on r.id = m.found_id where m.id = any (${candidates as string[]}::uuid[]) and r.kind = 'found' order by m.id`.execute(
    context.db,
  );
  return rows;
}

/** Ever judged to be this found child, in everybody's order. */
export async function heldReports(context: Context, foundId: RecordId): Promise<RecordId[]> {
  const { rows } = await sql<{ id: RecordId }>`select distinct missing_id as id from match_pair
    where found_id = ${foundId} and judgement_id is not null order by 1`.execute(context.db);
  return rows.map(({ id }) => id);
}
