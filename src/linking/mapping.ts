// The mapping file: which column of each spreadsheet says what. Strict, so that a slip is told instead of silently losing a field.
import { z } from 'zod';
import { type ColumnAspect, InputFault, birthAspects, columnAspects } from './aspects.ts';

/** How one file is read. `columns`: header → aspect. `ageAsOf`: the day all ages of the file were true (yyyy-mm-dd), where no column says it. */
export type FileMapping = {
  readonly id: string | null;
  readonly truth: string | null;
  readonly columns: ReadonlyMap<string, ColumnAspect>;
  readonly ageAsOf: string | null;
};

const side = z.strictObject({
  id: z.string().optional(),
  truth: z.string().optional(),
  ageAsOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, yyyy-mm-dd')
    .optional(),
  columns: z.record(z.string(), z.enum(columnAspects)),
});
const schema = z.union([side, z.strictObject({ left: side, right: side })]);

function fileMapping(of: z.infer<typeof side>): FileMapping {
  return { id: of.id ?? null, truth: of.truth ?? null, ageAsOf: of.ageAsOf ?? null, columns: new Map(Object.entries(of.columns)) };
}

function unknownAspect(raw: unknown): string | null {
  const sides = [raw, (raw as { left?: unknown })?.left, (raw as { right?: unknown })?.right] as { columns?: Record<string, unknown> }[];
  for (const one of sides)
    for (const [column, aspect] of Object.entries(one?.columns ?? {}))
      if (!(columnAspects as readonly unknown[]).includes(aspect))
        return `the mapping gives column "${column}" the unknown aspect "${String(aspect)}"; known are: ${columnAspects.join(', ')}`;
  return null;
}

/** One mapping for both files, or one for each under `left` and `right`. Throws InputFault with the first thing that is wrong. */
export function parseMapping(raw: unknown): { left: FileMapping; right: FileMapping } {
  const wrong = unknownAspect(raw);
  if (wrong) throw new InputFault(wrong);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    throw new InputFault(
      `the mapping must look like {"id": "…", "columns": {"<column>": "<aspect>"}}, or hold one such under "left" and one under "right": ${z.prettifyError(parsed.error)}`,
    );
  }
  if ('left' in parsed.data) return { left: fileMapping(parsed.data.left), right: fileMapping(parsed.data.right) };
  return { left: fileMapping(parsed.data), right: fileMapping(parsed.data) };
}

/** Every column the mapping names must stand in the header. */
export function checkColumns(mapping: FileMapping, header: readonly string[], file: string): void {
  const named = [...mapping.columns.keys(), ...[mapping.id, mapping.truth].filter((name) => name !== null)];
  for (const column of named) {
    if (!header.includes(column)) {
      throw new InputFault(`${file} has no column "${column}"; its columns are: ${header.join(', ')}`);
    }
  }
}

/** The same, and something must be left to compare. */
export function checkMapping(mapping: FileMapping, header: readonly string[], file: string): void {
  checkColumns(mapping, header, file);
  const told = [...mapping.columns.values()].filter(
    (aspect) => aspect !== 'age-as-of' && aspect !== 'birth-month' && aspect !== 'birth-day',
  );
  if (told.length === 0)
    throw new InputFault(`${file}: no column says anything that can be compared; map at least one (${columnAspects.join(', ')})`);
}

/** Without a day, an age cannot be carried to another file's: better no evidence than wrong evidence. */
export function agesWithoutDay(mapping: FileMapping): boolean {
  const aspects = [...mapping.columns.values()];
  const birth = aspects.filter((aspect) => birthAspects.includes(aspect));
  return birth.length === 1 && birth[0] === 'age' && mapping.ageAsOf === null;
}
