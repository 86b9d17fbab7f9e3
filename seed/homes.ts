// The invented nation's homes for children: who runs each, until when it is registered, and its units. The same on every call.
import type { UnitKind, UnitSex } from '../src/modules/institutions/register/institution.ts';
import { type Day, addDays } from '../src/kernel/time.ts';
import { type SeedOffice, offices } from './offices.ts';
import { districts } from './places/places.ts';
import { seededRandom } from './random.ts';

export type SeedUnit = { kind: UnitKind; sex: UnitSex; strength: number };
export type SeedHome = {
  code: string;
  runBy: 'government' | 'organisation';
  runner: string;
  registrationNumber: string | null;
  /** Years of five since the registration, and days into the year: one home in eight lets it run out. */
  registeredDaysAgo: number;
  grantApproved: boolean;
  latitude: number;
  longitude: number;
  units: readonly SeedUnit[];
};

export const REGISTERED_DAYS = 5 * 365;

function unitsOf({ name, capacity }: SeedOffice): SeedUnit[] {
  const strength = capacity ?? 25;
  const one = (kind: UnitKind, sex: UnitSex): SeedUnit[] => [{ kind, sex, strength }];
  if (name.includes('Adoption')) return one('adoption-agency', 'combined');
  if (name.includes('Shelter')) return one('open-shelter', 'combined');
  if (/Girls/.test(name)) return one('children-home', 'female');
  if (/Boys/.test(name)) return one('children-home', 'male');
  const girls = Math.ceil(strength / 2);
  return [
    { kind: 'children-home', sex: 'female', strength: girls },
    { kind: 'children-home', sex: 'male', strength: strength - girls },
  ];
}

const byCode = new Map<string, SeedHome>();

export function homeByCode(code: string): SeedHome {
  return byCode.get(code)!;
}

/** The unit of a home that takes a child of that sex in, by its place among the home's units; null where none does. Infants' agencies take whom they get. */
export function unitFor(code: string, sex: string): number | null {
  const at = byCode.get(code)!.units.findIndex((unit) => unit.sex === 'combined' || unit.sex === sex || sex === 'third');
  return at < 0 ? null : at;
}

const placeOf = new Map(districts.map((district) => [district.code, district]));

function homeOf(office: SeedOffice): SeedHome {
  const random = seededRandom(`home ${office.code}`);
  const district = placeOf.get(office.districtCode!)!;
  const runBy = office.name.startsWith('Government') || random.chance(0.3) ? 'government' : 'organisation';
  const [trust] = office.name.split(/ (?:Girls|Boys|Children|Open|Specialised)/);
  return {
    code: office.code,
    runBy,
    runner: runBy === 'government' ? 'Department of Women and Child Development' : `${trust} Trust`,
    registrationNumber: random.chance(0.96) ? `${office.code}/S41/${random.integer(100, 999)}` : null,
    registeredDaysAgo: random.integer(60, REGISTERED_DAYS + 220),
    grantApproved: random.chance(0.8),
    latitude: Math.round((district.latitude + (random.next() - 0.5) / 5) * 10_000) / 10_000,
    longitude: Math.round((district.longitude + (random.next() - 0.5) / 5) * 10_000) / 10_000,
    units: unitsOf(office),
  };
}

export const homes: readonly SeedHome[] = offices.filter(({ kind }) => kind === 'children-home').map(homeOf);
for (const home of homes) byCode.set(home.code, home);

export const registeredOn = (home: SeedHome, today: Day): Day => addDays(today, -home.registeredDaysAgo);
