// Who may change a record: the office that holds it, and those who supervise its district. A ground (a match, a transfer, an alert) lets an office read, never write.
import type { RecordKind, Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Actor, Context } from '../../platform/context.ts';
import type { ChildRecord } from './record.ts';
import { auditWrite, readRecord } from './store.ts';

/** Which verb a supervisor has, the table of permissions says; this says over whose records. `record_changeable()` is the same rule in row security. */
export function mayChange(actor: Actor, record: Pick<ChildRecord, 'officeId' | 'districtCode'>): boolean {
  if (actor.kind !== 'officer') return true; // a citizen sees no record but their own; the system acts for the law
  if (actor.reach === 'none') return false;
  return actor.officeId === record.officeId || (actor.reach === 'district' && actor.districtCode === record.districtCode);
}

/** Reads a record, open or closed, for a change, or refuses. Audits the read only: the verb that changes it audits the write. */
export async function readToChange(context: Context, reference: Reference, kind: RecordKind): Promise<ChildRecord | Refusal> {
  const record = await readRecord(context, { reference }, kind);
  if (isRefusal(record)) return record;
  return mayChange(context.actor, record) ? record : refuse('children.error.notYours');
}

/** Reads an open record for a change and audits the write. Every verb on a record of a child begins here. */
export async function openForChange(context: Context, reference: Reference, kind: RecordKind): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, kind);
  if (isRefusal(record)) return record;
  if (record.closedAt) return refuse(`children.error.closed.${kind}`);
  await auditWrite(context, record.id);
  return record;
}
