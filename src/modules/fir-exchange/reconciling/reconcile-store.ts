// SQL of the five standing lists: what opens, what ends, and a page of them as an officer may see it.
import { sql } from 'kysely';
import { type OfficeId, type RecordId, newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Area } from '../../officers/index.ts';
import type { List, Mismatch } from './mismatch.ts';

export type Row = Mismatch & { id: string; list: List; stateCode: string; openedAt: Instant };
export type Ended = { id: string; list: List; reason: string; recordId: RecordId | null };

/** One worker at a time keeps the lists of a State; false where another does. */
export async function holdLists({ db }: Context, stateCode: string): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended('exchange mismatch ' || ${stateCode}, 0)) as mine`.execute(db);
  return rows[0]!.mine;
}

const came = (
  rows: readonly Mismatch[],
) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (reason text, subject text, "recordId" uuid,
  "otherRecordId" uuid, "paperKey" text, "stationId" uuid, "districtCode" text, since timestamptz)`;

/** Of one list of a State: what is no longer so ends. */
export async function endRows({ db, now }: Context, list: List, stateCode: string, rows: readonly Mismatch[]): Promise<Ended[]> {
  const ended =
    await sql<Ended>`update exchange_mismatch m set ended_at = ${now} where m.list = ${list} and m.state_code = ${stateCode} and m.ended_at is null
    and not exists (select from ${came(rows)} where c.reason = m.reason and c.subject = m.subject) returning m.id, m.list, m.reason, m.record_id`.execute(
      db,
    );
  return ended.rows;
}

/** What is new opens, at most so many at once; what was open keeps its day, and follows its case to another station. */
export async function openRows(
  { db, now }: Context,
  list: List,
  stateCode: string,
  rows: readonly Mismatch[],
  atMost: number,
): Promise<Pick<Row, 'id' | 'list' | 'reason' | 'recordId'>[]> {
  await sql`update exchange_mismatch m set station_id = c."stationId", district_code = c."districtCode", paper_key = c."paperKey" from ${came(rows)}
    where m.list = ${list} and m.reason = c.reason and m.subject = c.subject and m.ended_at is null and m.state_code = ${stateCode}
      and (m.station_id, m.district_code, m.paper_key) is distinct from (c."stationId", c."districtCode", c."paperKey")`.execute(db);
  const fresh =
    await sql<Mismatch>`select c.* from ${came(rows)} where not exists (select from exchange_mismatch m where m.list = ${list} and m.reason = c.reason
    and m.subject = c.subject and m.ended_at is null) order by c.since, c.subject, c.reason limit ${atMost}`.execute(db);
  const opened = fresh.rows.map((row) => ({ ...row, id: newId<'mismatch'>(milliseconds(now)), list }));
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
