// The door of the law: every duty this portal keeps time for, and how to read one.
import { juvenileJusticeAct } from './juvenile-justice-act.ts';
import { missingChildProcedure } from './missing-child-procedure.ts';
import { portalDuties } from './portal-duties.ts';
import type { Rule } from './rule.ts';

export const law: readonly Rule[] = [...missingChildProcedure, ...juvenileJusticeAct, ...portalDuties];

const byId = new Map(law.map((rule) => [rule.id, rule]));

/** The duty with that id, or undefined if the law here knows none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}

export { isInForce, lateMoment, dueMoment, periodOf } from './due.ts';
export { actors, ifMissedCode, obligationStates, titleCode } from './rule.ts';
export type { Actor, Confidence, Due, Example, ObligationState, On, Rule } from './rule.ts';
