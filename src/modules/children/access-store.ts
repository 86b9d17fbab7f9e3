// Who looked: the audit log of one record, read by those whom row security lets (the auditor; Committees and nodal officers for records they see).
import { sql } from 'kysely';
import type { RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import type { Instant } from '../../kernel/time.ts';
import { type AuditAction, audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';

export type AccessEntry = {
  at: Instant;
  action: AuditAction;
  /** The audit name of the page or verb. */
  name: string;
  officerName: string | null;
  officeName: string | null;
  /** The officer's role, or `citizen` or `system`. */
  role: string;
  purpose: string;
};
export type AccessedRecord = { reference: Reference; lastAt: Instant; looks: number; officers: number };

/** One who looked: how often, and when last. */
export type Looker = Pick<AccessEntry, 'officerName' | 'officeName' | 'role'> & { reads: number; writes: number; lastAt: Instant };

/** Of the newest looks at anything, those from which the records last looked at are drawn. */
const NEWEST = 500;

/** The record of that reference, if the officer may ask who looked at it. */
export async function recordIdOf(context: Context, reference: Reference): Promise<RecordId | undefined> {
  const { rows } = await sql<{ recordId: RecordId }>`select record_id from access_subjects(${reference}, '{}')`.execute(context.db);
  return rows[0]?.recordId;
}

/** Everybody who looked, each once, the latest first. Looking at the log is itself a look. */
export async function lookersOf(context: Context, recordId: RecordId): Promise<Looker[]> {
  const { rows } = await sql<Looker>`select o.name as officer_name, f.name as office_name, l.role, l.reads, l.writes, l.last_at
    from (select officer_id, office_id, role, count(*) filter (where action = 'read')::int as reads, count(*) filter (where action = 'write')::int as writes, max(at) as last_at
      from audit_entry where record_id = ${recordId} group by officer_id, office_id, role) l
      left join officer o on o.id = l.officer_id left join office f on f.id = l.office_id order by l.last_at desc`.execute(context.db);
  if (rows.length > 0) await audit(context, 'read', [recordId]);
  return rows;
}

export async function countAccesses(context: Context, recordId: RecordId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_entry where record_id = ${recordId}`.execute(context.db);
  return rows[0]!.n;
}

/** Newest first, a page of them. */
export async function accessesOf(
  context: Context,
  recordId: RecordId,
  { atMost, from }: { atMost: number; from: number },
): Promise<AccessEntry[]> {
  const { rows } = await sql<AccessEntry>`select a.at, a.action, a.name, o.name as officer_name, f.name as office_name, a.role, a.purpose
    from audit_entry a left join officer o on o.id = a.officer_id left join office f on f.id = a.office_id
    where a.record_id = ${recordId} order by a.sequence desc limit ${atMost} offset ${from}`.execute(context.db);
  return rows;
}

/** The records last looked at, as far as row security lets the officer see. */
export async function lastAccessed(context: Context, limit: number): Promise<AccessedRecord[]> {
  const { rows } = await sql<AccessedRecord>`with latest as (
      select record_id, max(at) as last_at, count(*) as looks, count(distinct officer_id) as officers
      from (select record_id, at, officer_id from audit_entry where record_id is not null order by sequence desc limit ${NEWEST}) as newest
      group by record_id order by max(at) desc limit ${limit})
    select s.reference, l.last_at, l.looks, l.officers
    from latest l join access_subjects(null, array(select record_id from latest)) s on s.record_id = l.record_id order by l.last_at desc`.execute(
    context.db,
  );
  return rows;
}
