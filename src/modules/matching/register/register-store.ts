// SQL of what the matcher's own copy of the register is filled from and kept current by: open records, and what changed since.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';

export type RegisterRow = Pick<ChildRecord, 'id' | 'kind' | 'version' | 'districtCode' | 'happenedAt' | 'closedAt'> & {
  /** The transaction that changed it last. */
  changedIn: string;
};

const columns = sql`r.id, r.kind, r.version, r.district_code, r.happened_at, r.closed_at, r.changed_in::text as changed_in`;

/** Which transactions had ended, as PostgreSQL writes it. */
export type Snapshot = string;

/** What this transaction did itself does not count as ended: it may do more, or be taken back. */
export async function snapshotNow(context: Context): Promise<Snapshot> {
  const { rows } = await sql<{ snapshot: Snapshot }>`select concat_ws(':', pg_snapshot_xmin(now), pg_snapshot_xmax(now), coalesce((
      select string_agg(running::text, ',' order by running) from (
        select pg_snapshot_xip(now) as running union select own where own < pg_snapshot_xmax(now)) r), '')) as snapshot
    from (select pg_current_snapshot() as now, pg_current_xact_id_if_assigned() as own) s`.execute(context.db);
  return rows[0]!.snapshot;
}

/** Open records in the order of their ids, so many at a time. */
export async function openRecordsAfter(context: Context, id: RecordId | null, atMost: number): Promise<RegisterRow[]> {
  const { rows } =
    await sql<RegisterRow>`select ${columns} from record r where r.closed_at is null and (${id}::uuid is null or r.id > ${id}::uuid)
    order by r.id limit ${atMost}`.execute(context.db);
  return rows;
}

export type ChangesAsked = { since: Snapshot; until: Snapshot; after: Pick<RegisterRow, 'id' | 'changedIn'> | null };

/**
 * Records changed by transactions that had ended at `until` and not yet at `since`, as they are now, so many at a time. A number given by a sequence would
 * not do: of two transactions the one that drew the lower number may be seen later. One changed again since `until` may come now or not: the next look
 * has it. A restored database may hold numbers of transactions its server has not reached: those records were read at start, and are not read over and over.
 */
export async function changedBetween(context: Context, { since, until, after }: ChangesAsked, atMost: number): Promise<RegisterRow[]> {
  const further = after ? sql`and (r.changed_in, r.id) > (${after.changedIn}::xid8, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<RegisterRow>`select ${columns} from record r
    where r.changed_in >= pg_snapshot_xmin(${since}::pg_snapshot) and r.changed_in < pg_snapshot_xmax(${until}::pg_snapshot)
      and pg_visible_in_snapshot(r.changed_in, ${until}::pg_snapshot) and not pg_visible_in_snapshot(r.changed_in, ${since}::pg_snapshot) ${further}
    order by r.changed_in, r.id limit ${atMost}`.execute(context.db);
  return rows;
}

/**
 * By record: open ones of the other side that hold the very same photograph, or were reported from the same telephone. Asked of the database each time, for
 * several records at once, since planning takes longer than answering; photographs come without the description changing.
 */
export async function linkedRecords(
  context: Context,
  records: readonly Pick<ChildRecord, 'id' | 'kind'>[],
): Promise<Map<RecordId, RecordId[]>> {
  const isMissing = records.map(({ kind }) => kind === 'missing');
  const { rows } = await sql<{ id: RecordId; other: RecordId }>`select a.id, o.other
    from unnest(${records.map(({ id }) => id)}::uuid[], ${isMissing}::boolean[]) as a (id, is_missing)
    cross join lateral (with telephone as (
        select i.telephone_key as key from report_identifier i where i.record_id = a.id and i.telephone_key is not null
        union select reporter_key from record where id = a.id and reporter_key is not null),
      linked as (
        select o.record_id from photograph_print p join photograph_print o on o.sha256 = p.sha256 where p.record_id = a.id
        union select o.record_id from telephone t join report_identifier o on o.telephone_key = t.key
        union select o.id from telephone t join record o on o.reporter_key = t.key)
      select r.id as other from linked join record r on r.id = linked.record_id
      where r.closed_at is null and (r.kind = 'missing') <> a.is_missing limit 50) o`.execute(context.db);
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ other }) => other)]));
}

/** By record: the key of the telephone it was reported from; those of which none is known are left out. */
export async function reportersOf(context: Context, ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: RecordId; reporter: string }>`select r.id, coalesce(i.telephone_key, r.reporter_key) as reporter
    from record r left join report_identifier i on i.record_id = r.id
    where r.id = any (${ids as RecordId[]}::uuid[]) and coalesce(i.telephone_key, r.reporter_key) is not null`.execute(context.db);
  return new Map(rows.map(({ id, reporter }) => [id, reporter]));
}

/** The newest first. */
export async function openMissing(context: Context, atMost: number): Promise<RecordId[]> {
  const { rows } = await sql<{ id: RecordId }>`select id from record where kind = 'missing' and closed_at is null
    order by opened_at desc limit ${atMost}`.execute(context.db);
  return rows.map((row) => row.id);
}
