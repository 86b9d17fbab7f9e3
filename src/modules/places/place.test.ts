// Finding a district by a few letters.
import { expect, test } from 'vitest';
import { type District, matchDistricts } from './place.ts';

const district = (name: string, latitude = 0, longitude = 0, nativeName: string | null = null): District => ({
  code: name,
  stateCode: 'XX',
  stateName: 'X',
  name,
  nativeName,
  latitude,
  longitude,
});

const howrah = district('Howrah', 22.59, 88.31, 'হাওড়া');
const kozhikode = district('Kozhikode', 11.25, 75.78);
const all = [district('North Goa'), district('Goalpara'), howrah, kozhikode, district('Mungoa')];

test.each([
  ['goa', ['Goalpara', 'North Goa', 'Mungoa']],
  ['  HOW ', ['Howrah']],
  ['হাও', ['Howrah']],
  ['zhik', ['Kozhikode']],
  ['', []],
  ['  ', []],
  ['xyz', []],
])('%j finds %j', (typed, names) => {
  expect(matchDistricts(all, typed).map(({ name }) => name)).toEqual(names);
});

test('no more than twelve are offered', () => {
  expect(
    matchDistricts(
      Array.from({ length: 40 }, (_, n) => district(`Rampur ${n}`)),
      'ram',
    ),
  ).toHaveLength(12);
});
