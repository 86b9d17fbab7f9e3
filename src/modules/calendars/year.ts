// One year of a State as it is counted: each day open or closed, and why. Pure.
import { type Day, addDays, addMonths } from '../../kernel/time.ts';
import { type Calendar, type Closure, closureOf, weekday } from '../../law/index.ts';
import type { Holiday } from './holiday.ts';

export type YearDay = { readonly day: Day; readonly closed: Closure | null; readonly restricted: boolean };
/** `blanks`: days of the week before the first, Monday first. */
export type YearMonth = { readonly first: Day; readonly blanks: number; readonly days: readonly YearDay[] };

export function monthsOf(year: number, calendar: Calendar, listed: readonly Holiday[]): YearMonth[] {
  const restricted = new Set(listed.filter(({ kind }) => kind === 'restricted').map(({ day }) => day));
  return Array.from({ length: 12 }, (_, month) => {
    const first = addMonths(`${year}-01-01` as Day, month);
    const days: YearDay[] = [];
    for (let day = first; day < addMonths(first, 1); day = addDays(day, 1))
      days.push({ day, closed: closureOf(day, calendar), restricted: restricted.has(day) });
    return { first, blanks: weekday(first), days };
  });
}

/** What a list added and took away against the one it replaced. */
export function changed(before: readonly Holiday[], after: readonly Holiday[]): { added: Holiday[]; gone: Holiday[] } {
  const keys = (list: readonly Holiday[]) => new Set(list.map(({ day, name, kind }) => `${day} ${kind} ${name}`));
  const [had, has] = [keys(before), keys(after)];
  return {
    added: after.filter(({ day, name, kind }) => !had.has(`${day} ${kind} ${name}`)),
    gone: before.filter(({ day, name, kind }) => !has.has(`${day} ${kind} ${name}`)),
  };
}
