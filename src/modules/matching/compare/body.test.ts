// Age, sex, height, marks, looks: what can be seen of a child, carried over the years between the two days.
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../children/index.ts';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { compareAge } from './age.ts';
import { compareHeight, expectedGrowth } from './height.ts';
import { compareBuild } from './looks.ts';
import { compareMarks } from './marks.ts';
import { compareSex } from './sex.ts';

const later = '2027-03-01';

describe('age', () => {
  test.each([
    [[8, 8], [10, 10], 'near'],
    [[8, 8], [9, 11], 'near'],
    [[8, 8], [4, 4], 'foundYounger'],
    [[8, 8], [17, 17], 'foundOlder'],
    [[0, 0], [2, 2], 'near'],
    [[0, 0], [40, 40], 'foundOlder'],
  ] as const)('lost at %j, found two years later at %j: %s', (was, is, code) => {
    const result = compareAge(missing({ years: [...was] }), found({ years: [...is], on: later }), world);
    expect(result.sentence.code).toBe(`matching.age.${code}`);
    expect(result.outcome).toBe(code === 'near' ? 'agree' : 'disagree');
  });

  test('a birth date tells more than a guess by looks', () => {
    const known = compareAge(missing({ birthDate: '2017-03-01' as never }), found({ birthDate: '2017-03-01' as never }), world);
    const guessed = compareAge(missing({ years: [8, 8] }), found({ years: [8, 8] }), world);
    expect(known.bits).toBeGreaterThan(guessed.bits);
  });

  test('the error widens with age: two years off matter more at 3 than at 16', () => {
    const small = compareAge(missing({ years: [3, 3] }), found({ years: [6, 6] }), world);
    const big = compareAge(missing({ years: [14, 14] }), found({ years: [17, 17] }), world);
    expect(small.bits).toBeLessThan(big.bits);
  });
});

// Three in four of the missing are girls: that two are girls tells little, that two are boys as much as sex may. "Third" is met as often among strangers.
test.each([
  ['female', 'female', 'same', 0.4],
  ['male', 'male', 'same', 2],
  ['female', 'male', 'different', -8],
  ['third', 'male', 'third', 0],
] as const)('sex %s and %s: %s', (one, other, code, about) => {
  const result = compareSex(missing({ sex: one }), found({ sex: other }), world);
  expect(result.sentence.code).toBe(`matching.sex.${code}`);
  expect(result.bits).toBeCloseTo(about, 1);
});

describe('height', () => {
  test.each([
    [120, 132, 'fits'],
    [120, 112, 'shrunk'],
    [120, 165, 'unlikely'],
  ])('%i cm at 8, %i cm two years later: %s', (was, is, code) => {
    const result = compareHeight(
      missing({ heightCentimetres: { low: was, high: was }, years: [8, 8] }),
      found({ heightCentimetres: { low: is, high: is }, on: later }),
      world,
    );
    expect(result.sentence.code).toBe(`matching.height.${code}`);
  });

  test('growth adds up year by year and ends', () => {
    expect(expectedGrowth(0, 2)).toBe(37);
    expect(expectedGrowth(8, 0.5)).toBe(2.75);
    expect(expectedGrowth(30, 5)).toBe(0);
  });
});

describe('marks', () => {
  const burn: Mark = { kind: 'burn', site: 'forearm', side: 'left', text: null };
  const bitsOf = (ones: Mark[], others: Mark[]): number => compareMarks(missing({ marks: ones }), found({ marks: others }), world).bits;

  test.each([
    [burn, 'kindSiteSide'],
    [{ ...burn, side: null }, 'kindSite'],
    [{ ...burn, side: 'right' }, 'swappedSide'],
    [{ ...burn, site: null }, 'kindOnly'],
    [{ ...burn, site: 'neck' }, 'noneShared'],
  ] as [Mark, string][])('%j: %s', (other, code) => {
    expect(compareMarks(missing({ marks: [burn] }), found({ marks: [other] }), world).sentence.code).toBe(`matching.marks.${code}`);
  });

  test('a mark that does not fade and is not there speaks against; unlisted marks say nothing', () => {
    const cleft: Mark = { kind: 'cleft-lip', site: 'face', side: null, text: null };
    expect(bitsOf([cleft], [burn])).toBeLessThan(bitsOf([burn], [cleft]));
    expect(bitsOf([cleft], [])).toBe(0);
  });

  test('a second shared mark adds, a rare one tells more', () => {
    const mole: Mark = { kind: 'mole', site: 'cheek', side: 'right', text: null };
    expect(bitsOf([burn, mole], [burn, mole])).toBeGreaterThan(bitsOf([burn, mole], [burn]));
    expect(bitsOf([burn], [burn])).toBeGreaterThan(bitsOf([mole], [mole]));
  });
});

test('build is weak evidence, and stout is further from thin than medium', () => {
  const bits = (['thin', 'medium', 'stout'] as const).map(
    (build) => compareBuild(missing({ build: 'thin' }), found({ build }), world).bits,
  );
  expect(bits).toEqual(bits.toSorted((a, b) => b - a));
  expect(Math.max(...bits.map(Math.abs))).toBeLessThan(1.5);
});
