// To whom a late duty has climbed, and which steps of the law's ladders end at a given kind of office.
import type { Instant } from '../../kernel/time.ts';
import { type Actor, law, ruleById } from '../../law/index.ts';
import type { LadderStep } from './desk-store.ts';
import type { StoredObligation } from './obligation.ts';
import { escalationStepAt } from './obligation.ts';

export type Escalation = { to: Actor; at: Instant };

/** The highest step reached by `now`, or null while nobody above was told. */
export function escalationOf(obligation: Pick<StoredObligation, 'ruleId' | 'endedAt' | 'escalatesAt'>, now: Instant): Escalation | null {
  const step = escalationStepAt(obligation, now);
  const to = ruleById(obligation.ruleId)?.escalation[step - 1]?.to;
  return to ? { to, at: obligation.escalatesAt[step - 1]! } : null;
}

/** Who is told at each kind of office. Magistrate and police chiefs have no desk here: the offices that answer for them are told. */
const toldAt: Readonly<Record<string, readonly Actor[]>> = {
  'juvenile-police-unit': ['superintendent-of-police'],
  'district-nodal': ['district-nodal-officer', 'district-magistrate'],
  'state-nodal': ['state-nodal-officer', 'director-general-of-police'],
  'national-nodal': ['national-nodal-officer'],
  dcpu: ['dcpu'],
  'legal-services': ['legal-services-authority'],
};

/** Every step of every rule at which that kind of office is told. */
export function laddersEndingAt(officeKind: string): LadderStep[] {
  const told = toldAt[officeKind] ?? [];
  return law.flatMap((rule) =>
    rule.escalation.flatMap(({ to }, index) => (told.includes(to) ? [{ ruleId: rule.id, step: index + 1 }] : [])),
  );
}
