// SQL of status contradictions: two records that share something exactly, and say opposite things of the child.
import { sql } from 'kysely';
import type { RecordId } from '../../../kernel/ids.ts';
import type { RecordKind, Reference } from '../../../kernel/reference.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import type { After } from '../../../platform/paging.ts';
import type { RecordStatus } from '../../children/index.ts';

export type Contradiction = {
  /** Of the officer's own area; the other may lie anywhere. */
  openId: RecordId;
  otherId: RecordId;
  shared: ('fir' | 'telephone' | 'address' | 'photograph')[];
  openedAt: Instant;
};

/** Newest first; a few more than asked for where the last open record contradicts several. Nothing for a role that watches over no area. */
export async function contradictionsIn(context: Context, after: After | null, atMost: number): Promise<Contradiction[]> {
  const { rows } = await sql<Contradiction>`select open_id, other_id, shared, opened_at
    from status_contradictions(${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${atMost})`.execute(context.db);
  return rows;
}

/** The minimum fields of a record, and whether row security lets the officer open it. */
export type Header = {
  recordId: RecordId;
  kind: RecordKind;
  reference: Reference;
  status: RecordStatus;
  officeName: string;
  officeTelephone: string | null;
  visible: boolean;
};

export async function headersOf(context: Context, ids: readonly RecordId[]): Promise<Map<RecordId, Header>> {
  const { rows } = await sql<Header>`with seen as materialized (select id from record where id = any (${ids as RecordId[]}::uuid[]))
    select h.record_id, h.kind, h.reference, h.status, o.name as office_name, o.telephone as office_telephone, h.record_id in (select id from seen) as visible
    from record_headers(${ids as RecordId[]}::uuid[]) h join office o on o.id = h.office_id`.execute(context.db);
  return new Map(rows.map((row) => [row.recordId, row]));
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
