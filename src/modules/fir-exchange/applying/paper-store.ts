// SQL of papers: an FIR or diary entry as the police's system names it, the complaint it is here, its children, what the two tell differently.
import { sql } from 'kysely';
import type { OfficeId, RecordId } from '../../../kernel/ids.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { Office } from '../../officers/index.ts';
import type { Paper } from '../messages/places-and-people.ts';

export type PaperRow = {
  paperKey: string;
  nodeCode: string | null;
  kind: string;
  stationId: OfficeId | null;
  complaintId: string | null;
  /** Nobody here had it before: what it says of a child is the police's own words, until an officer changes them. */
  openedByFeed: boolean;
  transferredFrom: string | null;
  firstEventAt: Instant | null;
  /** Its children are records here. */
  isOpened: boolean;
};

const columns = sql`paper_key, node_code, kind, station_id, complaint_id, opened_by_feed, transferred_from, first_event_at,
  exists (select from exchange_paper_child c where c.paper_key = p.paper_key) as is_opened`;

export async function readPapers(context: Context, paperKeys: readonly string[]): Promise<Map<string, PaperRow>> {
  if (paperKeys.length === 0) return new Map();
  const { rows } =
    await sql<PaperRow>`select ${columns} from exchange_paper p where paper_key = any (${paperKeys as string[]}::text[])`.execute(
      context.db,
    );
  return new Map(rows.map((row) => [row.paperKey, row]));
}

export type NewPaper = Omit<PaperRow, 'firstEventAt' | 'isOpened'> & { name: Paper; rawNumber: string | null };

/** Kept once; told again, what it is here stays, and what was not known is filled in. */
export async function keepPapers(context: Context, papers: readonly NewPaper[]): Promise<void> {
  if (papers.length === 0) return;
  const rows = papers.map(({ name, ...paper }) => ({ ...paper, ...name }));
  await sql`insert into exchange_paper as p (paper_key, node_code, kind, state_code, district_code, station_code, station_id, year, number, raw_number, complaint_id,
      opened_by_feed, transferred_from)
    select "paperKey", "nodeCode", kind, state, district, station, "stationId", year, number, "rawNumber", "complaintId", "openedByFeed", "transferredFrom"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("paperKey" text, "nodeCode" text, kind text, state text, district text, station text,
      "stationId" uuid, year int, number text, "rawNumber" text, "complaintId" uuid, "openedByFeed" boolean, "transferredFrom" text)
    on conflict (paper_key) do update set node_code = coalesce(p.node_code, excluded.node_code), raw_number = case when p.node_code is null then coalesce(excluded.raw_number, p.raw_number) else p.raw_number end,
      opened_by_feed = case when p.complaint_id is null then excluded.opened_by_feed else p.opened_by_feed end,
      station_id = coalesce(p.station_id, excluded.station_id), complaint_id = coalesce(p.complaint_id, excluded.complaint_id),
      transferred_from = coalesce(p.transferred_from, excluded.transferred_from)`.execute(context.db);
}

export type PaperChild = { paperKey: string; childNumber: number; recordId: RecordId; writtenVersion: number | null };

export async function childrenOfPapers(context: Context, paperKeys: readonly string[]): Promise<PaperChild[]> {
  if (paperKeys.length === 0) return [];
  const { rows } = await sql<PaperChild>`select paper_key, child_number, record_id, written_version from exchange_paper_child
    where paper_key = any (${paperKeys as string[]}::text[]) order by paper_key, child_number`.execute(context.db);
  return rows;
}

/** `writtenVersion`: of the description as the police's system wrote it; null where it wrote none. */
export async function keepChildren(context: Context, children: readonly PaperChild[]): Promise<void> {
  if (children.length === 0) return;
  await sql`insert into exchange_paper_child (paper_key, child_number, record_id, written_version)
    select "paperKey", "childNumber", "recordId", "writtenVersion" from jsonb_to_recordset(${JSON.stringify(children)}::jsonb)
      as c ("paperKey" text, "childNumber" int, "recordId" uuid, "writtenVersion" int)
    on conflict (paper_key, child_number) do update set written_version = excluded.written_version`.execute(context.db);
}

/** The version of each record's description that the police's system wrote last, through whichever paper. */
export async function writtenVersions(context: Context, recordIds: readonly RecordId[]): Promise<Map<RecordId, number>> {
  const { rows } = await sql<{
    recordId: RecordId;
    version: number;
  }>`select record_id, max(written_version) as version from exchange_paper_child
    where record_id = any (${recordIds as RecordId[]}::uuid[]) and written_version is not null group by record_id`.execute(context.db);
  return new Map(rows.map(({ recordId, version }) => [recordId, version]));
}

export async function noteWritten(context: Context, versions: ReadonlyMap<RecordId, number>): Promise<void> {
  if (versions.size === 0) return;
  await sql`update exchange_paper_child c set written_version = v.version from unnest(${[...versions.keys()]}::uuid[], ${[...versions.values()]}::int[])
    as v (record_id, version) where c.record_id = v.record_id`.execute(context.db);
}

export async function officesByCode(context: Context, codes: readonly string[]): Promise<Map<string, Office>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<Office>`select id, kind, code, name, district_code, state_code, telephone, email from office
    where code = any (${codes as string[]}::text[])`.execute(context.db);
  return new Map(rows.map((office) => [office.code, office]));
}

export type Difference = { paperKey: string; childNumber: number; field: string; policeValue: string; portalValue: string };

/** What the two tell differently now of these children: what agrees again has ended, and what differed before keeps its day. */
export async function writeDifferences(
  context: Context,
  children: readonly Pick<PaperChild, 'paperKey' | 'childNumber'>[],
  differences: readonly Difference[],
): Promise<void> {
  if (children.length === 0) return;
  await sql`update exchange_difference d set ended_at = ${context.now}
    from unnest(${children.map(({ paperKey }) => paperKey)}::text[], ${children.map(({ childNumber }) => childNumber)}::int[]) as c (paper_key, child_number)
    where d.paper_key = c.paper_key and d.child_number = c.child_number and d.ended_at is null and d.field <> 'paper'
      and (d.paper_key, d.child_number, d.field) not in (select * from unnest(${differences.map(({ paperKey }) => paperKey)}::text[],
        ${differences.map(({ childNumber }) => childNumber)}::int[], ${differences.map(({ field }) => field)}::text[]))`.execute(
    context.db,
  );
  await addDifferences(context, differences);
}

export async function addDifferences(context: Context, differences: readonly Difference[]): Promise<void> {
  if (differences.length === 0) return;
  await sql`insert into exchange_difference as d (paper_key, child_number, field, police_value, portal_value, since)
    select "paperKey", "childNumber", field, "policeValue", "portalValue", ${context.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(differences)}::jsonb)
      as r ("paperKey" text, "childNumber" int, field text, "policeValue" text, "portalValue" text)
    on conflict (paper_key, child_number, field) do update set police_value = excluded.police_value, portal_value = excluded.portal_value,
      since = case when d.ended_at is null then d.since else excluded.since end, ended_at = null`.execute(context.db);
}

/** After messages took effect: how far a paper has come, as the police's system tells it. */
export async function notePapers(context: Context, paperKeys: readonly string[]): Promise<void> {
  if (paperKeys.length === 0) return;
  await sql`update exchange_paper p set last_sequence = a.last, last_digest = a.digest, first_event_at = a.first_event, first_received_at = a.first_received,
      first_visible_at = a.first_visible, standing = case when r.closed then 'closed' when r.traced then 'traced' else 'open' end
    from unnest(${paperKeys as string[]}::text[]) as k (paper_key)
    cross join lateral (select max(m.paper_sequence) as last, (array_agg(m.content_digest order by m.paper_sequence desc))[1] as digest, min(m.event_at) as first_event,
        min(m.received_at) as first_received, min(m.visible_at) as first_visible from exchange_message m where m.paper_key = k.paper_key and m.state = 'applied' and m.paper_sequence > 0) a
    cross join lateral (select coalesce(bool_and(exists (select from exchange_report x where x.paper_key = c.paper_key and x.child_number = c.child_number
          and x.what = 'closed' and x.ended_at is null)), false) as closed,
        coalesce(bool_and(exists (select from exchange_report x where x.paper_key = c.paper_key and x.child_number = c.child_number
          and x.what in ('traced', 'closed') and x.ended_at is null)), false) as traced
      from exchange_paper_child c where c.paper_key = k.paper_key) r
    where p.paper_key = k.paper_key`.execute(context.db);
}
