// SQL of ceilings: how many papers stations opened in the last day, and on the busiest day before it.
import { sql } from 'kysely';
import { addHours } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { StationPast } from './ceilings.ts';

const PAST_DAYS = 60;

/** By code of the station, of papers these nodes told. */
export async function stationPasts(context: Context, nodes: readonly string[], stations: readonly string[]): Promise<Map<string, StationPast>> {
  if (stations.length === 0) return new Map();
  const { rows } = await sql<StationPast & { code: string }>`with opened as (
      select station_code as code, floor(extract(epoch from ${context.now}::timestamptz - first_visible_at) / 86400) as days_ago, count(*)::int as n from exchange_paper
      where node_code = any (${nodes as string[]}::text[]) and station_code = any (${stations as string[]}::text[]) and leaf is not null
        and first_visible_at > ${addHours(context.now, -24 * (PAST_DAYS + 1))} group by 1, 2)
    select code, coalesce(sum(n) filter (where days_ago < 1), 0)::int as recent, coalesce(max(n) filter (where days_ago >= 1), 0)::int as busiest
    from opened group by code`.execute(context.db);
  return new Map(rows.map(({ code, ...past }) => [code, past]));
} // prettier-ignore
