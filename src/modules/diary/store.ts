// The diary's SQL: append and read; nothing is ever changed.
import { sql } from 'kysely';
import type { DiaryFact, Happening, HappeningFacts } from '../../kernel/happenings.ts';
import { type RecordId, newId } from '../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';

export type NewEntry = {
  [H in Happening]: {
    happening: H;
    facts: HappeningFacts[H];
    /** When it happened; now, if left out. */
    happenedAt?: Instant;
    /** When another system wrote it down, before it reached us, and the office whose entry it is. The worker alone says so. */
    enteredAt?: Instant;
    byOffice?: string;
    /** The owning module's row that holds the paper. */
    paper?: { kind: string; id: string };
    corrects?: string;
  };
}[Happening];

/** An entry as the timeline shows it: the bare fact, who recorded it from where, and its paper. */
export type TimelineEntry = DiaryFact & {
  byOfficerName: string | null;
  byOfficeName: string | null;
  door: string;
  paperKind: string | null;
  paperId: string | null;
};

/**
 * Holds the diaries of these records until the transaction ends, in one order for everybody, so that no two writers derive a state from a
 * diary the other is adding to. An advisory lock, because an office may add to a diary whose record it may not change.
 */
export async function holdDiaries(context: Context, recordIds: readonly RecordId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(id, 0)) from (select distinct id from unnest(${recordIds as RecordId[]}::text[]) as held (id)
    order by id) ordered`.execute(context.db);
}

export type DiaryEntry = { recordId: RecordId; entry: NewEntry };

/** In one statement; each diary keeps the order of its entries here. */
export async function appendEntries(context: Context, entries: readonly DiaryEntry[]): Promise<string[]> {
  const { actor, now } = context;
  const officer = actor.kind === 'officer' ? actor : null;
  if (actor.kind !== 'system' && entries.some(({ entry }) => entry.enteredAt ?? entry.byOffice))
    throw new Error('Only the portal itself says that another system wrote something down.');
  const ids = entries.map(() => newId<'diaryEntry'>(milliseconds(now)));
  const each = <T>(read: (entry: NewEntry) => T): T[] => entries.map(({ entry }) => read(entry));
  await sql`insert into diary_entry (id, record_id, happening, facts, happened_at, entered_at, recorded_at, by_officer, by_office, door, paper_kind, paper_id, corrects)
    select e.id, e.record_id, e.happening, e.facts, e.happened_at, e.entered_at, ${now}::timestamptz, ${officer?.officerId ?? null}::uuid, e.by_office, ${context.door}::text,
      e.paper_kind, e.paper_id, e.corrects
    from unnest(${ids as string[]}::uuid[], ${entries.map(({ recordId }) => recordId)}::uuid[], ${each(({ happening }) => happening)}::text[],
      ${each(({ facts }) => JSON.stringify(facts))}::jsonb[], ${each(({ happenedAt }) => happenedAt ?? now)}::timestamptz[],
      ${each(({ enteredAt }) => enteredAt ?? null)}::timestamptz[], ${each(({ byOffice }) => officer?.officeId ?? byOffice ?? null)}::uuid[],
      ${each(({ paper }) => paper?.kind ?? null)}::text[], ${each(({ paper }) => paper?.id ?? null)}::uuid[], ${each(({ corrects }) => corrects ?? null)}::uuid[])
      with ordinality as e (id, record_id, happening, facts, happened_at, entered_at, by_office, paper_kind, paper_id, corrects, place)
    order by e.place`.execute(context.db);
  return ids;
}

const factColumns = sql`id as entry_id, happening, facts, happened_at, entered_at, recorded_at, by_office, corrects`;

/** A record's diary in the order it was recorded. */
export async function readDiary(context: Context, recordId: RecordId): Promise<DiaryFact[]> {
  const { rows } = await sql<DiaryFact>`select ${factColumns} from diary_entry where record_id = ${recordId} order by sequence`.execute(
    context.db,
  );
  return rows;
}

/** The diaries of several records. One without an entry is left out. */
export async function readDiaries(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, DiaryFact[]>> {
  const { rows } = await sql<DiaryFact & { recordId: RecordId }>`select record_id, ${factColumns} from diary_entry
    where record_id = any (${recordIds as RecordId[]}::uuid[]) order by record_id, sequence`.execute(context.db);
  return Map.groupBy(rows, ({ recordId }) => recordId);
}

/** Entries of an office recorded here more than an hour after they happened, the latest happening first, on records the reader sees. */
export async function readSlowEntries(
  context: Context,
  officeId: string,
  from: Instant,
  atMost: number,
): Promise<(DiaryFact & { recordId: RecordId })[]> {
  const { rows } = await sql<DiaryFact & { recordId: RecordId }>`select record_id, ${factColumns} from diary_entry
    where by_office = ${officeId} and corrects is null and recorded_at - happened_at > interval '1 hour' and happened_at >= ${from}
    order by happened_at desc limit ${atMost}`.execute(context.db);
  return rows;
}

/** Who judged a pair with a guarded record that the reader may not see is left out: it would say where that record is held. */
export async function readTimeline(context: Context, recordId: RecordId): Promise<TimelineEntry[]> {
  const { rows } =
    await sql<TimelineEntry>`select e.id as entry_id, e.happening, e.facts, e.happened_at, e.entered_at, e.recorded_at, f.id as by_office, e.corrects,
      o.name as by_officer_name, f.name as by_office_name, e.door, e.paper_kind, e.paper_id
    from diary_entry e cross join lateral (select e.by_office is distinct from app_office() and case
        when e.happening in ('match.judged', 'match.judgementReversed') then judge_untold(e.record_id, e.facts ->> 'candidate') else false end as hidden) untold
      left join officer o on o.id = e.by_officer and not untold.hidden left join office f on f.id = e.by_office and not untold.hidden
    where e.record_id = ${recordId} order by e.sequence`.execute(context.db);
  return rows;
}

export type LastHappening = { recordId: RecordId; happening: Happening; happenedAt: Instant };

/** What was recorded last on each. */
export async function lastHappenings(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, LastHappening>> {
  if (recordIds.length === 0) return new Map();
  const { rows } =
    await sql<LastHappening>`select e.record_id, e.happening, e.happened_at from unnest(${recordIds as RecordId[]}::uuid[]) as mine (id)
    cross join lateral (select record_id, happening, happened_at from diary_entry where record_id = mine.id order by sequence desc limit 1) e`.execute(
      context.db,
    );
  return new Map(rows.map((row) => [row.recordId, row]));
}
