// The places hold together: 36 States, more than 700 districts, unique codes, headquarters inside India.
import { expect, test } from 'vitest';
import { districtOf, districts, districtsOf, kilometresBetween, states } from './places.ts';

test('36 States and Union Territories with distinct codes', () => {
  expect(new Set(states.map((state) => state.code)).size).toBe(36);
  expect(new Set(states.map((state) => state.lgdCode)).size).toBe(36);
});

test('every State has districts and every district a State', () => {
  for (const state of states) expect(districtsOf(state.code).length, state.code).toBeGreaterThan(0);
  expect(states.reduce((sum, state) => sum + districtsOf(state.code).length, 0)).toBe(districts.length);
  expect(districts.length).toBeGreaterThan(700);
});

test('district codes are unique and shaped', () => {
  expect(new Set(districts.map((district) => district.code)).size).toBe(districts.length);
  for (const district of districts) expect(district.code).toMatch(/^[A-Z]{2}-[A-Z0-9]{3}$/);
});

test('headquarters lie in India and no two neighbours of one State are absurdly far', () => {
  for (const district of districts) {
    expect(district.latitude, district.name).toBeGreaterThan(6.5);
    expect(district.latitude, district.name).toBeLessThan(37.2);
    expect(district.longitude, district.name).toBeGreaterThan(68);
    expect(district.longitude, district.name).toBeLessThan(97.5);
    const near = districtsOf(district.stateCode).filter((other) => other !== district);
    const nearest = Math.min(...near.map((other) => kilometresBetween(district, other)));
    if (near.length > 0 && !['LD', 'AN', 'PY', 'DH'].includes(district.stateCode)) expect(nearest, district.name).toBeLessThan(200);
  }
});

test.each([
  ['WB-HWH', 'KL-KZK', 1700, 1900],
  ['BR-SRN', 'KL-KZK', 1800, 2000],
  ['WB-HWH', 'WB-KOL', 0, 30],
])('%s to %s is about right', (one, other, low, high) => {
  const distance = kilometresBetween(districtOf(one), districtOf(other));
  expect(distance).toBeGreaterThan(low);
  expect(distance).toBeLessThan(high);
});
