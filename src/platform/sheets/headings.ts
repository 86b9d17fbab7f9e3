// Where the headings of a table stand, and which column holds which field: people write a title, and blank rows, above.
import { type Cell, holdsOneOf, simpleText } from './cells.ts';

const HEADINGS_WITHIN = 15;

/** In order: a heading is of the first field one of whose words it holds, so "order date" stands before "date". Words are simplified (`simpleText`). */
export type Headings<Field extends string> = readonly (readonly [Field, readonly string[]])[];

/** The field a heading names. With one of the words `notIf` it names none. */
export function fieldOf<Field extends string>(
  headings: Headings<Field>,
  cell: Cell | undefined,
  notIf: readonly string[] = [],
): Field | undefined {
  const text = simpleText(cell);
  if (!text || holdsOneOf(text, notIf)) return undefined;
  return headings.find(([, words]) => holdsOneOf(text, words))?.[0];
}

export type HeadingRow<Field extends string> = { at: number; columns: Map<Field, number> };

/** The first row that names all of `needed`. Of two columns of one field the left one counts. */
export function headingRow<Field extends string>(
  cells: readonly Cell[][],
  of: (cell: Cell | undefined) => Field | undefined,
  needed: readonly Field[],
): HeadingRow<Field> | undefined {
  for (const [at, row] of cells.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = new Map<Field, number>();
    for (const [column, cell] of row.entries()) {
      const field = of(cell);
      if (field && !columns.has(field)) columns.set(field, column);
    }
    if (needed.every((field) => columns.has(field))) return { at, columns };
  }
  return undefined;
}
