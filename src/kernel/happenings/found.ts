// What happens to a child who was found, up to the Committee (JJ Act s.31, s.32; POCSO Rules r.4).

export type FoundFacts = {
  'found.found': Record<never, never>;
  'found.informationGiven': { to: 'childline' | 'police' | 'cwc' | 'dcpu' | 'cci' };
  'found.registered': { place: 'police' | 'cci' | 'railway' | 'childline' | 'dcpu' | 'cwc' };
  'found.journeyRecorded': { minutes: number };
  'found.photographAdded': Record<never, never>;
  'found.productionReportFiled': Record<never, never>;
  'found.produced': { sitting: 'committee' | 'single-member' };
  'found.placed': {
    with: 'children-home' | 'open-shelter' | 'adoption-agency' | 'fit-person' | 'fit-facility' | 'parents-pending-inquiry';
  };
  'found.restored': { to: 'parents' | 'guardian' | 'relative' };
  'found.closed': { outcome: 'restored' | 'in-care' | 'transferred' | 'not-a-child' };
};

export const foundHappenings = [
  'found.found',
  'found.informationGiven',
  'found.registered',
  'found.journeyRecorded',
  'found.photographAdded',
  'found.productionReportFiled',
  'found.produced',
  'found.placed',
  'found.restored',
  'found.closed',
] as const satisfies readonly (keyof FoundFacts)[];
