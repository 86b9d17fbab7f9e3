// Live updates: a change is announced to offices by id through the database, never with a name or a fact about a child.
import { sql } from 'kysely';
import type { OfficeId } from '../kernel/ids.ts';
import type { Context } from './context.ts';

export type LiveKind = 'match' | 'alert' | 'duty' | 'sighting';
export type LiveNews = { kind: LiveKind; offices: OfficeId[]; count: number };

export const LIVE_CHANNEL = 'live';

/** Sent when the transaction commits. NOTIFY carries at most 8,000 bytes: about 200 offices. */
export async function announce(context: Context, news: LiveNews): Promise<void> {
  for (let from = 0; from < news.offices.length; from += 150) {
    const part: LiveNews = { ...news, offices: news.offices.slice(from, from + 150) };
    await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(part)})`.execute(context.db);
  }
}
