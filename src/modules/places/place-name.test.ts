import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasWords, wordsIn } from '../../platform/i18n/index.ts';
import { districtInState, placeName } from './place-name.ts';

const [en, hi] = [wordsIn('en'), wordsIn('hi')];
const howrah = {
  code: 'WB-HWH',
  stateCode: 'WB',
  stateName: 'West Bengal',
  name: 'Howrah',
  nativeName: 'হাওড়া',
  latitude: 22.6,
  longitude: 88.3,
};

test('a State is called in the language of the reader, not in its own', () => {
  expect(placeName(hi, { code: 'WB', name: 'West Bengal' })).toBe('पश्चिम बंगाल');
  expect(placeName(en, { code: 'WB', name: 'West Bengal' })).toBe('West Bengal');
  expect(districtInState(hi, howrah)).toBe('Howrah, पश्चिम बंगाल');
});

test('what is no State keeps its name: a district, an office, a State nobody has words for', () => {
  expect(placeName(hi, howrah)).toBe('Howrah');
  expect(placeName(hi, { code: 'ZZ', name: 'Elsewhere' })).toBe('Elsewhere');
});

test('every State of the list has words', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../seed/places/states.tsv'), 'utf8');
  const codes = [...file.matchAll(/^([A-Z]{2})\t/gm)].map(([, code]) => code!);
  expect(codes).toHaveLength(36);
  expect(codes.filter((code) => !hasWords(`places.state.${code}`))).toEqual([]);
});
