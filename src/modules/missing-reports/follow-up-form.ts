// Forms of what is done after a report is taken: risk, tracing steps, trafficking, trace, close, reopen, description, photograph, bar.
import { z } from 'zod';
import { choice, choices, day, optionalText, text, ticked, time, uuid, wholeNumber } from '../../web/fields.ts';
import { whenFields } from '../../web/when.ts';
import { descriptionFields } from '../children/index.ts';
import { riskSigns } from './missing-report.ts';

/** The written Risk Assessment Form of the MWCD SOP 2016. */
export const riskSchema = z.strictObject({
  signs: choices(riskSigns),
  level: choice(['standard', 'high'], 'missing-reports.error.level'),
  urgency: optionalText(1000),
  linesOfInquiry: text(4000, 'missing-reports.error.linesOfInquiry'),
  /** When it was written. */
  ...whenFields,
});
export type RiskDraft = z.output<typeof riskSchema>;

export const tracedSchema = z.strictObject({
  how: choice(['by-police', 'by-family', 'by-match'], 'missing-reports.error.how'),
  alive: choice(['yes', 'no'], 'missing-reports.error.alive'),
  tracedOn: day('missing-reports.error.tracedOn'),
  tracedAt: time('missing-reports.error.tracedAt'),
  where: text(300, 'missing-reports.error.where'),
});
export type TracedDraft = z.output<typeof tracedSchema>;

export const closeSchema = z.strictObject({
  outcome: choice(['restored', 'in-care', 'deceased', 'false-report', 'duplicate'], 'missing-reports.error.outcome'),
  /** The other open report of the same child, by its reference: without one nothing is a duplicate. */
  duplicateOf: optionalText(40),
  reason: text(2000, 'missing-reports.error.reason'),
  ...whenFields,
});
export type CloseDraft = z.output<typeof closeSchema>;

export const reopenSchema = z.strictObject({ reason: text(2000, 'missing-reports.error.reason') });
export type ReopenDraft = z.output<typeof reopenSchema>;

/** A step done on a day at a time, with a remark: hue and cry, forwarding, the copy to legal services. */
export const stepSchema = z.strictObject({
  doneOn: day('missing-reports.error.doneOn'),
  doneAt: time('missing-reports.error.doneAt'),
  remark: optionalText(1000),
});
export type StepDraft = z.output<typeof stepSchema>;

export const agenciesSchema = stepSchema.extend({ noPhotograph: ticked() });
export type AgenciesDraft = z.output<typeof agenciesSchema>;

/** The child before the Committee, or before one member when it does not sit. */
export const producedSchema = stepSchema.extend({
  sitting: choice(['committee', 'single-member'], 'missing-reports.error.sitting'),
  journeyMinutes: wholeNumber(1, 10 * 24 * 60).optional(),
});
export type ProducedDraft = z.output<typeof producedSchema>;

export const transferSchema = z.strictObject({
  reason: text(2000, 'missing-reports.error.reason'),
  unitId: uuid('missing-reports.error.unit').optional(),
  transfer: ticked(),
});
export type TransferDraft = z.output<typeof transferSchema>;

/** When the suspicion arose; the transfer itself is done here. */
export const traffickingSchema = transferSchema.extend(whenFields);
export type TraffickingDraft = z.output<typeof traffickingSchema>;

/** To the station of the place where the child was last seen. */
export const moveSchema = z.strictObject({
  stationId: uuid('missing-reports.error.station'),
  reason: text(2000, 'missing-reports.error.reason'),
});
export type MoveDraft = z.output<typeof moveSchema>;

export const descriptionChangeSchema = z.strictObject({ ...descriptionFields, version: wholeNumber(1, 1_000_000) });
export type DescriptionChangeDraft = z.output<typeof descriptionChangeSchema>;

export const photographSchema = z.strictObject({ takenOn: day().optional(), suppliedBy: optionalText(100) });
export type PhotographDraft = z.output<typeof photographSchema>;

/** What takes away every right to publish, at once and for good. */
export const barSchema = z.strictObject({
  because: choice(['offence', 'contact'], 'missing-reports.error.bar'),
});
export type BarDraft = z.output<typeof barSchema>;
