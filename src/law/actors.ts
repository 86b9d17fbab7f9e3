// Everyone a duty can bind, or to whom a missed one is told. Their names on screen: `law.actor.*`.

export const actors = [
  // police
  'station-in-charge',
  'investigating-officer',
  'child-welfare-police-officer',
  'special-juvenile-police-unit',
  'anti-trafficking-unit',
  'railway-police',
  'superintendent-of-police',
  'director-general-of-police',
  // whoever meets the child first
  'childline',
  'finder',
  'hospital',
  // child protection
  'children-home',
  'adoption-agency',
  'aftercare-organisation',
  'dcpu',
  'probation-officer',
  'social-worker',
  'support-person',
  'escort',
  'management-committee',
  'inspection-committee',
  'sponsorship-committee',
  // who decides
  'cwc',
  'jjb',
  'court',
  'chief-judicial-magistrate',
  'high-level-committee',
  'legal-services-authority',
  'state-legal-services-authority',
  // administration
  'district-magistrate',
  'state-government',
  'state-child-protection-society',
  'state-adoption-agency',
  'central-adoption-authority',
  'ministry-of-home-affairs',
  'ministry-of-women-and-child-development',
  'district-nodal-officer',
  'state-nodal-officer',
  'national-nodal-officer',
  'portal',
] as const;
export type Actor = (typeof actors)[number];
