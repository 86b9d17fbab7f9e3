// Invented offices of a fictional nation: stations, railway posts, units, Committees, Boards, homes, nodal offices. No telephone here rings.
import type { Day } from '../src/kernel/time.ts';
import { homeNames, localities, stationSuffixes } from './office-names.ts';
import { type District, type State, districts, stateOf, states } from './places/places.ts';
import { type Random, seededRandom } from './random.ts';

export type OfficeKind =
  | 'police-station'
  | 'railway-post'
  | 'juvenile-police-unit'
  | 'anti-trafficking-unit'
  | 'cwc'
  | 'jjb'
  | 'dcpu'
  | 'children-home'
  | 'conflict-home'
  | 'legal-services'
  | 'district-nodal'
  | 'state-nodal'
  | 'national-nodal'
  | 'ministry'
  | 'audit';

/** As a row of table `office`, with `code` in place of its id. `capacity`: children, homes only. */
export type SeedOffice = {
  code: string;
  kind: OfficeKind;
  name: string;
  districtCode: string | null;
  stateCode: string | null;
  telephone: string;
  email: string;
  capacity: number | null;
  openedOn: Day;
};

/** Short word of a kind in office codes: PS-WB-HWH-1, CWC-WB-HWH. */
const codeWords: Readonly<Record<OfficeKind, string>> = {
  'police-station': 'PS',
  'railway-post': 'GRP',
  'juvenile-police-unit': 'SJPU',
  'anti-trafficking-unit': 'AHTU',
  cwc: 'CWC',
  jjb: 'JJB',
  dcpu: 'DCPU',
  'children-home': 'CCI',
  'conflict-home': 'OH',
  'legal-services': 'DLSA',
  'district-nodal': 'DNO',
  'state-nodal': 'SNO',
  'national-nodal': 'NNO',
  ministry: 'MIN',
  audit: 'AUD',
};

/** Offices the walkthrough speaks of, always the first of their kind in the district. */
export const castOffices = {
  bantra: 'PS-WB-HWH-1',
  sonepur: 'PS-BR-SRN-1',
  kozhikodeHome: 'CCI-KL-KZK-1',
  kozhikodeCommittee: 'CWC-KL-KZK',
  howrahCommittee: 'CWC-WB-HWH',
  saranCommittee: 'CWC-BR-SRN',
} as const;
const castNames: Readonly<Record<string, string>> = {
  [castOffices.bantra]: 'PS Bantra',
  [castOffices.sonepur]: 'PS Sonepur',
  [castOffices.kozhikodeHome]: "Thanal Girls' Home, Kozhikode",
};

/** The district without a nodal officer, and the station that uploads nine days late: each is a case the portal must make visible. */
export const vacantNodalDistrict = 'JH-SMD';
/** Districts whose nodal officer left so many days ago and was not followed by another. */
export const vacantNodalDistricts: ReadonlyMap<string, number> = new Map([
  [vacantNodalDistrict, 26],
  ['BR-JAM', 9],
  ['UP-SHV', 143],
  ['OD-MLK', 61],
]);
export const slowStation = { code: 'PS-MP-PNN-1', lagDays: 9 } as const;

type Draft = Pick<SeedOffice, 'kind' | 'name'> & { number?: number; capacity?: number };

const slug = (code: string): string => code.toLowerCase();

function telephoneOf(random: Random, state: State | null): string {
  const area = String(state ? 10 + state.lgdCode : 11).padStart(3, '0');
  return `${area}-5550${String(random.integer(0, 9999)).padStart(4, '0')}`;
}

function finish(random: Random, draft: Draft, district: District | null, state: State | null): SeedOffice {
  const place = district?.code ?? state?.code ?? 'IN';
  const code = [codeWords[draft.kind], place, draft.number].filter((part) => part !== undefined).join('-');
  return {
    code,
    kind: draft.kind,
    name: castNames[code] ?? draft.name,
    districtCode: district?.code ?? null,
    stateCode: state?.code ?? null,
    telephone: telephoneOf(random, state),
    email: `${slug(code)}@vatsalya.example`,
    capacity: draft.capacity ?? null,
    openedOn: `${random.integer(1975, 2019)}-04-01` as Day,
  };
}

function stationsOf(random: Random, district: District): Draft[] {
  const places = localities[stateOf(district.code).desk] ?? localities.en!;
  const count = random.integer(2, 4);
  const names = new Set<string>([`PS ${district.name} ${stationSuffixes[0]}`]);
  while (names.size < count) {
    const named = random.chance(0.6) ? random.pick(places) : `${district.name} ${random.pick(stationSuffixes)}`;
    names.add(`PS ${named}`);
  }
  // The first station may bear a name of the walkthrough; its usual name is then given to the last.
  const list = [...names];
  if (castNames[`PS-${district.code}-1`]) list.push(list.shift()!);
  return list.map((name, at) => ({ kind: 'police-station', name, number: at + 1 }));
}

function homesOf(random: Random, district: District): Draft[] {
  return Array.from({ length: random.integer(1, 3) }, (_, at) => ({
    kind: 'children-home' as const,
    name: `${random.pick(homeNames)}, ${district.name}`,
    number: at + 1,
    capacity: random.pick([25, 50, 50, 100]),
  }));
}

function officesOfDistrict(district: District): SeedOffice[] {
  const random = seededRandom(`offices ${district.code}`);
  const { name } = district;
  const drafts: Draft[] = [
    ...stationsOf(random, district),
    ...homesOf(random, district),
    { kind: 'juvenile-police-unit', name: `Special Juvenile Police Unit, ${name}` },
    { kind: 'anti-trafficking-unit', name: `Anti-Human Trafficking Unit, ${name}` },
    { kind: 'cwc', name: `Child Welfare Committee, ${name}` },
    { kind: 'jjb', name: `Juvenile Justice Board, ${name}` },
    { kind: 'dcpu', name: `District Child Protection Unit, ${name}` },
    { kind: 'legal-services', name: `District Legal Services Authority, ${name}` },
    { kind: 'district-nodal', name: `District Nodal Office (missing children), ${name}` },
  ];
  if (random.chance(0.35)) drafts.push({ kind: 'railway-post', name: `Railway Police Post, ${name} Junction` });
  drafts.push({ kind: 'conflict-home', name: `Observation Home, ${name}`, capacity: 50 });
  return drafts.map((draft) => finish(random, draft, district, stateOf(district.code)));
}

function officesOfNation(): SeedOffice[] {
  const random = seededRandom('offices of the nation');
  const ofStates = states.map((state) => finish(random, { kind: 'state-nodal', name: `State Nodal Office, ${state.name}` }, null, state));
  const national: Draft[] = [
    { kind: 'national-nodal', name: 'National Nodal Office (missing children)' },
    { kind: 'ministry', name: 'Ministry of Women and Child Development' },
    { kind: 'audit', name: 'Office of the Access Auditor' },
  ];
  return [...ofStates, ...national.map((draft) => finish(random, draft, null, null))];
}

/** Every office of the nation, the same on every call. */
export const offices: readonly SeedOffice[] = [...officesOfNation(), ...districts.flatMap(officesOfDistrict)];

const byDistrict = Map.groupBy(offices, (office) => `${office.districtCode} ${office.kind}`);
const byCode = new Map(offices.map((office) => [office.code, office]));

export function officesIn(districtCode: string, kind: OfficeKind): readonly SeedOffice[] {
  return byDistrict.get(`${districtCode} ${kind}`) ?? [];
}

export function officeByCode(code: string): SeedOffice {
  const office = byCode.get(code);
  if (!office) throw new Error(`no office ${code}`);
  return office;
}
