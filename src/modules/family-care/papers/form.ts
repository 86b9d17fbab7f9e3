// The form of a paper, from the table of its fields: it may be saved with gaps, and is handed in without.
import { z } from 'zod';
import { choice, day, optionalText, wholeNumber } from '../../../web/fields.ts';
import { type PaperField, type PaperKind, paperKinds, papers } from './paper-fields.ts';

function fieldSchema(field: PaperField): z.ZodType {
  if (field.kind === 'choice') return choice(field.options).optional();
  if (field.kind === 'day') return day().optional();
  if (field.kind === 'number') return wholeNumber(0, 100_000_000).optional();
  return optionalText(field.kind === 'line' ? 300 : 4000);
}

const everyField = new Map(paperKinds.flatMap((kind) => papers[kind].fields.map((field) => [field.name, field] as const)));

/** `seen`: the version the page was opened at. A field of another paper is refused by the verb. */
export const paperSchema = z.strictObject({
  seen: wholeNumber(0, 1_000_000),
  ...Object.fromEntries([...everyField].map(([name, field]) => [name, fieldSchema(field)])),
});
export type PaperDraft = { seen: number } & Record<string, unknown>;

/** As kept: of each field the text that was given. */
export function answersIn(draft: PaperDraft, kind: PaperKind): Map<string, string> {
  return new Map(papers[kind].fields.flatMap(({ name }) => (draft[name] === undefined ? [] : [[name, String(draft[name])] as const])));
}
