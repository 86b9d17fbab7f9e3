// SQL of a node that fetches what the portal tells: what waits for it, in order, and its word that it has it.
import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';

/** `message`: the JSON as it was written. */
export type Waiting = { sequence: number; message: string };

/** What a transaction still open may yet add before them is waited for. */
export async function waitingAfter(context: Context, nodeCode: string, after: number, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select sequence, content::text as message from exchange_outgoing
    where node_code = ${nodeCode} and sequence > ${after} and state <> 'delivered' and put_aside_at is null
      and written_in < pg_snapshot_xmin(pg_current_snapshot()) order by sequence limit ${limit}`.execute(context.db);
  return rows;
}

export type Acknowledged = { upTo: number; raw: Buffer; signature: string; keyId: string };

export async function acknowledge(context: Context, nodeCode: string, { upTo, raw, signature, keyId }: Acknowledged): Promise<number> {
  const { rows } = await sql<{
    taken: number;
  }>`select acknowledge_outgoing(${nodeCode}, ${upTo}, ${raw}, ${signature}, ${keyId}, ${context.now}) as taken`.execute(context.db);
  return rows[0]!.taken;
}
