// The whole score: adds up, never breaks on odd input, grows with evidence, says what to ask, and speaks in sentences that exist.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/time.ts';
import type { Mark } from '../children/index.ts';
import { bandOf } from './band.ts';
import { found, missing, world } from '../../../tests/matching/pair.ts';
import { comparePair } from './score.ts';
import { servedWeights } from './weighing/served-weights.ts';

const burn: Mark = { kind: 'burn', site: 'forearm', side: 'left', text: null };
const lostGirl = missing({
  child: ['पूजा कुमारी'],
  father: ['रामेश्वर'],
  sibling: ['Sonu'],
  sex: 'female',
  years: [8, 8],
  marks: [burn],
  languages: ['bho'],
  district: 'BR-SON',
});
const foundGirl = {
  child: ['പൂജ'],
  father: ['Ramesar'],
  sex: 'female' as const,
  years: [9, 11] as [number, number],
  languages: ['bho'],
  on: '2026-11-01',
  district: 'KL-KOZ',
};

describe('a girl lost in Bihar and found in Kerala', () => {
  const comparison = comparePair(lostGirl, found({ ...foundGirl, marks: [burn] }), world);

  test('is likely the same child, rare by chance', () => {
    expect(bandOf(comparison)).toBe('likely');
    expect(comparison.oneInN).toBeGreaterThan(100_000);
    expect(comparison.tooThin).toBe(false);
  });

  test('the waterfall adds up', () => {
    const sum = comparison.aspects.reduce((bits, result) => bits + result.bits, comparison.priorBits);
    expect(sum).toBeCloseTo(comparison.totalBits, 9);
  });

  test('her mother, whom neither side names, would tell more than the brother the family names: ask the child', () => {
    expect(comparison.helpMost).toEqual({ aspect: 'mother', code: 'matching.help.mother.askChild' });
  });

  test('with mother and home known on both sides, the family knows a sibling: ask the child', () => {
    const known = { mother: ['Sunita'], homeWords: ['Sonepur'] };
    const family = missing({ ...known, child: ['Puja'], father: ['Ramesar'], sibling: ['Sonu'], marks: [burn], languages: ['bho'] });
    const { helpMost } = comparePair(family, found({ ...foundGirl, ...known, marks: [burn] }), world);
    expect(helpMost).toEqual({ aspect: 'sibling', code: 'matching.help.sibling.askChild' });
  });
});

test('another child is weak', () => {
  const other = comparePair(lostGirl, found({ child: ['Suresh'], father: ['Imran'], sex: 'male', years: [4, 4], on: '2026-11-01' }), world);
  expect(bandOf(other)).toBe('weak');
});

test('sex and age alone are too thin to tell', () => {
  expect(comparePair(missing({ sex: 'male', years: [9, 9] }), found({ sex: 'male', years: [9, 9] }), world).tooThin).toBe(true);
});

describe('sentences', () => {
  const catalogue = (language: string) => JSON.parse(readFileSync(`locales/${language}/matching.json`, 'utf8')) as Record<string, string>;

  test('of English and Hindi have the same keys, and every code spoken is one', () => {
    const english = Object.keys(catalogue('en'));
    expect(Object.keys(catalogue('hi')).toSorted()).toEqual(english.toSorted());
    const { aspects, helpMost } = comparePair(lostGirl, found(foundGirl), world);
    for (const code of [...aspects.map((result) => result.sentence.code), helpMost!.code]) expect(english).toContain(code);
  });

  test.each(['en', 'hi'])('in %s can be read as messages', (language) => {
    for (const [key, message] of Object.entries(catalogue(language)))
      expect(() => new IntlMessageFormat(message, language), key).not.toThrow();
  });

  test('name a mark in words', () => {
    const finger: Mark = { kind: 'missing-finger', site: 'hand', side: 'right', text: null };
    const { sentence } = comparePair(missing({ marks: [finger] }), found({ marks: [finger] }), world).aspects.find(
      ({ aspect }) => aspect === 'marks',
    )!;
    expect(new IntlMessageFormat(catalogue('en')[sentence.code]!, 'en').format(sentence.facts)).toBe('missing finger, right hand, both');
  });
});

const oddNames = fc.oneof(
  fc.constantFrom(
    '',
    'R',
    'प',
    '़',
    '्',
    '😀',
    '\u202Eajoop\u202C',
    'S/o',
    'urf',
    '@@',
    'Md',
    'श्री',
    '  ',
    'ا',
    'ー',
    'x'.repeat(10_000),
    'क'.repeat(10_000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'कखगािुे्ंंராமகபாഅമ്മبپاوی aeiou bhks'), maxLength: 20 }),
);
const years = fc.constantFrom<[number, number] | undefined>(undefined, [0, 0], [8, 9], [40, 40]);
const told = fc.record({
  child: fc.array(oddNames, { maxLength: 3 }),
  father: fc.array(oddNames, { maxLength: 2 }),
  years,
  sex: fc.constantFrom('female', 'male', 'third', null),
  homeWords: fc.array(oddNames, { maxLength: 3 }),
  clothing: fc.option(oddNames),
  languages: fc.array(fc.constantFrom('hi', 'bho', 'zz', ''), { maxLength: 2 }),
  heightCentimetres: fc.constantFrom(null, { low: 0, high: 0 }, { low: 90, high: 140 }),
  district: fc.constantFrom('BR-SON', 'KL-KOZ', 'nowhere', null),
  on: fc.constantFrom<Day>('2025-03-01' as Day, '2001-01-01' as Day, '2031-12-31' as Day),
});

describe('for any two records', () => {
  test('numbers are finite, probability within its bounds, unknown is 0 bits both ways round', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const there = comparePair(missing(one), found(other), world);
        const back = comparePair(missing(other), found(one), world);
        for (const number of [there.totalBits, there.priorBits, there.oneInN, ...there.aspects.map((result) => result.bits)]) {
          expect(Number.isFinite(number)).toBe(true);
        }
        expect(there.probability).toBeGreaterThanOrEqual(0.0001);
        expect(there.probability).toBeLessThanOrEqual(0.9999);
        there.aspects.forEach((result, at) => {
          if (result.outcome === 'unknown') expect(result.bits).toBe(0);
          const turned = !['place', 'clothing'].includes(result.aspect); // these read the two sides differently
          if (turned) expect(back.aspects[at]!.outcome === 'unknown').toBe(result.outcome === 'unknown');
        });
      }),
      { numRuns: 300 },
    );
  });

  test('agreeing on one thing more never lowers the score', () => {
    fc.assert(
      fc.property(told, told, (one, other) => {
        const before = comparePair(missing(one), found(other), world).totalBits;
        const more = { mother: ['Sushila'], marks: [burn] };
        expect(comparePair(missing({ ...one, ...more }), found({ ...other, ...more }), world).totalBits).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('agreeing on one name more never lowers the score, however weakly it agrees and whatever else is known', () => {
    const bearers = ['child', 'father', 'mother', 'guardian'] as const;
    type Names = Partial<Record<(typeof bearers)[number], readonly [mine: string, theirs: string]>>;
    const spellings: (readonly [string, string])[] = [['Ram', 'Ram'], ['Ramesh', 'Rameshwar'], ['Rani', 'Ranee'], ['Suresh', 'Ramesh'], ['R Kumar', 'Raj']]; // prettier-ignore
    const facts = [{ marks: [burn] }, { languages: ['bho'] }, { years: [8, 9] }, { homeWords: ['Sonepur'] }, { sibling: ['Sonu'] }, { district: 'BR-SON' }, { sex: 'female' }] as const; // prettier-ignore
    const known: fc.Arbitrary<Names> = fc.dictionary(fc.constantFrom(...bearers), fc.constantFrom(...spellings), { maxKeys: 2 });
    const served = { ...world, weights: servedWeights };
    let agreed = 0;
    fc.assert(
      fc.property(
        fc.subarray([...facts]),
        known,
        fc.constantFrom(...bearers),
        fc.constantFrom(...spellings),
        (shared, names, more, spelling) => {
          const compared = (all: Names) => {
            const side = (at: 0 | 1) => Object.fromEntries(Object.entries(all).map(([bearer, said]) => [bearer, [said[at]]]));
            const told = Object.assign({}, ...shared) as Parameters<typeof missing>[0];
            return comparePair(missing({ ...told, ...side(0) }), found({ ...told, ...side(1) }), served);
          };
          const { [more]: _, ...before } = names;
          const after = compared({ ...before, [more]: spelling });
          if (after.aspects.find(({ aspect }) => aspect === (more === 'child' ? 'name' : more))!.outcome !== 'agree') return;
          agreed++;
          expect(after.totalBits).toBeGreaterThanOrEqual(compared(before).totalBits - 1e-9);
        },
      ),
      { numRuns: 1000 },
    );
    expect(agreed).toBeGreaterThan(300);
  });

  test('a larger population never makes a pair likelier', () => {
    const pair = (population: number): number => comparePair(lostGirl, found(foundGirl), { ...world, population }).probability;
    for (const [small, large] of [
      [0, 10],
      [10, 1000],
      [1000, 1e7],
      [Number.NaN, 1e9],
    ] as const)
      expect(pair(small)).toBeGreaterThanOrEqual(pair(large));
  });
});
