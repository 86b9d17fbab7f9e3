// The form of Form 26: what it asks beside the steps, and a day for each step still to come.
import { z } from 'zod';
import { choice, day, optionalText } from '../../../web/fields.ts';
import type { SheetStep } from './sheet.ts';

const steps = {
  age: day().optional(),
  report: day().optional(),
  'further-investigation': day().optional(),
  statement: day().optional(),
  'care-plan': day().optional(),
  'final-order': day().optional(),
  review: day().optional(),
} satisfies Record<SheetStep, z.ZodType>;

export const ageEvidences = ['document', 'medical'] as const;
export const scheduleSchema = z.strictObject({
  ...steps,
  policeStation: optionalText(200),
  sections: optionalText(200),
  paperNumber: optionalText(100),
  probationOfficer: optionalText(120),
  investigatingOfficer: optionalText(120),
  medicalOn: day().optional(),
  ageEvidence: choice(ageEvidences).optional(),
});
export type ScheduleDraft = z.output<typeof scheduleSchema>;

export const stepDoneSchema = z.strictObject({
  reference: z.string({ error: 'web.error.chooseOne' }).max(40, 'web.error.notAChoice'),
  doneOn: day(),
});
export type StepDoneDraft = z.output<typeof stepDoneSchema>;
