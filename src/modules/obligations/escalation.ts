// To whom a late duty has climbed, and who is told at a given kind of office.
import type { Instant } from '../../kernel/time.ts';
import type { Actor } from '../../law/index.ts';
import type { StoredObligation } from './obligation.ts';
import { escalationStepAt } from './obligation.ts';

export type Escalation = { to: Actor; at: Instant };

/** The highest step reached by `now`, or null while nobody above was told. */
export function escalationOf(
  obligation: Pick<StoredObligation, 'endedAt' | 'suspendedAt' | 'escalatesTo' | 'escalatesAt'>,
  now: Instant,
): Escalation | null {
  const step = escalationStepAt(obligation, now);
  const to = obligation.escalatesTo[step - 1];
  return to ? { to, at: obligation.escalatesAt[step - 1]! } : null;
}

/** Who is told at each kind of office. Magistrate and police chiefs have no desk here: the offices that answer for them are told. */
const toldAt: Readonly<Record<string, readonly Actor[]>> = {
  'police-station': ['station-in-charge', 'investigating-officer', 'child-welfare-police-officer'],
  'railway-post': ['railway-police'],
  'anti-trafficking-unit': ['anti-trafficking-unit'],
  'juvenile-police-unit': ['superintendent-of-police', 'special-juvenile-police-unit'],
  'district-nodal': ['district-nodal-officer', 'district-magistrate', 'chief-judicial-magistrate', 'court'],
  'state-nodal': [
    'state-nodal-officer',
    'director-general-of-police',
    'state-government',
    'state-child-protection-society',
    'high-level-committee',
    'state-adoption-agency',
    'state-legal-services-authority',
  ],
  'national-nodal': [
    'national-nodal-officer',
    'ministry-of-home-affairs',
    'ministry-of-women-and-child-development',
    'central-adoption-authority',
  ],
  cwc: ['cwc'],
  jjb: ['jjb'],
  dcpu: ['dcpu'],
  'legal-services': ['legal-services-authority'],
};

/** Who is told at that kind of office. */
export function toldAtOffice(officeKind: string): readonly Actor[] {
  return toldAt[officeKind] ?? [];
}
