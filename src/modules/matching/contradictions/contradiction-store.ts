// SQL of status contradictions: two records that share something exactly, and say opposite things of the child.
import { sql } from 'kysely';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import type { RecordKind, Reference } from '../../../kernel/reference.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { After } from '../../../platform/paging.ts';
import type { RecordStatus } from '../../children/index.ts';

export type Contradiction = {
  /** Of the officer's own area; the other may lie anywhere. */
  openId: RecordId;
  otherId: RecordId;
  shared: ('fir' | 'telephone' | 'address' | 'photograph')[];
  openedAt: Instant;
  /** So many records more share it and are not listed: a value met so often is hardly one family's. */
  more: number;
};

type Asked = { after?: After | null; openId?: RecordId; atMost: number };

/** Newest first; a few more than asked for where the last open record contradicts several. Nothing for a role that does not watch over contradictions. */
export async function contradictionsIn(context: Context, { after, openId, atMost }: Asked): Promise<Contradiction[]> {
  const { rows } = await sql<Contradiction>`select open_id, other_id, shared, opened_at, more
    from status_contradictions(${context.now}, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${atMost}, ${openId ?? null}::uuid)`.execute(
    context.db,
  );
  return rows;
}

export async function insertDismissal(context: Context, { openId, otherId, shared }: Contradiction, reason: string): Promise<void> {
  if (context.actor.kind !== 'officer') throw new Error('only an officer dismisses');
  await sql`insert into contradiction_dismissal (id, open_id, other_id, cited, reason, dismissed_by, office_id, dismissed_at)
    values (${newId(milliseconds(context.now))}, ${openId}, ${otherId}, ${shared}, ${reason}, ${context.actor.officerId}, ${context.actor.officeId},
      ${context.now})`.execute(context.db);
}

export type Dismissal = {
  openId: RecordId;
  openReference: Reference;
  otherId: RecordId;
  cited: Contradiction['shared'];
  reason: string;
  dismissedAt: Instant;
  officerName: string;
  officeName: string;
};

/** The newest, of open records the officer may see. One of a superior names a record of another area: it is told no sooner than its row would be. */
export async function dismissalsIn(context: Context, atMost: number): Promise<Dismissal[]> {
  const { rows } =
    await sql<Dismissal>`select x.open_id, r.reference as open_reference, x.other_id, x.cited, x.reason, x.dismissed_at, o.name as officer_name, f.name as office_name
    from contradiction_dismissal x join record r on r.id = x.open_id join officer o on o.id = x.dismissed_by join office f on f.id = x.office_id
    where x.office_id = app_office() or x.cited = '{fir}' or exists (select from record other where other.id = x.other_id)
      or (r.opened_at + interval '3 days' <= ${context.now} and not entered_by_asker(r.id))
    order by x.dismissed_at desc, x.id desc limit ${atMost}`.execute(context.db);
  return rows;
}

/** The minimum fields of a record, and whether row security lets the officer open it. */
export type Header = {
  recordId: RecordId;
  kind: RecordKind;
  reference: Reference;
  status: RecordStatus;
  officeId: string;
  officeName: string;
  officeTelephone: string | null;
  visible: boolean;
};

export async function headersOf(context: Context, ids: readonly RecordId[]): Promise<Map<RecordId, Header>> {
  const { rows } = await sql<Header>`with seen as materialized (select id from record where id = any (${ids as RecordId[]}::uuid[]))
    select h.record_id, h.kind, h.reference, h.status, h.office_id, o.name as office_name, o.telephone as office_telephone, h.record_id in (select id from seen) as visible
    from record_headers(${ids as RecordId[]}::uuid[]) h join office o on o.id = h.office_id`.execute(context.db);
  return new Map(rows.map((row) => [row.recordId, row]));
}

/** `ofId`: of the pair, the record it shares something with. */
export type ClosedSharing = Pick<Header, 'recordId' | 'kind' | 'reference' | 'status'> & {
  ofId: RecordId;
  shared: Contradiction['shared'];
};

const MOST_CLOSED = 5;

/** Closed records the officer may see that share something to the letter with one of these, closed since its child was last seen; of another sex only a picture counts. */
export async function closedSharingWith(context: Context, ids: readonly RecordId[]): Promise<ClosedSharing[]> {
  const { rows } =
    await sql<ClosedSharing>`with mine as materialized (select * from report_identifier where record_id = any (${ids as RecordId[]}::uuid[])),
    sharing as (
      select m.record_id as of_id, o.record_id, 'fir' as what from mine m join report_identifier o on o.complaint_id = m.complaint_id where m.paper is not null
      union select m.record_id, o.record_id, 'telephone' from mine m join report_identifier o on o.telephone_key = m.telephone_key
      union select m.record_id, o.record_id, 'address' from mine m join report_identifier o on o.address_key = m.address_key
      union select p.record_id, q.record_id, 'photograph' from photograph_print p join photograph_print q on q.sha256 = p.sha256
        where p.record_id = any (${ids as RecordId[]}::uuid[]))
    select r.id as record_id, r.kind, r.reference, r.status, s.of_id, array_agg(distinct s.what order by s.what) as shared
    from sharing s join record r on r.id = s.record_id join record m on m.id = s.of_id
      left join description d on d.record_id = r.id left join description e on e.record_id = m.id
    where r.closed_at > m.happened_at and r.status <> 'false-report' and r.id <> all (${ids as RecordId[]}::uuid[])
      and (s.what = 'photograph' or coalesce(d.sex = e.sex, true))
    group by r.id, s.of_id order by r.closed_at desc, r.id limit ${MOST_CLOSED}`.execute(context.db);
  return rows;
}

/** Pairs the matcher holds among these records, by both ids. */
export async function pairsAmong(
  context: Context,
  ids: readonly RecordId[],
): Promise<{ id: string; missingId: RecordId; foundId: RecordId }[]> {
  const all = sql`any (${ids as RecordId[]}::uuid[])`;
  const { rows } = await sql<{ id: string; missingId: RecordId; foundId: RecordId }>`select id, missing_id, found_id from match_candidate
    where missing_id = ${all} and found_id = ${all} and standing <> 'withdrawn'`.execute(context.db);
  return rows;
}
