// Live updates: a change is announced to offices by id through the database, never with a name or a fact about a child.
import { sql } from 'kysely';
import type { OfficeId } from '../kernel/ids.ts';
import type { Context } from './context.ts';

export type LiveKind = 'match' | 'alert' | 'duty' | 'sighting';
export type LiveNews = { kind: LiveKind; offices: OfficeId[]; count: number };

export const LIVE_CHANNEL = 'live';

/** NOTIFY carries at most 8,000 bytes: about 200 offices. */
const MOST_OFFICES = 150;

/** Sent when the transaction commits, in one statement. */
export async function announce(context: Context, ...all: LiveNews[]): Promise<void> {
  const parts = all.flatMap((news) =>
    Array.from({ length: Math.ceil(news.offices.length / MOST_OFFICES) }, (_, at) =>
      JSON.stringify({ ...news, offices: news.offices.slice(at * MOST_OFFICES, (at + 1) * MOST_OFFICES) } satisfies LiveNews),
    ),
  );
  if (parts.length > 0) await sql`select pg_notify(${LIVE_CHANNEL}, part) from unnest(${parts}::text[]) as part`.execute(context.db);
}
