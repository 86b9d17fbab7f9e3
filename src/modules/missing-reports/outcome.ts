// How a missing report ends: the child traced and produced, the report closed with its outcome, and opened again. Never by itself, not even on an 18th birthday (M20).
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Instant, instantAt } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { notBefore } from '../../web/when.ts';
import { type ChildRecord, auditWrite, isOpenReport, openForChange, readToChange } from '../children/index.ts';
import { type NewEntry, effectiveEntries, lastOf, readDiary, writeDiary } from '../diary/index.ts';
import type { CloseDraft, ProducedDraft, ReopenDraft, TracedDraft } from './follow-up-form.ts';
import { writtenAt } from './investigation.ts';
import { isStillMissing } from './missing-report.ts';
import { insertNote } from './store.ts';

/** Traced by a match stands on two people: the officer who judged it, and the Committee that confirmed it. */
async function isConfirmed(context: Context, record: ChildRecord): Promise<boolean> {
  const diary = effectiveEntries(await readDiary(context, record.id));
  return lastOf(diary, 'identity.confirmed', 'identity.refused', 'match.judgementReversed')?.happening === 'identity.confirmed';
}

/** The child was found on this report. The public notice is gone when the transaction commits. */
export async function markTraced(context: Context, reference: Reference, draft: TracedDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const happenedAt = instantAt(draft.tracedOn, draft.tracedAt);
  if (happenedAt > context.now) return refuse('missing-reports.error.future', {}, 'tracedOn');
  if (happenedAt < record.happenedAt) return refuse('missing-reports.error.beforeLastSeen', {}, 'tracedOn');
  if (draft.how === 'by-match' && !(await isConfirmed(context, record))) return refuse('missing-reports.error.notConfirmed', {}, 'how');
  const paper = await insertNote(context, record.id, draft.where);
  await writeDiary(context, record.id, {
    happening: 'missing.traced',
    facts: { how: draft.how, alive: draft.alive === 'yes' },
    happenedAt,
    paper,
  });
  return record;
}

/**
 * A child the police traced themselves has no found record; its production before the Committee (JJ Act s.31(1)) is written here. A child
 * recognised in a home is produced on that record, by the Committee.
 */
export async function recordProducedByPolice(context: Context, reference: Reference, draft: ProducedDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  if (record.status !== 'traced') return refuse('missing-reports.error.notTraced');
  const happenedAt = instantAt(draft.doneOn, draft.doneAt);
  if (happenedAt > context.now) return refuse('missing-reports.error.future', {}, 'doneOn');
  const traced = lastOf(effectiveEntries(await readDiary(context, record.id)), 'missing.traced');
  if (traced && happenedAt < traced.happenedAt) return refuse('missing-reports.error.beforeTraced', {}, 'doneOn');
  const paper = draft.remark ? await insertNote(context, record.id, draft.remark) : undefined;
  const journey: NewEntry[] = draft.journeyMinutes
    ? [{ happening: 'found.journeyRecorded', facts: { minutes: draft.journeyMinutes }, happenedAt }]
    : [];
  await writeDiary(context, record.id, ...journey, { happening: 'found.produced', facts: { sitting: draft.sitting }, happenedAt, paper });
  return record;
}

/** Outcomes that need a trace first: no case of a child still missing is closed as if the child were safe. */
const needTrace: readonly CloseDraft['outcome'][] = ['restored', 'in-care', 'deceased'];

/** A duplicate stands only on another report of the child that is still open: else a child nobody looks for would be closed away. */
async function otherReport(context: Context, record: ChildRecord, draft: CloseDraft): Promise<Reference | Refusal> {
  const reference = readReference(draft.duplicateOf ?? '');
  const other = reference && reference !== record.reference && (await isOpenReport(context, reference));
  return other ? reference : refuse('missing-reports.error.duplicateOf', {}, 'duplicateOf');
}

/** When the report was closed, or a refusal at its field: not before the trace it stands on, nor before it was last opened again. */
async function closedAt(context: Context, record: ChildRecord, draft: CloseDraft): Promise<Instant | Refusal> {
  const at = writtenAt(record, draft, context.now);
  if (isRefusal(at)) return at;
  const diary = effectiveEntries(await readDiary(context, record.id));
  const traced = needTrace.includes(draft.outcome) ? lastOf(diary, 'missing.traced') : undefined;
  if (traced && notBefore(at, traced.happenedAt) === null) return refuse('missing-reports.error.closedBeforeTraced', {}, 'doneOn');
  const reopened = lastOf(diary, 'missing.reopened');
  if (!reopened) return at;
  return notBefore(at, reopened.happenedAt) ?? refuse('missing-reports.error.closedBeforeReopened', {}, 'doneOn');
}

export async function closeReport(context: Context, reference: Reference, draft: CloseDraft): Promise<ChildRecord | Refusal> {
  const record = await openForChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  if (needTrace.includes(draft.outcome) && isStillMissing(record.status)) return refuse('missing-reports.error.notTraced', {}, 'outcome');
  const other = draft.outcome === 'duplicate' ? await otherReport(context, record, draft) : null;
  if (isRefusal(other)) return other;
  const happenedAt = await closedAt(context, record, draft);
  if (isRefusal(happenedAt)) return happenedAt;
  const paper = await insertNote(context, record.id, other ? `${draft.reason} (${other})` : draft.reason);
  const entries: NewEntry[] = draft.outcome === 'false-report' ? [{ happening: 'missing.falseReport', facts: {}, happenedAt, paper }] : [];
  await writeDiary(context, record.id, ...entries, {
    happening: 'missing.closed',
    facts: { outcome: draft.outcome, ...(other ? { duplicateOf: other } : {}) },
    happenedAt,
    paper,
  });
  return record;
}

export async function reopenReport(context: Context, reference: Reference, draft: ReopenDraft): Promise<ChildRecord | Refusal> {
  const record = await readToChange(context, reference, 'missing');
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
