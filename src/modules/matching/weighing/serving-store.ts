// SQL of which weights serve.
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';

/** Of several workers that start together one makes the change, the others wait for it and find it made. */
export async function serveVersion(context: Context, version: string): Promise<'first' | 'same' | 'changed'> {
  const { rows } = await sql<{ inserted: boolean }>`insert into match_serving (weights_version, since) values (${version}, ${context.now})
    on conflict (only_row) do update set weights_version = excluded.weights_version, since = excluded.since
      where match_serving.weights_version <> excluded.weights_version returning (xmax = 0) as inserted`.execute(context.db);
  if (!rows[0]) return 'same';
  return rows[0].inserted ? 'first' : 'changed';
}
