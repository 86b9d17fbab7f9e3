// Two people open what is sealed: one asks with a purpose, a second one of another office agrees. Each look at what was opened is in the audit log.
import type { Reference } from '../../kernel/reference.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readRecord } from '../children/index.ts';
import type { AnswerDraft, AskDraft } from './form.ts';
import { answerAsking, grantsTo, insertAsking, readAsking } from './store.ts';
import { type OpenClasses, type Unsealing, allOpen } from './unsealing.ts';

export async function askToOpen(context: Context, reference: Reference, draft: AskDraft): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  const record = await readRecord(context, { reference }, 'found');
  if (isRefusal(record)) return record;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  await auditWrite(context, record.id);
  const { sealedClass: of, purpose, need } = draft;
  const id = await insertAsking(context, actor, { recordId: record.id, of, purpose, need });
  return id ? record : refuse('unsealing.error.askedAlready', {}, 'sealedClass');
}

/** Refused to whoever asked and to everybody of the same office, however high: nobody opens a file alone (security sheet A25). */
export async function answerToOpen(context: Context, id: string, draft: AnswerDraft): Promise<Unsealing | Refusal> {
  const { actor } = context;
  const asking = await readAsking(context, id);
  if (!asking || actor.kind !== 'officer') return refuse('web.error.notFound');
  if (asking.askedBy === actor.officerId || asking.askedOffice === actor.officeId)
    return refuse('unsealing.error.sameOffice', {}, 'answer');
  await auditWrite(context, asking.recordId);
  return (await answerAsking(context, actor, id, draft)) ? asking : refuse('unsealing.error.answeredAlready', {}, 'answer');
}

/** What of this child's file is open to the reader: everything to who has `permission`, else what two people opened, each of whose looks is written down. */
export async function openTo(context: Context, recordId: RecordId, permission: string): Promise<OpenClasses> {
  const { actor, tools } = context;
  if (tools.may(actor, permission)) return allOpen;
  if (actor.kind !== 'officer') return new Set();
  const grants = await grantsTo(context, actor, recordId);
  for (const { class: of, purpose } of grants)
    await audit({ ...context, ground: { name: `unsealing.read.${of}`, purpose } }, 'read', [recordId]);
  return new Set(grants.map(({ class: of }) => of));
}
