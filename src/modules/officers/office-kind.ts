// The kinds of office there are; the database knows the same (constraint office_kind).

export const officeKinds = [
  'police-station',
  'railway-post',
  'juvenile-police-unit',
  'anti-trafficking-unit',
  'cwc',
  'jjb',
  'dcpu',
  'children-home',
  'conflict-home',
  'legal-services',
  'district-nodal',
  'state-nodal',
  'national-nodal',
  'ministry',
  'audit',
] as const;
export type OfficeKind = (typeof officeKinds)[number];
