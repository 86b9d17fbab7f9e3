// The audit log: every read and write of a child's record, in the same transaction, with purpose and audit name.
import { sql } from 'kysely';
import type { RecordId } from '../kernel/ids.ts';
import type { Context } from './context.ts';

export type AuditAction = 'read' | 'write' | 'refused' | 'sign-in' | 'sign-out';

/**
 * Writes the audit rows for the request's ground, one for each record, in one statement however many a list shows; one row naming no record
 * where none is given. Throws if they cannot be written: then nothing is read or changed either.
 */
export async function audit(context: Context, action: AuditAction, recordIds?: readonly RecordId[]): Promise<void> {
  if (recordIds?.length === 0) return;
  const named = recordIds ? [...new Set(recordIds)] : [null];
  await write(context, action, sql`select unnest(${named}::uuid[])`);
}

/** A try that was refused, under the record's id where there is one of that reference: the id goes into the log and to nobody. */
export async function auditRefused(context: Context, reference: string | undefined): Promise<void> {
  await write(context, 'refused', reference ? sql`select record_id_of(${reference})` : sql`select null::uuid`);
}

async function write({ actor, ground, ...context }: Context, action: AuditAction, recordIds: ReturnType<typeof sql>): Promise<void> {
  const officer = actor.kind === 'officer' ? actor : null;
  await sql`insert into audit_entry (at, officer_id, office_id, role, door, action, name, purpose, request_id, record_id)
    select ${context.now}::timestamptz, ${officer?.officerId ?? null}::uuid, ${officer?.officeId ?? null}::uuid, ${officer?.role ?? actor.kind}, ${context.door},
      ${action}, ${ground.name}, ${ground.purpose}, ${context.requestId}, subject.record_id from (${recordIds}) as subject (record_id)`.execute(
    context.db,
  );
}
