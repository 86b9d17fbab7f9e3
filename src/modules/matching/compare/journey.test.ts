// Home, language, distance, days and clothes: where the child came from and how it may have travelled.
import { describe, expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { compareClothing } from './clothing.ts';
import { compareDates } from './dates.ts';
import { compareDistance, kilometresBetween } from './distance.ts';
import { compareLanguage } from './language.ts';
import { comparePlace } from './place.ts';

describe('home', () => {
  test.each([
    [{ homeDistrict: 'BR-SON' }, 'sameDistrict'],
    [{ homeWords: ['सोनपुर'] }, 'sameSound'],
    [{ homeWords: ['near big temple', 'Sonpur'] }, 'sameSound'],
    [{ homeWords: ['Madurai'] }, 'different'],
    [{ homeWords: ['near temple'] }, 'unknown'],
    [{ district: 'BR-SON' }, 'unknown'],
  ])('lost from Sonepur, the child says %j: %s', (said, code) => {
    expect(comparePlace(missing({ district: 'BR-SON' }), found(said), world).sentence.code).toBe(`matching.place.${code}`);
  });
});

describe('a home that has another name by now', () => {
  const compared = (home: string, said: string) => comparePlace(missing({ homeWords: [home] }), found({ homeWords: [said] }), world);

  test.each([
    ['Calcutta', 'Kolkata'],
    ['कलकत्ता', 'Kolkata'],
    ['Cawnpore', 'कानपुर'],
    ['Faizabad', 'Ayodhya'],
    ['Mughalsarai', 'Pandit Deen Dayal Upadhyaya Nagar'],
    ['Chhatrapati Sambhajinagar', 'औरंगाबाद'],
    ['Noida', 'Gautam Buddha Nagar'],
    ['near temple, Ramnad', 'Ramanathapuram'],
  ])('%s is %s', (home, said) => {
    expect(compared(home, said).sentence.code).toMatch(/^matching\.place\.(sameSound|sameWord)$/);
    expect(compared(said, home).outcome).toBe('agree');
  });

  test.each([
    ['Calcutta', 'Mumbai'],
    ['Noida', 'Pandit Deen Dayal Upadhyaya Nagar'],
    ['Mohali', 'Ranjit Singh Chowk'],
    ['Varanasi', 'Kanpur'],
  ])('%s is not %s', (home, said) => {
    expect(compared(home, said).sentence.code).toBe('matching.place.different');
  });

  test('the district’s own name has other names too', () => {
    const districts = new Map([['UP-GBN', { name: 'Gautam Buddha Nagar', latitude: 28.5, longitude: 77.4 }]]);
    const { outcome } = comparePlace(missing({ district: 'UP-GBN' }), found({ homeWords: ['नोएडा'] }), { ...world, districts });
    expect(outcome).toBe('agree');
  });
});

describe('language', () => {
  test.each([
    [['bho', 'hi'], ['bho'], 'shared'],
    [['bho'], ['hin'], 'related'],
    [['bho'], ['ml'], 'different'],
    [['bho'], [], 'unknown'],
  ])('%j and %j: %s', (one, other, code) => {
    expect(compareLanguage(missing({ languages: one }), found({ languages: other }), world).sentence.code).toBe(
      `matching.language.${code}`,
    );
  });

  test('a rare language tells more than Hindi', () => {
    const bits = (language: string): number =>
      compareLanguage(missing({ languages: [language] }), found({ languages: [language] }), world).bits;
    expect(bits('sat')).toBeGreaterThan(bits('hi') + 3);
  });
});

describe('distance', () => {
  test('in kilometres over the globe', () => {
    const [patna, kozhikode] = [world.districts.get('BR-PAT')!, world.districts.get('KL-KOZ')!];
    expect(kilometresBetween(patna, kozhikode)).toBeGreaterThan(1800);
    expect(kilometresBetween(patna, kozhikode)).toBeLessThan(1950);
    expect(kilometresBetween(patna, patna)).toBe(0);
  });

  test('nearer is never worth less, far is only mildly against', () => {
    const bits = ['BR-SON', 'BR-PAT', 'KL-KOZ'].map(
      (district) => compareDistance(missing({ district: 'BR-SON' }), found({ district }), world).bits,
    );
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    expect(bits[2]).toBeGreaterThan(-2.5);
  });

  test('a district without a position is unknown', () => {
    expect(compareDistance(missing({ district: 'BR-SON' }), found({ district: 'XX' }), world).outcome).toBe('unknown');
  });
});

describe('days', () => {
  test.each([
    ['2025-02-01', 'foundBefore'],
    ['2025-02-28', 'dayBefore'],
    ['2025-03-01', 'soonAfter'],
    ['2025-03-20', 'soonAfter'],
    ['2027-03-01', 'longAfter'],
  ])('lost on 1 March 2025, found on %s: %s', (on, code) => {
    expect(compareDates(missing({}), found({ on }), world).sentence.code).toBe(`matching.dates.${code}`);
  });

  test('found before lost is the strongest contradiction, yet finite', () => {
    const { bits } = compareDates(missing({}), found({ on: '2020-01-01' }), world);
    expect(bits).toBeLessThan(-8);
    expect(Number.isFinite(bits)).toBe(true);
  });
});

describe('clothes', () => {
  test.each([
    ['2025-03-02', 'लाल फ्रॉक, चप्पल', 'same'],
    ['2025-03-02', 'red skirt', 'partly'],
    ['2025-03-02', 'blue shirt', 'different'],
    ['2025-03-20', 'red frock', 'unknown'],
    ['2025-03-02', 'torn', 'unknown'],
  ])('red frock, then on %s %s: %s', (on, clothing, code) => {
    expect(compareClothing(missing({ clothing: 'Red frock' }), found({ clothing, on }), world).sentence.code).toBe(
      `matching.clothing.${code}`,
    );
  });
});
