// An office (a police station, a Committee, a home …) and the pure rule of which office a duty's bearer sits in.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Actor as LawActor } from '../../law/index.ts';
import type { OfficeKind } from './office-kind.ts';

export type Office = {
  id: OfficeId;
  kind: OfficeKind;
  /** The code other systems know the office by. */
  code: string;
  name: string;
  districtCode: string | null;
  stateCode: string | null;
  telephone: string | null;
  email: string | null;
};

/** Where a bearer of a duty sits: kinds in order of preference. `own`: the office that holds the record, if it is one of these kinds. */
const seats: Record<LawActor, { own: readonly OfficeKind[] | 'any'; else: readonly OfficeKind[] }> = {
  'station-in-charge': { own: ['police-station', 'railway-post'], else: ['police-station'] },
  'investigating-officer': { own: ['police-station', 'railway-post', 'anti-trafficking-unit'], else: ['police-station'] },
  'child-welfare-police-officer': { own: ['police-station', 'railway-post'], else: ['police-station', 'juvenile-police-unit'] },
  'anti-trafficking-unit': { own: ['anti-trafficking-unit'], else: ['anti-trafficking-unit'] },
  'railway-police': { own: ['railway-post'], else: ['railway-post'] },
  // Childline 1098 is run from the district's child protection unit since it was merged with 112.
  childline: { own: ['dcpu'], else: ['dcpu'] },
  finder: { own: 'any', else: [] },
  'children-home': { own: ['children-home'], else: ['children-home'] },
  cwc: { own: [], else: ['cwc'] },
  dcpu: { own: [], else: ['dcpu'] },
  // The Magistrate and the police chiefs have no desk here: their nodal officer or juvenile police unit answers for them.
  'district-magistrate': { own: [], else: ['district-nodal', 'state-nodal', 'national-nodal'] },
  'superintendent-of-police': { own: [], else: ['juvenile-police-unit', 'district-nodal', 'state-nodal', 'national-nodal'] },
  'director-general-of-police': { own: [], else: ['state-nodal', 'national-nodal'] },
  'district-nodal-officer': { own: [], else: ['district-nodal', 'state-nodal', 'national-nodal'] },
  'state-nodal-officer': { own: [], else: ['state-nodal', 'national-nodal'] },
  'national-nodal-officer': { own: [], else: ['national-nodal'] },
  'legal-services-authority': { own: [], else: ['legal-services'] },
  'state-legal-services-authority': { own: [], else: ['state-nodal', 'national-nodal'] },
  'special-juvenile-police-unit': { own: ['juvenile-police-unit'], else: ['juvenile-police-unit'] },
  'ministry-of-home-affairs': { own: [], else: ['national-nodal'] },
  'ministry-of-women-and-child-development': { own: [], else: ['national-nodal'] },
  'state-government': { own: [], else: ['state-nodal', 'national-nodal'] },
  'state-child-protection-society': { own: [], else: ['state-nodal', 'national-nodal'] },
  'state-adoption-agency': { own: [], else: ['state-nodal', 'national-nodal'] },
  'central-adoption-authority': { own: [], else: ['national-nodal'] },
  // No desk of their own yet: whoever answers for the child in the district keeps the duty.
  hospital: { own: 'any', else: [] },
  escort: { own: 'any', else: ['dcpu'] },
  'adoption-agency': { own: ['children-home'], else: ['children-home'] },
  'aftercare-organisation': { own: ['children-home'], else: ['dcpu'] },
  'management-committee': { own: ['children-home'], else: ['children-home'] },
  'inspection-committee': { own: [], else: ['dcpu'] },
  'sponsorship-committee': { own: [], else: ['dcpu'] },
  'probation-officer': { own: [], else: ['dcpu'] },
  'social-worker': { own: [], else: ['dcpu'] },
  'support-person': { own: [], else: ['dcpu'] },
  jjb: { own: [], else: ['dcpu'] },
  'chief-judicial-magistrate': { own: [], else: ['district-nodal', 'state-nodal', 'national-nodal'] },
  court: { own: [], else: ['district-nodal', 'state-nodal', 'national-nodal'] },
  'high-level-committee': { own: [], else: ['state-nodal', 'national-nodal'] },
  portal: { own: [], else: ['national-nodal'] },
};

/**
 * The office a duty falls on. `near` are offices that may serve the record's district, nearest first.
 * A duty always has a bearer: where no such office exists (a vacancy), the office that holds the record keeps it.
 */
export function seatOf(actor: LawActor, own: Office, near: readonly Office[]): Office {
  const seat = seats[actor];
  if (seat.own === 'any' || seat.own.includes(own.kind)) return own;
  for (const kind of seat.else) {
    const found = near.find((office) => office.kind === kind);
    if (found) return found;
  }
  return own;
}
