// Forms about a child in a home: admission, away and back, whom the home told, to another home, discharge, death. Words stay in rows of their own.
import { z } from 'zod';
import { choice, day, optionalText, text, time, uuid } from '../../../web/fields.ts';
import { whenFields } from '../../../web/when.ts';
import { leavings, orderedBy, toldOf } from './residence.ts';

/** The place in the home and, where the home is full or brothers and sisters are parted, why. */
const placeFields = {
  unit: uuid('institutions.error.unit'),
  admissionNumber: text(40, 'institutions.error.admissionNumber'),
  belongings: optionalText(500),
  overStrengthReason: optionalText(1000),
  apartReason: optionalText(1000),
} as const;

export const admissionSchema = z
  .strictObject({
    ...placeFields,
    orderedBy: choice(orderedBy, 'institutions.error.orderedBy'),
    orderNumber: optionalText(60),
    orderedOn: day().optional(),
    ...whenFields,
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.orderedBy === 'not-yet') return;
    if (!draft.orderNumber) wrong('orderNumber', 'institutions.error.orderNumber');
    if (!draft.orderedOn) wrong('orderedOn', 'institutions.error.orderedOn');
  });
export type AdmissionDraft = z.output<typeof admissionSchema>;

/** Form 41. */
export const leaveSchema = z.strictObject({
  place: text(300, 'institutions.error.leavePlace'),
  withWhom: text(200, 'institutions.error.withWhom'),
  orderNumber: text(60, 'institutions.error.leaveOrder'),
  dueBackOn: day('institutions.error.dueBack'),
  dueBackAt: time('institutions.error.dueBack'),
  ...whenFields,
});
export type LeaveDraft = z.output<typeof leaveSchema>;

export const hospitalSchema = z.strictObject({
  place: text(300, 'institutions.error.hospital'),
  withWhom: optionalText(200),
  ...whenFields,
});
export type HospitalDraft = z.output<typeof hospitalSchema>;

export const missingSchema = z.strictObject({ words: text(2000, 'institutions.error.missingWords'), ...whenFields });
export type MissingDraft = z.output<typeof missingSchema>;

export const backSchema = z.strictObject({ words: optionalText(1000), ...whenFields });
export type BackDraft = z.output<typeof backSchema>;

export const toldSchema = z.strictObject({ to: choice(toldOf, 'institutions.error.toldWhom'), ...whenFields });
export type ToldDraft = z.output<typeof toldSchema>;

const order = {
  orderNumber: text(60, 'institutions.error.orderNumber'),
  orderedOn: day('institutions.error.orderedOn'),
} as const;

export const transferSchema = z.strictObject({
  toOffice: uuid('institutions.error.toOffice'),
  ...order,
  reason: text(1000, 'institutions.error.transferReason'),
  apartReason: optionalText(1000),
});
export type TransferDraft = z.output<typeof transferSchema>;

export const answerSchema = z
  .strictObject({
    answer: choice(['accepted', 'refused'], 'institutions.error.answer'),
    unit: uuid().optional(),
    admissionNumber: optionalText(40),
    belongings: optionalText(500),
    overStrengthReason: optionalText(1000),
    reason: optionalText(1000),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.answer === 'refused' && !draft.reason) wrong('reason', 'institutions.error.refusalReason');
    if (draft.answer === 'accepted' && !draft.unit) wrong('unit', 'institutions.error.unit');
    if (draft.answer === 'accepted' && !draft.admissionNumber) wrong('admissionNumber', 'institutions.error.admissionNumber');
  });
export type AnswerDraft = z.output<typeof answerSchema>;

export const dischargeSchema = z.strictObject({
  leftHow: choice(leavings, 'institutions.error.leftHow'),
  leftTo: optionalText(300),
  ...order,
  ...whenFields,
});
export type DischargeDraft = z.output<typeof dischargeSchema>;

export const deathSchema = z.strictObject({ words: text(2000, 'institutions.error.deathWords'), ...whenFields });
export type DeathDraft = z.output<typeof deathSchema>;

export const siblingSchema = z.strictObject({ other: text(40, 'institutions.error.other') });
export type SiblingDraft = z.output<typeof siblingSchema>;

/** Nothing to say: the transfer asked for is asked no more. */
export const withdrawSchema = z.strictObject({});
