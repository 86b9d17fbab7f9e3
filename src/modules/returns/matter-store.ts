// SQL of matters: kept from the diary, counted for whoever oversees the Committee, listed for the Committee itself.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import type { Day } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Bucket, Figures } from './figures.ts';
import { bucketMonths } from './figures.ts';
import type { Matter } from './matter.ts';

function rowsOf(matters: readonly Matter[]): string {
  return JSON.stringify(
    matters.map((one, at) => ({
      number: at + 1,
      office_id: one.officeId,
      started_on: one.startedOn,
      ended_on: one.endedOn,
      ended_how: one.endedHow,
      without_parents: one.withoutParents,
      free_over_on: one.freeOverOn,
      declared_on: one.declaredOn,
      restored_on: one.restoredOn,
      died_on: one.diedOn,
      ran_away_on: one.ranAwayOn,
    })),
  );
}

/** Those of several children in one statement. */
export async function keepMatters(context: Context, kept: ReadonlyMap<RecordId, readonly Matter[]>): Promise<void> {
  if (kept.size === 0) return;
  await sql`select keep_matters(id, rows::jsonb) from unnest(${[...kept.keys()]}::uuid[], ${[...kept.values()].map(rowsOf)}::text[]) as k (id, rows)`.execute(
    context.db,
  );
}

export type CountedFigures = Figures & { officeId: OfficeId };

/** What came, went and is pending at the end of `to`, of those of the Committees that the reader oversees and that had a matter at all. */
export async function figuresOf(context: Context, officeIds: readonly string[], span: { from: Day; to: Day }): Promise<CountedFigures[]> {
  if (officeIds.length === 0) return [];
  const { rows } =
    await sql<CountedFigures>`select * from matter_figures(${span.from}, ${span.to}, ${officeIds as string[]}::uuid[])`.execute(context.db);
  return rows;
}

export type PendingMatter = { recordId: RecordId; reference: Reference; startedOn: Day; withoutParents: Matter['withoutParents'] };

/** The Committee's own pending matters on a day, of one age, the oldest first. */
export async function pendingMatters(
  context: Context,
  officeId: OfficeId,
  { on, bucket, atMost, from = 0 }: { on: Day; bucket: Bucket | null; atMost: number; from?: number },
): Promise<PendingMatter[]> {
  const [low, high] = bucket ? bucketMonths[bucket] : [null, null];
  const { rows } =
    await sql<PendingMatter>`select m.record_id, r.reference, to_char(m.started_on, 'YYYY-MM-DD') as started_on, m.without_parents
    from matter m join record r on r.id = m.record_id
    where m.office_id = ${officeId} and m.started_on <= ${on}::date and (m.ended_on is null or m.ended_on > ${on}::date)
      and (${low}::int is null or ${on}::date > m.started_on + make_interval(months => ${low}::int))
      and (${high}::int is null or ${on}::date <= m.started_on + make_interval(months => ${high}::int))
    order by m.started_on, r.reference limit ${atMost} offset ${from}`.execute(context.db);
  return rows;
}

/** As stored, for whoever checks it against the diaries. */
export async function storedMatters(context: Context, recordId: RecordId): Promise<Matter[]> {
  const { rows } =
    await sql<Matter>`select office_id, to_char(started_on, 'YYYY-MM-DD') as started_on, to_char(ended_on, 'YYYY-MM-DD') as ended_on, ended_how, without_parents,
      to_char(free_over_on, 'YYYY-MM-DD') as free_over_on, to_char(declared_on, 'YYYY-MM-DD') as declared_on, to_char(restored_on, 'YYYY-MM-DD') as restored_on,
      to_char(died_on, 'YYYY-MM-DD') as died_on, array(select to_char(d, 'YYYY-MM-DD') from unnest(ran_away_on) as d) as ran_away_on
    from matter where record_id = ${recordId} order by number`.execute(context.db);
  return rows;
}
