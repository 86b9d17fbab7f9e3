// The nation's offices and people are complete: what the walkthrough and the law's duties need is there.
import { expect, test } from 'vitest';
import type { Day } from '../src/kernel/time.ts';
import { castOffices, officeByCode, offices, officesIn, slowStation, vacantNodalDistricts } from './offices.ts';
import { dasKey, generateStaff } from './officers.ts';
import { districts } from './places/places.ts';

const today = '2026-11-24' as Day;
const staff = generateStaff(today);
const inPost = (officeCode: string, role: string): number =>
  staff.postings.filter((posting) => posting.officeCode === officeCode && posting.role === role && posting.toOn === null).length;

test('office codes and officer e-mails are unique', () => {
  expect(new Set(offices.map((office) => office.code)).size).toBe(offices.length);
  expect(new Set(staff.officers.map((officer) => officer.email)).size).toBe(staff.officers.length);
});

test.each([
  ['police-station', 2, 4],
  ['children-home', 1, 3],
  ['cwc', 1, 1],
  ['jjb', 1, 1],
  ['dcpu', 1, 1],
  ['conflict-home', 1, 1],
  ['anti-trafficking-unit', 1, 1],
  ['juvenile-police-unit', 1, 1],
  ['legal-services', 1, 1],
  ['district-nodal', 1, 1],
] as const)('every district has %s between %i and %i', (kind, low, high) => {
  for (const district of districts) {
    const count = officesIn(district.code, kind).length;
    expect(count, district.code).toBeGreaterThanOrEqual(low);
    expect(count, district.code).toBeLessThanOrEqual(high);
  }
});

test('the cast of the walkthrough is in place', () => {
  expect(officeByCode(castOffices.bantra)).toMatchObject({ name: 'PS Bantra', districtCode: 'WB-HWH' });
  expect(officeByCode(castOffices.sonepur)).toMatchObject({ name: 'PS Sonepur', districtCode: 'BR-SRN' });
  expect(officeByCode(castOffices.kozhikodeHome)).toMatchObject({ kind: 'children-home', districtCode: 'KL-KZK' });
  expect(staff.officers.find((officer) => officer.key === dasKey)).toMatchObject({ name: 'R. Das', rank: 'SI' });
  expect(officeByCode(slowStation.code).kind).toBe('police-station');
});

test('a few nodal posts are vacant, all others are held', () => {
  for (const district of vacantNodalDistricts.keys())
    expect(inPost(officesIn(district, 'district-nodal')[0]!.code, 'district-nodal-officer')).toBe(0);
  const held = staff.postings.filter((posting) => posting.role === 'district-nodal-officer' && posting.toOn === null);
  expect(held.length).toBe(districts.length - vacantNodalDistricts.size);
});

test('a Committee has a chairperson and four members, a station its four officers', () => {
  expect(inPost(castOffices.howrahCommittee, 'cwc-chairperson')).toBe(1);
  expect(inPost(castOffices.howrahCommittee, 'cwc-member')).toBe(4);
  for (const role of ['station-in-charge', 'investigating-officer', 'child-welfare-police-officer', 'duty-officer']) {
    expect(inPost(castOffices.bantra, role), role).toBe(1);
  }
});

test('no telephone can ring', () => {
  for (const { telephone } of [...offices, ...staff.officers]) expect(telephone).toMatch(/^0\d\d-5550\d{4}$/);
});
