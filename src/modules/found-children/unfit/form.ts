// A child under two, too ill to be brought before the Committee (MR r.18; JJ Model Rules 2007 r.27(2)): who says so, the report in place of the production, fit again.
import { z } from 'zod';
import { text } from '../../../web/fields.ts';
import { whenFields } from '../../../web/when.ts';

export const unfitSchema = z.strictObject({
  doctor: text(200, 'found-children.error.doctor'),
  illness: text(1000, 'found-children.error.illness'),
  ...whenFields,
});
export type UnfitDraft = z.output<typeof unfitSchema>;

export const unfitReportSchema = z.strictObject({ report: text(2000, 'found-children.error.report'), ...whenFields });
export type UnfitReportDraft = z.output<typeof unfitReportSchema>;

export const fitSchema = z.strictObject({ certificate: text(300, 'found-children.error.certificate'), ...whenFields });
export type FitDraft = z.output<typeof fitSchema>;
