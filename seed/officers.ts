// Invented officers and their postings: every office has its people, some with a past posting, a few nodal posts are vacant.
import { type Day, addDays } from '../src/kernel/time.ts';
import { type OfficeKind, type SeedOffice, castOffices, offices, vacantNodalDistricts } from './offices.ts';
import { drawChildName, drawFamily, writeName } from './names/names.ts';
import { type State, stateOf, states } from './places/places.ts';
import { type Random, draw, seededRandom, weighted } from './random.ts';

export type Role =
  | 'station-in-charge'
  | 'investigating-officer'
  | 'child-welfare-police-officer'
  | 'duty-officer'
  | 'juvenile-police-head'
  | 'anti-trafficking-officer'
  | 'railway-officer'
  | 'cwc-chairperson'
  | 'cwc-member'
  | 'jjb-magistrate'
  | 'jjb-member'
  | 'conflict-home-head'
  | 'probation-officer'
  | 'home-superintendent'
  | 'home-worker'
  | 'child-protection-officer'
  | 'district-nodal-officer'
  | 'state-nodal-officer'
  | 'national-nodal-officer'
  | 'legal-services-officer'
  | 'ministry-official'
  | 'auditor';

/** `key` stands for the officer's id; unique. */
export type SeedOfficer = { key: string; name: string; rank: string | null; email: string; telephone: string };
/** `toOn` null: still in the post. */
export type SeedPosting = { officerKey: string; officeCode: string; role: Role; fromOn: Day; toOn: Day | null };
export type Staff = { officers: SeedOfficer[]; postings: SeedPosting[] };

type Seat = { role: Role; rank: string | null; count?: number };

/** Who sits in each kind of office: stations per JJ Act s.107, Committees per s.27 (five), Boards per s.4 (three). */
const seats: Readonly<Record<OfficeKind, readonly Seat[]>> = {
  'police-station': [
    { role: 'station-in-charge', rank: 'Inspector' },
    { role: 'investigating-officer', rank: 'Sub-Inspector' },
    { role: 'child-welfare-police-officer', rank: 'Assistant Sub-Inspector' },
    { role: 'duty-officer', rank: 'Head Constable' },
  ],
  'railway-post': [{ role: 'railway-officer', rank: 'Sub-Inspector', count: 2 }],
  'juvenile-police-unit': [{ role: 'juvenile-police-head', rank: 'Deputy Superintendent' }],
  'anti-trafficking-unit': [{ role: 'anti-trafficking-officer', rank: 'Inspector', count: 2 }],
  cwc: [
    { role: 'cwc-chairperson', rank: 'Chairperson' },
    { role: 'cwc-member', rank: 'Member', count: 4 },
  ],
  jjb: [
    { role: 'jjb-magistrate', rank: 'Principal Magistrate' },
    { role: 'jjb-member', rank: 'Member', count: 2 },
  ],
  dcpu: [
    { role: 'child-protection-officer', rank: 'Child Protection Officer', count: 2 },
    { role: 'probation-officer', rank: 'Probation Officer' },
  ],
  'conflict-home': [{ role: 'conflict-home-head', rank: 'Superintendent' }],
  'children-home': [
    { role: 'home-superintendent', rank: 'Superintendent' },
    { role: 'home-worker', rank: 'Counsellor' },
  ],
  'legal-services': [{ role: 'legal-services-officer', rank: 'Secretary' }],
  'district-nodal': [{ role: 'district-nodal-officer', rank: 'Additional Superintendent' }],
  'state-nodal': [{ role: 'state-nodal-officer', rank: 'Inspector General' }],
  'national-nodal': [{ role: 'national-nodal-officer', rank: 'Director' }],
  ministry: [{ role: 'ministry-official', rank: 'Deputy Secretary', count: 2 }],
  audit: [{ role: 'auditor', rank: 'Auditor' }],
};

/** People the walkthrough names. */
const castPeople: Readonly<Record<string, { name: string; rank: string }>> = {
  [`${castOffices.bantra} investigating-officer 1`]: { name: 'R. Das', rank: 'SI' },
  [`${castOffices.kozhikodeHome} home-superintendent 1`]: { name: 'Leela Varier', rank: 'Superintendent' },
};
/** The key of SI R. Das in the lists below. */
export const dasKey = `${castOffices.bantra} investigating-officer 1`;

const families = new Map(states.map((state) => [state.code, weighted(state.names)]));

function drawOfficerName(random: Random, state: State | null): string {
  const of = state ?? random.pick(states);
  const family = drawFamily(random, draw(random, families.get(of.code)!));
  const [given, second] = writeName(drawChildName(random, family, random.chance(0.35) ? 'female' : 'male'), 'Latn').split(' ');
  const surname = second ?? family.surname.latin[0]!;
  return random.chance(0.2) ? `${given![0]}. ${surname}` : `${given} ${surname}`;
}

function officerOf(random: Random, office: SeedOffice, key: string, rank: string | null): SeedOfficer {
  const state = office.stateCode ? stateOf(office.stateCode) : null;
  const cast = castPeople[key];
  return {
    key,
    name: cast?.name ?? drawOfficerName(random, state),
    rank: cast?.rank ?? rank,
    email: `${key.toLowerCase().replaceAll(' ', '.')}@vatsalya.example`,
    telephone: `0${office.telephone.slice(1, 3)}-5550${String(random.integer(0, 9999)).padStart(4, '0')}`,
  };
}

function fillSeat(random: Random, office: SeedOffice, seat: Seat, today: Day, staff: Staff): void {
  const vacantFor = office.kind === 'district-nodal' ? vacantNodalDistricts.get(office.districtCode!) : undefined;
  for (let number = 1; number <= (seat.count ?? 1); number++) {
    const key = `${office.code} ${seat.role} ${number}`;
    const since = random.integer(40, 1200) + (vacantFor ?? 0);
    const fromOn = addDays(today, -since);
    staff.officers.push(officerOf(random, office, key, seat.rank));
    staff.postings.push({
      officerKey: key,
      officeCode: office.code,
      role: seat.role,
      fromOn,
      toOn: vacantFor ? addDays(today, -vacantFor) : null,
    });
    if (number === 1 && seat.role === 'investigating-officer' && random.chance(0.15)) addPredecessor(random, office, seat, fromOn, staff);
  }
}

/** Officers move on; the posting that ended shows who was responsible then. */
function addPredecessor(random: Random, office: SeedOffice, seat: Seat, until: Day, staff: Staff): void {
  const key = `${office.code} ${seat.role} earlier`;
  staff.officers.push(officerOf(random, office, key, seat.rank));
  const fromOn = addDays(until, -random.integer(200, 900));
  staff.postings.push({ officerKey: key, officeCode: office.code, role: seat.role, fromOn, toOn: addDays(until, -1) });
}

/** Everybody in post on `today`, and some who were. Deterministic: names depend on the office, dates on `today`. */
export function generateStaff(today: Day): Staff {
  const staff: Staff = { officers: [], postings: [] };
  for (const office of offices) {
    const random = seededRandom(`officers ${office.code}`);
    for (const seat of seats[office.kind]) fillSeat(random, office, seat, today, staff);
  }
  return staff;
}
