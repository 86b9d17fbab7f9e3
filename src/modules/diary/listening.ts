// How news travels upward: modules of higher rank name the happenings they listen to; each entry reaches each listener once per success.
import { sql } from 'kysely';
import type { Happening } from '../../kernel/happenings.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context, Tools } from '../../platform/context.ts';

export type HappeningNews = { recordId: RecordId; entryId: string; happening: Happening };

export type Listener = {
  /** Queue name, `<module>.<verb>`. */
  name: string;
  happenings: readonly Happening[];
  /** What it does follows from the record as it stands: while it has not yet heard of one entry, it need not hear of the next as well. */
  ofRecord?: true;
  /** What may take long and must be done before the transaction that hears is opened. `run` opens one of its own. */
  before?(tools: Tools, run: <T>(work: (context: Context) => Promise<T>) => Promise<T>): Promise<void>;
  /** Must be safe to run twice for the same news. */
  hear(context: Context, news: HappeningNews): Promise<void>;
};

/**
 * Entries nobody need hear of: of records no other transaction has seen yet, a million of them in an hour. What follows from the diary is derived as ever;
 * matching finds the open ones by itself.
 */
export async function withoutNews<T>({ db }: Context, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('app.bulk', 'on', true)`.execute(db);
  const answer = await work();
  await sql`select set_config('app.bulk', 'off', true)`.execute(db); // where it faults, its savepoint takes the setting back
  return answer;
}

/** What one listener is to hear of some news, each under the key by which the same is not waited for twice. */
export function newsFor({ happenings, ofRecord }: Listener, news: readonly HappeningNews[]): { key: string; data: HappeningNews }[] {
  const heard = news.filter(({ happening }) => happenings.includes(happening));
  const keyed = heard.map((data) => ({ key: ofRecord ? data.recordId : data.entryId, data }));
  return [...new Map(keyed.map((one) => [one.key, one])).values()];
}

const BATCH = 500;

/**
 * Takes entries not yet handed over, in the caller's transaction: if it rolls back they are still there.
 * Several workers share the work without waiting for each other.
 */
export async function takeNews(context: Context): Promise<HappeningNews[]> {
  const { rows } = await sql<HappeningNews>`with taken as (
      delete from diary_outbox where sequence in (select sequence from diary_outbox order by sequence limit ${BATCH} for update skip locked) returning sequence)
    select e.record_id, e.id as entry_id, e.happening from taken join diary_entry e using (sequence) order by sequence`.execute(context.db);
  return rows;
}
