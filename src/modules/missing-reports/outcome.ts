// How a missing report ends: the child traced, the report closed with its outcome, and opened again. Never by itself, not even on an 18th birthday (M20).
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readRecord } from '../children/index.ts';
import { type NewEntry, writeDiary } from '../diary/index.ts';
import { openForChange } from './description-actions.ts';
import type { CloseDraft, ReopenDraft, TracedDraft } from './follow-up-form.ts';
import { isStillMissing } from './missing-report.ts';
import { insertNote } from './store.ts';

/** The child was found on this report. The public notice is gone when the transaction commits. */
export async function markTraced(context: Context, reference: Reference, draft: TracedDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference);
  if (isRefusal(record)) return record;
  const happenedAt = instantAt(draft.tracedOn, draft.tracedAt);
  if (happenedAt > context.now) return refuse('missing-reports.error.future', {}, 'tracedOn');
  if (happenedAt < record.happenedAt) return refuse('missing-reports.error.beforeLastSeen', {}, 'tracedOn');
  const paper = await insertNote(context, record.id, draft.where);
  await writeDiary(context, record.id, {
    happening: 'missing.traced',
    facts: { how: draft.how, alive: draft.alive === 'yes' },
    happenedAt,
    paper,
  });
  return record;
}

/** Outcomes that need a trace first: no case of a child still missing is closed as if the child were safe. */
const needTrace: readonly CloseDraft['outcome'][] = ['restored', 'in-care', 'deceased'];

export async function closeReport(context: Context, reference: Reference, draft: CloseDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference);
  if (isRefusal(record)) return record;
  if (needTrace.includes(draft.outcome) && isStillMissing(record.status)) return refuse('missing-reports.error.notTraced', {}, 'outcome');
  const paper = await insertNote(context, record.id, draft.reason);
  const entries: NewEntry[] = draft.outcome === 'false-report' ? [{ happening: 'missing.falseReport', facts: {}, paper }] : [];
  await writeDiary(context, record.id, ...entries, { happening: 'missing.closed', facts: { outcome: draft.outcome }, paper });
  return record;
}

export async function reopenReport(context: Context, reference: Reference, draft: ReopenDraft): Promise<ChildRecord | Refusal> {
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  if (isStillMissing(record.status)) return refuse('missing-reports.error.stillOpen');
  await auditWrite(context, record.id);
  await writeDiary(context, record.id, {
    happening: 'missing.reopened',
    facts: {},
    paper: await insertNote(context, record.id, draft.reason),
  });
  return record;
}
