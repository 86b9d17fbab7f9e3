// Whether a missing child may be shown to the public at all, and the notice put up or taken down by an officer who may (JJ Act s.74, POCSO s.23, BNS s.72).
import type { Reference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, readRecord } from '../children/index.ts';
import { type NoticeDraft, type WithdrawNoticeDraft, putUpNotice, withdrawLiveNotice } from '../notices/index.ts';
import { type MissingReport, isStillMissing } from './missing-report.ts';
import { readMissingReport } from './store.ts';

/** Why this child may not be shown to the public at all, or null. Order matters: the gravest ground is named. */
export function whyUnpublishable(
  record: Pick<ChildRecord, 'status'>,
  report: Pick<MissingReport, 'offenceLink' | 'contactBarred'>,
): Refusal | null {
  if (report.offenceLink) return refuse('missing-reports.error.offenceLink');
  if (report.contactBarred) return refuse('missing-reports.error.contactBarred');
  if (!isStillMissing(record.status)) return refuse('missing-reports.error.notMissing');
  return null;
}

/** True if a section charged removes every right to publish: POCSO, or BNS 64 to 71 (IPC 375 to 376E before 1-7-2024). */
export function barsPublication(section: string): boolean {
  const text = section.toUpperCase().replace(/\s+/g, ' ');
  if (/POCSO|SEXUAL OFFENCES/.test(text)) return true;
  const numbers = [...text.matchAll(/\d+/g)].map((match) => Number(match[0]));
  const first = numbers[0];
  if (first === undefined) return false;
  return /\bIPC\b/.test(text) ? first >= 375 && first <= 376 : /\bBNS\b|^\d/.test(text) && first >= 64 && first <= 71;
}

/** Publishes a child still missing, by an order. Answers the record, whose notice is public when the transaction commits. */
export async function publishNotice(context: Context, reference: Reference, draft: NoticeDraft): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'notice.publish')) return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  const report = (await readMissingReport(context, record.id))!;
  return whyUnpublishable(record, report) ?? (await putUpNotice(context, record, draft)) ?? record;
}

export async function withdrawNotice(context: Context, reference: Reference, draft: WithdrawNoticeDraft): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'notice.withdraw')) return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  return (await withdrawLiveNotice(context, record.id, draft.because)) ? record : refuse('missing-reports.error.noNotice');
}
