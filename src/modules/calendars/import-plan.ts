// What a list would make of a State's year, row by row, before anything is: pure, so that what was shown and what is done are the same rule.
import type { Day } from '../../kernel/time.ts';
import { weekday } from '../../law/index.ts';
import { readDayOfYear, readWeekday } from '../../platform/sheets/index.ts';
import type { Holiday } from './holiday.ts';
import { type SheetRow, kindOf } from './sheet.ts';

export const rejections = ['badDay', 'otherYear', 'wrongWeekday', 'noName', 'unknownKind', 'duplicate'] as const;
export type Rejection = (typeof rejections)[number];

export type PlannedRow = { row: SheetRow } & (
  | { outcome: 'new' | 'same'; holiday: Holiday }
  | { outcome: 'rejected'; holiday: null; why: Rejection }
);
/** `gone`: days the list that counts now has and this one has not. */
export type PlannedYear = { rows: PlannedRow[]; gone: Holiday[] };

const keyOf = ({ day, name, kind }: Holiday): string => `${day} ${kind} ${name.toLowerCase()}`;

/** A year's list is whole: it takes the place of the one before, so a row that cannot be read spoils it (`isReady`). */
export function planYear(rows: readonly SheetRow[], year: number, before: readonly Holiday[]): PlannedYear {
  const known = new Set(before.map(keyOf));
  const taken = new Set<string>();
  const planned = rows.map((row): PlannedRow => {
    const read = holidayIn(row, year);
    if (typeof read === 'string') return { row, outcome: 'rejected', holiday: null, why: read };
    const name = `${read.day} ${read.name.toLowerCase()}`;
    if (taken.has(name)) return { row, outcome: 'rejected', holiday: null, why: 'duplicate' };
    taken.add(name);
    return { row, outcome: known.has(keyOf(read)) ? 'same' : 'new', holiday: read };
  });
  const brought = new Set(planned.flatMap(({ holiday }) => (holiday ? [keyOf(holiday)] : [])));
  return { rows: planned, gone: before.filter((holiday) => !brought.has(keyOf(holiday))) };
}

/** Without a column of kinds, and without a heading that says otherwise, a list is one of gazetted holidays; it is shown as such before the yes. */
function holidayIn(row: SheetRow, year: number): Holiday | Rejection {
  const day = readDayOfYear(row.day, year);
  if (!day) return 'badDay';
  if (!isOfYear(day, year)) return 'otherYear';
  const ofWeek = readWeekday(row.weekday);
  if (row.weekday !== '' && ofWeek !== weekday(day)) return 'wrongWeekday';
  if (row.name === '') return 'noName';
  const kind = row.kind === '' ? (row.part ?? 'gazetted') : kindOf(row.kind);
  return kind && kind !== 'other' ? { day, name: row.name.slice(0, 120), kind } : 'unknownKind';
}

const isOfYear = (day: Day, year: number): boolean => day.startsWith(`${year}-`);

/** No State closes its offices on nearly so many days a year; a list that does would push what is due in working days out of sight. The number is ours. */
export const MOST_CLOSED = 90;

/** Days of the list on which offices are closed, each once. */
export function daysClosed({ rows }: PlannedYear): number {
  return new Set(rows.flatMap(({ holiday }) => (holiday?.kind === 'gazetted' ? [holiday.day] : []))).size;
}

export function isReady(plan: PlannedYear): boolean {
  const { rows, gone } = plan;
  if (daysClosed(plan) > MOST_CLOSED) return false;
  const changes = gone.length > 0 || rows.some(({ outcome }) => outcome === 'new');
  return changes && rows.every(({ outcome }) => outcome !== 'rejected');
}

/** The same text for the same plan: what was shown is not done once another list has come meanwhile. */
export function planText(replaces: string | null, { rows, gone }: PlannedYear): string {
  return JSON.stringify([replaces, rows.map(({ row, ...rest }) => [row.line, rest]), gone]);
}

/** Days already gone by on which this list says something else than the one before: they stand in it and move no date. */
export function changesOfPast({ rows, gone }: PlannedYear, today: Day): number {
  const changed = [...rows.flatMap(({ outcome, holiday }) => (outcome === 'new' ? [holiday] : [])), ...gone];
  return new Set(changed.filter((holiday) => holiday.kind === 'gazetted' && holiday.day < today).map(({ day }) => day)).size;
}
