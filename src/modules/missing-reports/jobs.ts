// What missing reports do when something happens: a notice was taken down, and the family, who share it most, are asked to take their copies down.
import type { Context } from '../../platform/context.ts';
import { queueMessage } from '../../platform/messages/store.ts';
import { lookOutAgain } from '../alerts/index.ts';
import { peekRecord } from '../children/index.ts';
import type { HappeningNews, Listener } from '../diary/index.ts';
import { readOffice } from '../officers/index.ts';
import { withdrawLiveNotice } from '../notices/index.ts';
import { isStillMissing } from './missing-report.ts';
import { barredOfComplaint, readComplaint, readMissingReport } from './store.ts';

/** To the telephone the report was made from; never to one the child is kept from; in English, since a complaint does not keep the language it was made in. */
export async function askForCopies(context: Context, { recordId, entryId }: Pick<HappeningNews, 'recordId' | 'entryId'>): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  const report = await readMissingReport(context, recordId);
  const complaint = report && (await readComplaint(context, report.complaintId));
  if (!record || report?.contactBarred || report?.askerBarred || !complaint?.informantTelephone) return;
  const facts = { reference: record.reference as string, office: (await readOffice(context, record.officeId))?.name ?? '' };
  const message = { channel: 'sms', to: complaint.informantTelephone, template: 'noticeWithdrawn', facts, locale: 'en' } as const;
  await queueMessage(context, message, entryId);
}

/** A charge bars every child of the complaint; where one's record is held elsewhere, only here can its notice end in its diary too. */
export async function endBarredNotices(context: Context, { recordId }: Pick<HappeningNews, 'recordId'>): Promise<void> {
  const report = await readMissingReport(context, recordId);
  if (!report?.offenceLink) return;
  for (const sibling of await barredOfComplaint(context, report.complaintId)) await withdrawLiveNotice(context, sibling, 'offence-link');
}

/** Opened again, or its identity taken back, while nobody knows where the child is: whoever looked out for the child does so again. */
export async function lookOutAgainIfMissing(
  context: Context,
  { recordId, entryId }: Pick<HappeningNews, 'recordId' | 'entryId'>,
): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (record && isStillMissing(record.status)) await lookOutAgain(context, record, entryId);
}

export const listeners: Listener[] = [
  { name: 'missing-reports.lookOutAgain', happenings: ['missing.reopened', 'match.judgementReversed'], hear: lookOutAgainIfMissing },
  { name: 'missing-reports.askForCopies', happenings: ['missing.noticeWithdrawn'], hear: askForCopies },
  { name: 'missing-reports.endBarredNotices', happenings: ['missing.firRegistered'], hear: endBarredNotices },
];
