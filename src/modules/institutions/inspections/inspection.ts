// Visits to homes (Form 46): who visits, how often the law asks it, and whether what was found is mended. Pure.
import type { OfficeId } from '../../../kernel/ids.ts';
import { type Day, addDays } from '../../../kernel/time.ts';

export const visitors = ['committee', 'inspection-committee', 'protection-unit', 'other'] as const;
export type Visitor = (typeof visitors)[number];

/** What Form 46 looks at. */
export const subjects = ['lodging', 'food', 'health', 'education', 'safety', 'staff', 'registers'] as const;
export type Subject = (typeof subjects)[number];

export type Visit = {
  id: string;
  officeId: OfficeId;
  visitedBy: Visitor;
  visitedOn: Day;
  members: string;
  childrenHeard: string | null;
  recommendation: string | null;
} & Record<Subject, string | null>;

export type Finding = {
  id: string;
  inspectionId: string;
  officeId: OfficeId;
  what: string;
  visitedOn: Day;
  mendBy: Day;
  mendedOn: Day | null;
  mendedHow: string | null;
};

/** The days of the running quarter. */
export function quarterOf(on: Day): { name: string; from: Day; to: Day } {
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01` as Day;
  const next = (quarter === 4 ? `${Number(year) + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`) as Day;
  return { name: `${year}-Q${quarter}`, from, to: addDays(next, -1) };
}

export type VisitState = 'visited' | 'due' | 'overdue';

/**
 * The Inspection Committee visits each home once a quarter (s.54, I07): in the running one the visit is due until it is done; a home it did not visit in
 * the quarter before is overdue.
 */
export function visitState(lastVisit: Day | null, today: Day): VisitState {
  const running = quarterOf(today);
  if (lastVisit !== null && lastVisit >= running.from) return 'visited';
  const before = quarterOf(addDays(running.from, -1));
  return lastVisit !== null && lastVisit >= before.from ? 'due' : 'overdue';
}

export function isLate({ mendBy, mendedOn }: Pick<Finding, 'mendBy' | 'mendedOn'>, today: Day): boolean {
  return mendedOn === null && mendBy < today;
}
