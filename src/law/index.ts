// The door of the law: every duty this portal keeps time for, and how to read one.
import { absenceDuties } from './absence.ts';
import { adoptionDuties } from './adoption.ts';
import { boardDuties } from './boards.ts';
import { careDuties } from './care.ts';
import { committeeAdoption } from './committee-adoption.ts';
import { committeeOrders } from './committee-orders.ts';
import { committeeReturns } from './committee-returns.ts';
import { committeeDuties } from './committee.ts';
import { foundChildCases } from './found-child-cases.ts';
import { juvenileJusticeAct } from './juvenile-justice-act.ts';
import { missingChildProcedure } from './missing-child-procedure.ts';
import { boardOversight, homeOversight } from './oversight.ts';
import { policeOffices } from './police-offices.ts';
import { policeReporting } from './police-reporting.ts';
import { portalDuties } from './portal-duties.ts';
import { sexualOffences } from './sexual-offences.ts';
import type { Rule } from './rule.ts';

/** In the order of the domain sheet: missing child, found child, Committee, Board, institution, portal; by number within. */
function bySheet(one: Pick<Rule, 'id'>, other: Pick<Rule, 'id'>): number {
  const [here, there] = [one, other].map(({ id }) => `${'MFCJIP'.indexOf(id[0]!)}${id}`) as [string, string];
  return here < there ? -1 : 1;
}

export const law: readonly Rule[] = [
  ...missingChildProcedure,
  ...policeReporting,
  ...policeOffices,
  ...juvenileJusticeAct,
  ...foundChildCases,
  ...sexualOffences,
  ...committeeDuties,
  ...committeeAdoption,
  ...committeeOrders,
  ...committeeReturns,
  ...boardDuties,
  ...boardOversight,
  ...careDuties,
  ...absenceDuties,
  ...homeOversight,
  ...adoptionDuties,
  ...portalDuties,
].toSorted(bySheet);

/** Duties whose clock runs today: what starts the others is written by parts of the portal that do not exist yet. */
export const runningLaw: readonly Rule[] = law.filter((rule) => rule.waitsFor === undefined);

const byId = new Map(law.map((rule) => [rule.id, rule]));

/** The duty with that id, or undefined if the law here knows none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

const untold: ReadonlySet<string> = new Set(sexualOffences.map(({ id }) => id));

/** Whether a duty of this row says that there is a case only some may know of: a child in conflict with law, or one a sexual offence was done to. */
export function tellsOfACase({ id, record }: Pick<Rule, 'id' | 'record'>): boolean {
  return record === 'conflict' || untold.has(id);
}

export { actPolicy } from './act-policy.ts';
export { type BenchName, benches } from './bench.ts';
export { dueMoment, formOf, isInForce, ladderOf, lateMoment, periodOf } from './due.ts';
export { type Provision, provisions } from './provisions.ts';
export { actors, ifMissedCode, obligationStates, titleCode, waitedFor } from './rule.ts';
export type { Actor, Confidence, Due, Example, Ladder, ObligationState, On, Rule, Subject } from './rule.ts';
export {
  type Area,
  type Hardship,
  type Living,
  type Scheme,
  type SchemeId,
  type SchemePaper,
  type StopSign,
  absenceStopsAfterDays,
  approvalBench,
  areas,
  fosterLimits,
  hardships,
  schemeIds,
  schemeOn,
} from './schemes.ts';
export { type UploadOffice, type UploadRule, untimed, uploadHours, uploadOffices, uploadPolicy } from './upload-policy.ts';
export { type Calendar, type Closure, closureOf, countsWorkingDays, nationalHolidays, weekday } from './working-days.ts';
