// Whether a missing child may be shown to the public at all, and the notice put up or taken down by an officer who may (JJ Act s.74, POCSO s.23, BNS s.72).
import type { RecordId } from '../../kernel/ids.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readToChange } from '../children/index.ts';
import { type NoticeDraft, type WithdrawNoticeDraft, putUpNotice, withdrawLiveNotice } from '../notices/index.ts';
import { type MissingReport, isStillMissing } from './missing-report.ts';
import { chargeOf } from './sections.ts';
import { readComplaint, readMissingReport } from './store.ts';

/** Why this child may not be shown to the public at all, or null. Order matters: the gravest ground is named. */
export function whyUnpublishable(
  record: Pick<ChildRecord, 'status'>,
  report: Pick<MissingReport, 'offenceLink' | 'contactBarred' | 'askerBarred'>,
): Refusal | null {
  if (report.offenceLink) return refuse('missing-reports.error.offenceLink');
  if (report.contactBarred || report.askerBarred) return refuse('missing-reports.error.contactBarred');
  if (!isStillMissing(record.status)) return refuse('missing-reports.error.notMissing');
  return null;
}

/** True if a section charged removes every right to publish: POCSO, or BNS 64 to 71 (IPC 375 to 376E before 1-7-2024). */
export function barsPublication(section: string): boolean {
  return chargeOf(section) === 'barred';
}

/** The sections of a record's complaint that nobody could read: an officer must say what they charge before the child is shown. */
export async function unclearSections(context: Context, recordId: RecordId): Promise<string[]> {
  return (await sectionsCharged(context, recordId)).filter((section) => chargeOf(section) === 'unclear');
}

async function sectionsCharged(context: Context, recordId: RecordId): Promise<readonly string[]> {
  const report = await readMissingReport(context, recordId);
  return (report && (await readComplaint(context, report.complaintId)))?.sections ?? [];
}

/** The sections once more, as they read today: what was kept of them when they were typed does not suffice to show a child. */
async function whySectionsForbid(context: Context, recordId: RecordId, draft: NoticeDraft): Promise<Refusal | null> {
  if ((await sectionsCharged(context, recordId)).some(barsPublication)) return refuse('missing-reports.error.offenceLink');
  const unclear = await unclearSections(context, recordId);
  if (unclear.length === 0 || draft.noSexualOffence) return null;
  return refuse('missing-reports.error.unclearSections', { sections: unclear.join(', ') }, 'noSexualOffence');
}

/** Publishes a child still missing, by an order. Answers the record, whose notice is public when the transaction commits. */
export async function publishNotice(context: Context, reference: Reference, draft: NoticeDraft): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'notice.publish')) return refuse('web.error.notFound');
  const record = await readToChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  const report = (await readMissingReport(context, record.id))!;
  const forbidden = whyUnpublishable(record, report) ?? (await whySectionsForbid(context, record.id, draft));
  return forbidden ?? (await putUpNotice(context, record, draft)) ?? record;
}

export async function withdrawNotice(context: Context, reference: Reference, draft: WithdrawNoticeDraft): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'notice.withdraw')) return refuse('web.error.notFound');
  const record = await readToChange(context, reference, 'missing');
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  return (await withdrawLiveNotice(context, record.id, draft.because)) ? record : refuse('missing-reports.error.noNotice');
}
