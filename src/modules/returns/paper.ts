// Returns this portal does not draft: whoever makes one on paper says here that it was made, so that its clock ends with the truth.
import { type Rule, law } from '../../law/index.ts';
import type { OfficerActor } from '../../platform/context.ts';
import type { OfficeDuty } from '../obligations/index.ts';
import type { ReturningOffice } from './office-store.ts';

/** Who says so, by the return's name: the office itself, or who reviews it. Row security says the same (office_entry_added). */
const makers: Readonly<Record<string, { role: string; own: boolean }>> = {
  'legally-free-and-pending': { role: 'cwc-chairperson', own: true },
  'board-pendency-to-judicial-magistrate': { role: 'jjb-magistrate', own: true },
  'board-pendency-to-district-magistrate': { role: 'jjb-magistrate', own: true },
  'inspection-of-homes-in-conflict': { role: 'jjb-magistrate', own: true },
  'review-of-board-pendency': { role: 'district-nodal-officer', own: false },
  'half-yearly-review-of-boards': { role: 'state-nodal-officer', own: false },
};

const whatOf = (rule: Pick<Rule, 'metBy'>): string | undefined =>
  rule.metBy.flatMap((on) => (on.happening === 'office.returnMade' ? [on.where?.what] : [])).find((what) => typeof what === 'string');
const byRule = new Map(law.map((rule) => [rule.id, whatOf(rule)]));

/** `key` names the duty in a form. */
export type PaperDuty = { key: string; what: string; period: string; ruleId: string };

/** The open duties among these that a paper ends, the longest owed first. */
export function paperDuties(duties: readonly OfficeDuty[]): PaperDuty[] {
  return duties.flatMap(({ ruleId, about, ending }) => {
    const what = byRule.get(ruleId);
    return ending === null && what && about && Object.hasOwn(makers, what)
      ? [{ key: `${ruleId} ${about}`, what, period: about, ruleId }]
      : [];
  });
}

export function madeByWhom(officer: OfficerActor, office: ReturningOffice, what: string): boolean {
  const maker = Object.hasOwn(makers, what) ? makers[what] : undefined;
  return maker?.role === officer.role && (officer.officeId === office.id) === maker.own;
}
