// The public notice of a missing child: it exists only by an authorised order, shows only what the order allows, and ends by itself (JJ Act s.74, POCSO s.23, BNS s.72).
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Reference } from '../../kernel/reference.ts';
import { type Instant, addDays, dayOf, endOfDay } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite, photographsOf, readRecord } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import type { NoticeDraft, WithdrawNoticeDraft } from './notice-form.ts';
import { type MissingReport, isStillMissing } from './missing-report.ts';
import { endNotice, insertNotice, liveNoticeOf } from './notice-store.ts';
import { readMissingReport } from './store.ts';

export const MOST_NOTICE_DAYS = 90;

export type NoticeAuthority = 'cwc' | 'jjb' | 'court' | 'police-tracing';

/** Whose order an officer of such an office may publish on. A court's order is carried out by either. */
const authoritiesOf: Record<string, readonly NoticeAuthority[]> = {
  'police-station': ['police-tracing', 'court'],
  'railway-post': ['police-tracing', 'court'],
  'juvenile-police-unit': ['police-tracing', 'court'],
  'anti-trafficking-unit': ['police-tracing', 'court'],
  cwc: ['cwc', 'court'],
  jjb: ['jjb'],
};

export function authoritiesFor(officeKind: string): readonly NoticeAuthority[] {
  return authoritiesOf[officeKind] ?? [];
}

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

function checkNotice(context: Context, draft: NoticeDraft, officeKind: string): Refusal | null {
  const today = dayOf(context.now);
  if (!authoritiesFor(officeKind).includes(draft.authority)) return refuse('missing-reports.error.authority', {}, 'authority');
  if (draft.expiresOn <= today) return refuse('missing-reports.error.expiresPast', {}, 'expiresOn');
  if (draft.expiresOn > addDays(today, MOST_NOTICE_DAYS))
    return refuse('missing-reports.error.expiresTooLate', { days: MOST_NOTICE_DAYS }, 'expiresOn');
  return null;
}

/** Publishes a child still missing, by an order. Answers the record, whose notice is public when the transaction commits. */
export async function publishNotice(context: Context, reference: Reference, draft: NoticeDraft): Promise<ChildRecord | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer' || !context.tools.may(actor, 'notice.publish')) return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  const report = await readMissingReport(context, record.id);
  const refusal = whyUnpublishable(record, report!) ?? checkNotice(context, draft, actor.officeKind);
  if (refusal) return refusal;
  if (!(await endExpired(context, record.id))) return refuse('missing-reports.error.noticeLive');
  const photographs = (await photographsOf(context, [record.id])).get(record.id) ?? [];
  const photographId = draft.fields.includes('photograph') ? (draft.photographId ?? photographs[0]?.id) : undefined;
  if (draft.fields.includes('photograph') && !photographs.some(({ id }) => id === photographId)) {
    return refuse('missing-reports.error.noPhotograph', {}, 'fields');
  }
  await auditWrite(context, record.id);
  const id = await insertNotice(context, record.id, { ...draft, photographId: photographId ?? null, expiresAt: endOfDay(draft.expiresOn) });
  await writeDiary(context, record.id, {
    happening: 'missing.noticePublished',
    facts: { authority: draft.authority },
    paper: { kind: 'notice', id },
  });
  return record;
}

/** Ends a notice whose day is over. False if one is still live. */
async function endExpired(context: Context, recordId: RecordId): Promise<boolean> {
  const live = await liveNoticeOf(context, recordId);
  if (!live) return true;
  if (live.expiresAt > context.now) return false;
  await withdrawLiveNotice(context, recordId, 'expired');
  return true;
}

export type WithdrawnBecause = 'traced' | 'authority-withdrawn' | 'expired' | 'offence-link' | 'corrected';

/** Takes the live notice of a record down, if there is one, and says so in its diary. Answers whether there was. */
export async function withdrawLiveNotice(context: Context, recordId: RecordId, because: WithdrawnBecause): Promise<boolean> {
  const id = await endNotice(context, recordId, because);
  if (!id) return false;
  await writeDiary(context, recordId, { happening: 'missing.noticeWithdrawn', facts: { because }, paper: { kind: 'notice', id } });
  return true;
}

export async function withdrawNotice(context: Context, reference: Reference, draft: WithdrawNoticeDraft): Promise<ChildRecord | Refusal> {
  if (!context.tools.may(context.actor, 'notice.withdraw')) return refuse('web.error.notFound');
  const record = await readRecord(context, { reference }, 'missing');
  if (isRefusal(record)) return record;
  await auditWrite(context, record.id);
  return (await withdrawLiveNotice(context, record.id, draft.because)) ? record : refuse('missing-reports.error.noNotice');
}

/** Whether a notice is on show at `now`. */
export function isLive(notice: { withdrawnAt: Instant | null; expiresAt: Instant }, now: Instant): boolean {
  return notice.withdrawnAt === null && notice.expiresAt > now;
}
