// The audit log: every read and write of a child's record, in the same transaction, with purpose and audit name.
import { sql } from 'kysely';
import type { RecordId } from '../kernel/ids.ts';
import type { Context } from './context.ts';

export type AuditAction = 'read' | 'write' | 'refused' | 'sign-in' | 'sign-out';

/** Writes one audit row for the request's ground. Throws if it cannot be written: then nothing is read or changed either. */
export async function audit(context: Context, action: AuditAction, recordId: RecordId | null = null): Promise<void> {
  const { actor, ground } = context;
  const officer = actor.kind === 'officer' ? actor : null;
  await sql`insert into audit_entry (at, officer_id, office_id, role, door, action, name, purpose, record_id, request_id)
    values (${context.now}, ${officer?.officerId ?? null}, ${officer?.officeId ?? null}, ${officer?.role ?? actor.kind}, ${context.door}, ${action},
      ${ground.name}, ${ground.purpose}, ${recordId}, ${context.requestId})`.execute(context.db);
}
