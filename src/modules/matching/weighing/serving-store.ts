// SQL of which weights serve.
import { sql } from 'kysely';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';

/** Of several workers that start together one makes the change, the others wait for it and find it made. */
export async function serveVersion(context: Context, version: string): Promise<'first' | 'same' | 'changed'> {
  const { rows } = await sql<{ inserted: boolean }>`insert into match_serving (weights_version, since) values (${version}, ${context.now})
    on conflict (only_row) do update set weights_version = excluded.weights_version, since = excluded.since
      where match_serving.weights_version <> excluded.weights_version returning (xmax = 0) as inserted`.execute(context.db);
  if (!rows[0]) return 'same';
  return rows[0].inserted ? 'first' : 'changed';
}

/** `weights` null: those in the code. */
export type ServedRow = { sequence: number; version: string; weights: unknown; made: unknown; servedAt: Instant; servedBy: string };

const columns = sql`sequence::int as sequence, version, weights, made, served_at, served_by`;

/** Number of the row that counts until this transaction ends, 0 if none was ever served; whoever serves others meanwhile waits. */
export async function servedNow(context: Context): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select match_weights_now()::int as sequence`.execute(context.db);
  return rows[0]!.sequence;
}

export async function servedRow(context: Context, sequence: number): Promise<ServedRow | undefined> {
  const { rows } = await sql<ServedRow>`select ${columns} from match_weights where sequence = ${sequence}`.execute(context.db);
  return rows[0];
}

/** Waits for every comparison under way, and has later ones wait, until this transaction ends. */
export async function holdServing(context: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(4, 0)`.execute(context.db);
}

/** The newest first. */
export async function servedRows(context: Context, atMost: number): Promise<ServedRow[]> {
  const { rows } = await sql<ServedRow>`select ${columns} from match_weights order by sequence desc limit ${atMost}`.execute(context.db);
  return rows;
}

/** Numbers served under this version; null where there were none. */
export async function servedAs(context: Context, version: string): Promise<unknown> {
  const { rows } = await sql<{ weights: unknown }>`select weights from match_weights where version = ${version} and weights is not null
    order by sequence desc limit 1`.execute(context.db);
  return rows[0]?.weights ?? null;
}

export type NewServed = Pick<ServedRow, 'version' | 'weights' | 'made' | 'servedBy'>;

export async function insertServed(context: Context, { version, weights, made, servedBy }: NewServed): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await sql`insert into match_weights (version, weights, made, served_at, served_by)
    values (${version}, ${json(weights)}, ${json(made)}, ${context.now}, ${servedBy})`.execute(context.db);
}
