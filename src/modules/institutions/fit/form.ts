// Form 38 as an application is entered, and the Committee's decision on it (Form 39), or the end of a recognition.
import { z } from 'zod';
import { choice, day, optionalText, text, uuid, wholeNumber } from '../../../web/fields.ts';
import { fitKinds } from './fit.ts';

export const applicationSchema = z.strictObject({
  fitKind: choice(fitKinds),
  name: text(200, 'institutions.error.fitName'),
  address: optionalText(400),
  serves: text(500, 'institutions.error.serves'),
  places: wholeNumber(1, 500).optional(),
  appliedOn: day('institutions.error.appliedOn'),
});
export type ApplicationDraft = z.output<typeof applicationSchema>;

export const decisionSchema = z
  .strictObject({
    body: uuid('institutions.error.fitBody'),
    decision: choice(['certify', 'refuse', 'withdraw'], 'institutions.error.decision'),
    decidedOn: day('institutions.error.decidedOn'),
    certificateNumber: optionalText(60),
    validUntil: day().optional(),
    reason: optionalText(1000),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: string, message: string) => refine.addIssue({ code: 'custom', path: [path], message });
    if (draft.decision === 'certify' && !draft.certificateNumber) wrong('certificateNumber', 'institutions.error.certificateNumber');
    if (draft.decision === 'certify' && draft.validUntil && draft.validUntil <= draft.decidedOn)
      wrong('validUntil', 'institutions.error.validUntil');
    if (draft.decision !== 'certify' && !draft.reason) wrong('reason', 'institutions.error.fitReason');
  });
export type DecisionDraft = z.output<typeof decisionSchema>;
