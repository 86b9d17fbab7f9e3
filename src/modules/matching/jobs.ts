// What matching does when something happens: every new or changed description is compared with the other side at once.
import { sql } from 'kysely';
import { milliseconds } from '../../kernel/time.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { HappeningNews, Listener } from '../diary/index.ts';
import { allDistricts } from '../places/index.ts';
import { matchRecord } from './match-record.ts';
import type { ScoreContext } from './score.ts';
import { unmatchedRecords } from './store.ts';

const KEEP_FREQUENCIES_MILLISECONDS = 10 * 60_000;

let kept: { at: Instant; score: ScoreContext } | null = null;

/** Name frequencies, districts and population, read once in ten minutes: they drift slowly and cost a table scan. */
async function scoreContext(context: Context): Promise<ScoreContext> {
  if (kept && milliseconds(context.now) - milliseconds(kept.at) < KEEP_FREQUENCIES_MILLISECONDS) return kept.score;
  const counts = await sql<{ key: string; held: number }>`select key, count(*) as held from retrieval_key
    where family in ('child-name', 'father', 'mother') group by key having count(*) > 1`.execute(context.db);
  const sizes = await sql<{
    records: number;
    open: number;
  }>`select count(*) as records, count(*) filter (where closed_at is null) as open from record`.execute(context.db);
  const { records, open } = sizes.rows[0]!;
  const districts = new Map((await allDistricts(context)).map((district) => [district.code, district]));
  const frequencies = new Map(counts.rows.map((row) => [row.key, row.held / Math.max(1, records)]));
  kept = { at: context.now, score: { frequencies, districts, population: Math.max(100, open) } };
  return kept.score;
}

async function hear(context: Context, news: HappeningNews): Promise<void> {
  await matchRecord(context, news.recordId, await scoreContext(context));
}

/** Compares some records nothing has compared yet (a seed, an import). Returns how many. */
export async function matchSome(context: Context, atMost: number): Promise<number> {
  const waiting = await unmatchedRecords(context, atMost);
  const score = await scoreContext(context);
  for (const recordId of waiting) await matchRecord(context, recordId, score);
  return waiting.length;
}

export const listeners: Listener[] = [
  {
    name: 'matching.compare',
    happenings: ['missing.reported', 'missing.reopened', 'found.registered', 'sighting.reported', 'record.described', 'record.corrected'],
    hear,
  },
];
