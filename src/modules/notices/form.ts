// Forms of the public notice: the order it rests on, the particulars it may show, and its withdrawal.
import { z } from 'zod';
import { choice, choices, day, text, ticked, uuid } from '../../web/fields.ts';

/** What a notice may show at most (security §2, "Missing, authorised"). District and day of last seeing go together. */
export const noticeFields = ['name', 'age', 'sex', 'photograph', 'clothing', 'lastSeen'] as const;
export type NoticeField = (typeof noticeFields)[number];

export const noticeSchema = z.strictObject({
  authority: choice(['police-tracing', 'cwc', 'jjb', 'court']),
  orderNumber: text(100, 'notices.error.orderNumber'),
  reasons: text(2000, 'notices.error.reasons'),
  fields: choices(noticeFields).refine((fields) => fields.length > 0, 'notices.error.fields'),
  photographId: uuid().optional(),
  expiresOn: day('notices.error.expiresOn'),
  /** Said by the officer of sections that could not be read: none is under POCSO or BNS 64 to 71. */
  noSexualOffence: ticked(),
});
export type NoticeDraft = z.output<typeof noticeSchema>;

export const withdrawNoticeSchema = z.strictObject({ because: choice(['authority-withdrawn', 'corrected']) });
export type WithdrawNoticeDraft = z.output<typeof withdrawNoticeSchema>;
