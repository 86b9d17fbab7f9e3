// The columns of a table of the past, as docs/exchange.md has them: one row is one child, rows of one FIR stand together. Their order is free.

/** Those of the FIR: of several rows of one FIR the first counts. */
const ofFir = [
  'district',
  'station',
  'paper_kind',
  'year',
  'number',
  'registered_at',
  'information_received_at',
  'sections',
  'source',
  'informant_name',
  'informant_relation',
  'informant_telephone',
  'informant_address',
  'last_seen_at',
  'last_seen_place',
  'last_seen_district',
] as const;
const ofChild = [
  'child_name',
  'child_alias',
  'father_name',
  'mother_name',
  'sex',
  'birth_date',
  'age_from',
  'age_to',
  'height_from',
  'height_to',
  'languages',
  'marks',
  'clothing',
  'home_address',
  'home_district',
  'circumstance',
  'details',
  'traced_at',
  'traced_condition',
  'in_care_of',
  'closed_at',
  'outcome',
] as const;
const columns = [...ofFir, ...ofChild] as const;
export type Column = (typeof columns)[number];
export const neededColumns: readonly Column[] = ['district', 'station', 'year', 'number', 'registered_at', 'sections', 'last_seen_place', 'last_seen_district', 'sex']; // prettier-ignore

/** Columns as the header names them, or what is wrong with it. */
export function readHeader(cells: readonly string[]): Column[] | { missing: string[]; unknown: string[] } {
  const named = cells.map((cell) => cell.trim().toLowerCase());
  const unknown = named.filter((name, at) => !(columns as readonly string[]).includes(name) || named.indexOf(name) !== at);
  const missing = neededColumns.filter((column) => !named.includes(column));
  return unknown.length + missing.length > 0 ? { missing, unknown } : (named as Column[]);
}
