// The form of a part of Form 22, from the table of its items; and the submission.
import { z } from 'zod';
import { choice, choices, day, optionalText, wholeNumber } from '../../../web/fields.ts';
import { type ReportField, reportFields, reportParts } from './report-fields.ts';

function schemaOf(field: ReportField): z.ZodType {
  if (field.kind === 'choice') return choice(field.options).optional();
  if (field.kind === 'choices') return choices(field.options);
  if (field.kind === 'day') return day().optional();
  return optionalText(field.kind === 'line' ? 300 : 4000);
}

/** `seen`: the version of the report the page was opened at. */
export const reportSchema = z.strictObject({
  part: choice(reportParts),
  seen: wholeNumber(0, 1_000_000),
  ...Object.fromEntries(reportFields.map((field) => [field.name, schemaOf(field)])),
});
export type ReportDraft = { part: (typeof reportParts)[number]; seen: number } & Record<string, unknown>;

export function answersIn(draft: ReportDraft, fields: readonly ReportField[]): Map<string, string> {
  return new Map(fields.map(({ name }) => [name, [draft[name] ?? []].flat().join(',')]));
}
