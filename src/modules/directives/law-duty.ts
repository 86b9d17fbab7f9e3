// A point may be a duty the law here already holds. Where the portal sees by itself whether it is kept, nobody is asked again.
import { type Rule, ruleById, runningLaw, tellsOfACase } from '../../law/index.ts';
import { type WatchedKind, postOfDuty } from '../nodal-officers/index.ts';

/**
 * How the portal knows: from the posts it watches (a vacancy breaks the duty), or from each child's own diary.
 * Null: its clock waits for a part of the portal that does not exist yet, or a count of it would tell of a child; the offices are asked here.
 */
export type Keeping = { by: 'posts'; kind: WatchedKind } | { by: 'cases' } | null;

export function keepingOf(ruleId: string): Keeping {
  const kind = postOfDuty(ruleId);
  if (kind) return { by: 'posts', kind };
  return runningLaw.some((rule) => rule.id === ruleId && rule.record !== 'office' && !tellsOfACase(rule)) ? { by: 'cases' } : null;
}

/** Asked of the offices: every point but those whose duty the portal sees kept or broken by itself. */
export function isAsked({ setsDuty }: { setsDuty: string | null }): boolean {
  return setsDuty === null || keepingOf(setsDuty) === null;
}

/** Kept for each child, and counted. */
export function isOfCases({ setsDuty }: { setsDuty: string | null }): boolean {
  return setsDuty !== null && keepingOf(setsDuty)?.by === 'cases';
}

/** The row of the law, as typed; undefined if there is none. */
export function dutyNamed(typed: string): Rule | undefined {
  return ruleById(typed.trim().toUpperCase());
}
