// The nation's offices as the database knows them: their ids, who signs for them, and which one bears a duty for a record.
import type { OfficeId } from '../../src/kernel/ids.ts';
import { type Day, type Instant, instantAt } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/law/index.ts';
import { type Office, seatOf } from '../../src/modules/officers/office.ts';
import { type Role, type Staff, generateStaff } from '../officers.ts';
import { type SeedOffice, offices, vacantNodalDistricts } from '../offices.ts';
import { seededRandom } from '../random.ts';
import { seededId } from './ids.ts';

export type World = {
  /** By code. Throws if there is none. */
  office(code: string): Office;
  /** The officer whose name stands under what an office (by code or id) records. */
  signer(office: string): string;
  /** Three members of a Committee, as an order takes. */
  bench(committee: string): string[];
  /** As `responsibleOffices` of the officers module answers from the database. */
  bearer(place: { districtCode: string; stateCode: string; own: Office }): (actor: Actor) => Office;
};

/** Who signs in each kind of office; the first of the role. */
const signers: Readonly<Record<SeedOffice['kind'], Role>> = {
  'police-station': 'investigating-officer',
  'railway-post': 'railway-officer',
  'juvenile-police-unit': 'juvenile-police-head',
  'anti-trafficking-unit': 'anti-trafficking-officer',
  cwc: 'cwc-chairperson',
  jjb: 'jjb-magistrate',
  dcpu: 'child-protection-officer',
  'children-home': 'home-superintendent',
  'conflict-home': 'conflict-home-head',
  'legal-services': 'legal-services-officer',
  'district-nodal': 'district-nodal-officer',
  'state-nodal': 'state-nodal-officer',
  'national-nodal': 'national-nodal-officer',
  ministry: 'ministry-official',
  audit: 'auditor',
};

function officesWithIds(seed: string): Office[] {
  const random = seededRandom(`${seed} office ids`);
  return offices.map(({ code, kind, name, districtCode, stateCode, telephone, email, openedOn }) => {
    const id = seededId(random, instantAt(openedOn)) as OfficeId;
    return { id, code, kind, name, districtCode, stateCode, telephone, email };
  });
}

/** The first office of each kind, by code: those of the district, then of the State, then of the nation. */
function nearestOffices(all: readonly Office[]): (districtCode: string, stateCode: string) => Office[] {
  const first = new Map<string, Office>();
  for (const office of all) {
    const key = `${office.districtCode ?? office.stateCode ?? 'nation'} ${office.kind}`;
    const held = first.get(key);
    if (!held || office.code < held.code) first.set(key, office);
  }
  const byPlace = Map.groupBy(first.values(), (office) => office.districtCode ?? office.stateCode ?? 'nation');
  return (districtCode, stateCode) => [districtCode, stateCode, 'nation'].flatMap((place) => byPlace.get(place) ?? []);
}

/** Everyone who works for the nation on `today`, with the ids of the officers by their keys. */
export function hireStaff(seed: string, today: Day): { staff: Staff; officerIds: ReadonlyMap<string, string> } {
  const staff = generateStaff(today);
  const random = seededRandom(`${seed} officer ids`);
  const at: Instant = instantAt(today, '00:00');
  return { staff, officerIds: new Map(staff.officers.map((officer) => [officer.key, seededId(random, at)])) };
}

export function buildWorld(seed: string, officerIds: ReadonlyMap<string, string>): World {
  const all = officesWithIds(seed);
  const isVacant = ({ kind, districtCode }: Office): boolean => kind === 'district-nodal' && vacantNodalDistricts.has(districtCode!);
  const byCode = new Map(all.map((office) => [office.code, office]));
  const near = nearestOffices(all.filter((office) => !isVacant(office)));
  const signing = new Map<string, string>();
  for (const { id, code, kind } of all) {
    const officer = officerIds.get(`${code} ${signers[kind]} 1`)!;
    signing.set(code, officer).set(id, officer);
  }
  const office = (code: string): Office => {
    const found = byCode.get(code);
    if (!found) throw new Error(`no office ${code}`);
    return found;
  };
  return {
    office,
    signer: (key) => signing.get(key)!,
    bench: (code) => [signing.get(code)!, officerIds.get(`${code} cwc-member 1`)!, officerIds.get(`${code} cwc-member 2`)!],
    bearer: ({ districtCode, stateCode, own }) => {
      const around = near(districtCode, stateCode);
      return (actor) => seatOf(actor, own, around);
    },
  };
}
