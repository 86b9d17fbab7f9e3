// The verbs of a social investigation report: save a part, submit the whole. By the office it was ordered from, and nobody else.
import type { Reference } from '../../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import type { RequestContext } from '../../../web/route.ts';
import { auditWrite, readToChange } from '../../children/index.ts';
import { effectiveEntries, readDiary, writeDiary } from '../../diary/index.ts';
import { stepEntries } from '../schedule/actions.ts';
import { type ReportDraft, answersIn } from './form.ts';
import { fieldsOfPart } from './report-fields.ts';
import { addAnswers, answersAt, readReport, submitReport } from './report-store.ts';
import { type SocialReport, merged, missingToSubmit } from './social-report.ts';

export type Written = { report: SocialReport; officer: OfficerActor };

/** The report, opened for writing. Once submitted it is the Committee's. */
export async function openToWrite(
  context: Context,
  reference: Reference,
  reportId: string,
  held: 'held' | 'read',
): Promise<Written | Refusal> {
  const { actor } = context;
  const record = await readToChange(context, reference, 'found');
  if (isRefusal(record)) return record;
  const report = await readReport(context, record.id, reportId, held);
  if (actor.kind !== 'officer' || !report || report.toOfficeId !== actor.officeId) return refuse('web.error.notFound');
  return report.submittedAt === null ? { report, officer: actor } : refuse('cwc-report.error.submitted');
}

/** What two workers wrote differently is refused field by field, with what the other wrote; nothing typed is lost. */
export async function savePart(
  context: RequestContext,
  reference: Reference,
  reportId: string,
  draft: ReportDraft,
): Promise<SocialReport | Refusal | Refusal[]> {
  const opened = await openToWrite(context, reference, reportId, 'held');
  if (isRefusal(opened)) return opened;
  const { report, officer } = opened;
  if (draft.seen > report.version) return refuse('web.error.notAChoice', {}, 'seen');
  const fields = fieldsOfPart(draft.part);
  const base = await answersAt(context, report.id, draft.seen, 'with-sealed');
  const now = await answersAt(context, report.id, report.version, 'with-sealed');
  const { write, differences } = merged(fields, answersIn(draft, fields), base, now);
  if (differences.length > 0)
    return differences.map(({ field, theirs, by, at }) =>
      refuse('cwc-report.error.different', { theirs: theirs || '–', by, when: formatMoment(context.view, at) }, field),
    );
  await auditWrite(context, report.recordId);
  if (write.length > 0) await addAnswers(context, officer, report, write);
  return report;
}

/** Form 22 before the Committee: the duty of whoever was ordered ends, and so does the step of the sheet. */
export async function submit(context: Context, reference: Reference, reportId: string): Promise<SocialReport | Refusal> {
  const opened = await openToWrite(context, reference, reportId, 'held');
  if (isRefusal(opened)) return opened;
  const { report, officer } = opened;
  const missing = missingToSubmit(await answersAt(context, report.id, report.version, 'open-only'));
  if (missing.length > 0) return refuse('cwc-report.error.incomplete', { count: missing.length });
  await auditWrite(context, report.recordId);
  await submitReport(context, officer, report.id);
  const diary = effectiveEntries(await readDiary(context, report.recordId));
  const paper = { kind: 'social-report', id: report.id };
  await writeDiary(
    context,
    report.recordId,
    { happening: 'inquiry.reportSubmitted', facts: { order: report.orderId }, paper },
    ...stepEntries(diary, 'report', paper),
  );
  return report;
}
