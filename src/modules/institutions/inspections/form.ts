// Form 46: a visit with what was seen and what is to be mended by when; and the home's word that it is mended.
import { z } from 'zod';
import { choice, day, optionalText, text, uuid } from '../../../web/fields.ts';
import { visitors } from './inspection.ts';

const MOST_FINDINGS = 5;
const finding = z.strictObject({ what: optionalText(500), mendBy: day().optional() });

export const visitSchema = z
  .strictObject({
    visitedBy: choice(visitors, 'institutions.error.visitedBy'),
    visitedOn: day('institutions.error.visitedOn'),
    members: text(400, 'institutions.error.members'),
    childrenHeard: optionalText(2000),
    lodging: optionalText(1000),
    food: optionalText(1000),
    health: optionalText(1000),
    education: optionalText(1000),
    safety: optionalText(1000),
    staff: optionalText(1000),
    registers: optionalText(1000),
    recommendation: optionalText(2000),
    findings: z.array(finding).max(MOST_FINDINGS).optional(),
  })
  .superRefine((draft, refine) => {
    const wrong = (path: (string | number)[], message: string) => refine.addIssue({ code: 'custom', path, message });
    for (const [at, { what, mendBy }] of (draft.findings ?? []).entries()) {
      if (what && !mendBy) wrong(['findings', at, 'mendBy'], 'institutions.error.mendBy');
      if (mendBy && !what) wrong(['findings', at, 'what'], 'institutions.error.what');
      if (mendBy && mendBy < draft.visitedOn) wrong(['findings', at, 'mendBy'], 'institutions.error.mendBefore');
    }
  });
export type VisitDraft = z.output<typeof visitSchema>;

export const mendSchema = z.strictObject({
  finding: uuid('institutions.error.finding'),
  mendedOn: day('institutions.error.mendedOn'),
  mendedHow: text(1000, 'institutions.error.mendedHow'),
});
export type MendDraft = z.output<typeof mendSchema>;
