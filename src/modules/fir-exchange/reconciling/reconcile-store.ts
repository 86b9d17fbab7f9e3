// SQL of the five standing lists: what opens, what ends, and a page of them as an officer may see it.
import { sql } from 'kysely';
import { type OfficeId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Area } from '../../officers/index.ts';
import type { List, Mismatch } from './mismatch.ts';

export type Row = Mismatch & { id: string; list: List; stateCode: string; openedAt: Instant };

/** One worker at a time keeps the lists of a State; false where another does. */
export async function holdLists({ db }: Context, stateCode: string): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended('exchange mismatch ' || ${stateCode}, 0)) as mine`.execute(db);
  return rows[0]!.mine;
}

/** An open row of a list, as far as a round may change it. */
export type Open = Pick<Row, 'id' | 'list' | 'reason' | 'subject' | 'recordId' | 'paperKey' | 'stationId' | 'districtCode'>;

export async function openRowsOf({ db }: Context, list: List, stateCode: string): Promise<Open[]> {
  const { rows } = await sql<Open>`select id, list, reason, subject, record_id, paper_key, station_id, district_code from exchange_mismatch
    where list = ${list} and state_code = ${stateCode} and ended_at is null`.execute(db);
  return rows;
}

export async function endRows({ db, now }: Context, ended: readonly Open[]): Promise<void> {
  if (ended.length === 0) return;
  await sql`update exchange_mismatch set ended_at = ${now} where id = any (${ended.map(({ id }) => id)}::uuid[])`.execute(db);
}

/** A row keeps its day, and follows its case to another station. */
export async function moveRows(
  { db }: Context,
  moved: readonly Pick<Open, 'id' | 'paperKey' | 'stationId' | 'districtCode'>[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`update exchange_mismatch m set station_id = c."stationId", district_code = c."districtCode", paper_key = c."paperKey"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as c (id uuid, "paperKey" text, "stationId" uuid, "districtCode" text) where m.id = c.id`.execute(
    db,
  );
}

export async function openRows(
  { db, now }: Context,
  list: List,
  stateCode: string,
  fresh: readonly Mismatch[],
): Promise<Pick<Row, 'id' | 'list' | 'reason' | 'recordId'>[]> {
  if (fresh.length === 0) return [];
  const opened = fresh.map((row) => ({ ...row, id: newId<'mismatch'>(milliseconds(now)), list }));
  await sql`insert into exchange_mismatch (id, list, reason, subject, record_id, other_record_id, paper_key, station_id, state_code, district_code, since, opened_at)
    select c.id, ${list}, c.reason, c.subject, c."recordId", c."otherRecordId", c."paperKey", c."stationId", ${stateCode}, c."districtCode", c.since, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as c (id uuid, reason text, subject text, "recordId" uuid, "otherRecordId" uuid, "paperKey" text,
      "stationId" uuid, "districtCode" text, since timestamptz)`.execute(db);
  return opened;
}

/** Stations of which the police told FIRs that have no record here. */
export async function stationsWithoutRecord({ db }: Context, stateCode: string): Promise<OfficeId[]> {
  const { rows } = await sql<{
    id: OfficeId;
  }>`select distinct m.station_id as id from exchange_mismatch m join office o on o.id = m.station_id
    where m.list = 'no-record' and m.state_code = ${stateCode} and m.ended_at is null and o.kind in ('police-station', 'railway-post') order by 1`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export type Asking = { list: List | null; area: Area | null; stationId: string | null };
export type Shown = Omit<Row, 'subject' | 'districtCode'> & {
  reference: string | null;
  otherReference: string | null;
  stationName: string | null;
  stationCode: string | null;
};

const within = ({ area, stationId }: Omit<Asking, 'list'>) =>
  sql`m.ended_at is null and ${
    !area || area.level === 'nation'
      ? sql`true`
      : area.level === 'state'
        ? sql`m.state_code = ${area.code}`
        : sql`m.district_code = ${area.code}`
  } and ${stationId === null ? sql`true` : sql`m.station_id = ${stationId}`}`;

/** The oldest first. A record the reader may not see has no reference here. */
export async function readRows({ db }: Context, asking: Asking, { from, atMost }: { from: number; atMost: number }): Promise<Shown[]> {
  const { rows } =
    await sql<Shown>`select m.id, m.list, m.reason, m.record_id, m.other_record_id, m.paper_key, m.station_id, m.state_code, m.since, m.opened_at,
      r.reference, other.reference as other_reference, o.name as station_name, o.code as station_code
    from (select * from exchange_mismatch m where ${within(asking)} and ${asking.list === null ? sql`true` : sql`m.list = ${asking.list}`}
        order by m.since, m.id limit ${atMost} offset ${from}) m
      left join record r on r.id = m.record_id left join record other on other.id = m.other_record_id left join office o on o.id = m.station_id
    order by m.since, m.id`.execute(db);
  return rows;
}

export type Count = { list: List; place: string | null; name: string | null; rows: number; oldest: Instant };

/** Open rows of each list, by State of the nation, by district of a State, or by station of a district. */
export async function countRows({ db }: Context, asking: Omit<Asking, 'list'>): Promise<Count[]> {
  const level = asking.area?.level ?? 'district';
  const place = level === 'nation' ? sql`m.state_code` : level === 'state' ? sql`m.district_code` : sql`m.station_id::text`;
  const { rows } =
    await sql<Count>`select m.list, m.place, o.name, m.rows, m.oldest from (select m.list, ${place} as place, count(*)::int as rows, min(m.since) as oldest
      from exchange_mismatch m where ${within(asking)} group by 1, 2) m left join office o on o.id::text = m.place order by m.rows desc, m.place`.execute(
      db,
    );
  return rows;
}
