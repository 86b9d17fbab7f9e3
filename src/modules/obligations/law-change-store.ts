// SQL of which law and which calendars the stored obligations follow, and how far a change of them has come.
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { nation } from '../calendars/index.ts';

/** More than workers there may be, so that none waits for the last part. */
const MOST_PARTS = 64;

/** Of several workers that start together one makes the change, the others wait for it and find it made. A change begins at the first record of each part. */
export async function serveVersion(context: Context, version: string, partSize: number): Promise<void> {
  const { rows } =
    await sql`insert into law_serving (law_version, since) values (${version}, ${context.now}) on conflict (only_row) do update
    set law_version = excluded.law_version, places = null, since = excluded.since, done_at = null
    where law_serving.law_version <> excluded.law_version returning law_version`.execute(context.db);
  if (rows.length > 0) await partRecords(context, partSize);
}

/**
 * Begins a change where calendars are other than the stored duties follow: over the States whose calendar it is, with those whose change was not finished.
 * A change of the law that is not finished begins again whole. Pages under way are waited for, in the order a page takes its locks: its part, then this row.
 */
export async function noteCalendars(
  context: Context,
  version: string,
  prints: Readonly<Record<string, string>>,
  partSize: number,
): Promise<void> {
  const told = sql`${JSON.stringify(prints)}::jsonb`;
  const others = sql`law_version = ${version} and calendars <> ${told}`;
  const { rows } = await sql`select from law_serving where ${others}`.execute(context.db);
  if (rows.length === 0) return;
  await sql`select from law_part order by number for update`.execute(context.db);
  const done = await sql`update law_serving set calendars = ${told}, since = ${context.now}, done_at = null,
    places = case when done_at is null and places is null then null else (
      select array_agg(distinct place) from (select coalesce(n.key, o.key) as place from jsonb_each_text(${told}) n
        full join jsonb_each_text(law_serving.calendars) o on o.key = n.key where n.value is distinct from o.value
        union all select unnest(places) where done_at is null) as changed) end
    where ${others}`.execute(context.db);
  if (done.numAffectedRows === 1n) await partRecords(context, partSize);
}

/** By the ids there are, into parts of one size. Records made later have higher ids: they lie in the last. */
async function partRecords(context: Context, partSize: number): Promise<void> {
  await sql`delete from law_part`.execute(context.db);
  await sql`with numbered as (select id, ntile((select greatest(1, least(${MOST_PARTS}::int, count(*) / ${partSize}::int))::int from record)) over (order by id) as part from record),
      ends as (select part, max(id::text)::uuid as up_to from numbered group by part),
      parts as (select part, lag(up_to) over (order by part) as after, case when lead(part) over (order by part) is null then null else up_to end as up_to from ends)
    insert into law_part (number, after, up_to) select * from parts union all select 1, null, null where not exists (select from parts)`.execute(
    context.db,
  );
}

/**
 * `doneTo`: the last record done, or the one before the part's first; null where it begins with the first of all. `upTo` null: no end. `places`: whose
 * calendar changed; null where every record is walked.
 */
export type LawPart = { number: number; doneTo: RecordId | null; upTo: RecordId | null; places: string[] | null };

/** A part that is not done yet, held until the transaction ends. Undefined where nothing is left to take here: done, in other hands, or another law serves. */
export async function takePart(context: Context, version: string): Promise<LawPart | undefined> {
  const { rows } =
    await sql<LawPart>`select p.number, coalesce(p.done_to, p.after) as done_to, p.up_to, (select places from law_serving) as places from law_part p
    where p.done_at is null and exists (select from law_serving where law_version = ${version} and done_at is null)
    order by p.number limit 1 for update skip locked`.execute(context.db);
  return rows[0];
}

/** The next records of the part in order of id; where a calendar changed, those of its places that have a duty under one of these rules. */
export async function recordsAfter(
  context: Context,
  { doneTo, upTo, places }: LawPart,
  atMost: number,
  inWorkingDays: readonly string[],
): Promise<RecordId[]> {
  const touched = places
    ? sql`(${places.includes(nation)} or r.state_code = any (${places}::text[]))
        and exists (select from obligation b where b.record_id = r.id and b.rule_id = any (${inWorkingDays as string[]}::text[]))`
    : sql`true`;
  const { rows } = await sql<{ id: RecordId }>`select r.id from record r where (${doneTo}::uuid is null or r.id > ${doneTo}::uuid)
    and (${upTo}::uuid is null or r.id <= ${upTo}::uuid) and ${touched} order by r.id limit ${atMost}`.execute(context.db);
  return rows.map(({ id }) => id);
}

/** Rather than keep an officer waiting in a knot of locks this transaction gives up: sooner than the database would pick a victim (one second). */
export async function yieldToOfficers(context: Context): Promise<void> {
  await sql`set local lock_timeout = '400ms'`.execute(context.db);
}

/** How many records follow the law by now, those of pages under way elsewhere left out; and whether that was the last page of all. */
export async function noteDone(
  context: Context,
  { number }: LawPart,
  page: readonly RecordId[],
  partDone: boolean,
): Promise<{ records: number; finished: boolean }> {
  await sql`update law_part set done_to = coalesce(${page.at(-1) ?? null}::uuid, done_to), done_records = done_records + ${page.length},
    done_at = ${partDone ? context.now : null}::timestamptz where number = ${number}`.execute(context.db);
  // One after the other: of two workers that each end a part at once, the second sees that the first has.
  if (partDone) await sql`select from law_serving for update`.execute(context.db);
  const { rows } = await sql<{
    records: number;
    finished: boolean;
  }>`select sum(done_records)::int as records, bool_and(done_at is not null) as finished
    from law_part`.execute(context.db);
  if (rows[0]!.finished) await sql`update law_serving set done_at = ${context.now}`.execute(context.db);
  return rows[0]!;
}
