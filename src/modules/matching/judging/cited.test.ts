// When a remembered "no" is asked again: a cited fact changed, or a strong one became known; nothing else.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { type Description, emptyDescription } from '../../children/index.ts';
import { type Aspect, aspects } from '../aspect.ts';
import { askedAgainFor, changedSince, evidenceOf, printKeyOf } from './cited.ts';

const circumstances = { kind: 'missing', happenedOn: '2026-11-10' as Day, districtCode: '220' } as const;
const father = (text: string) => ({ bearer: 'father', text, alias: false }) as const;
const mother = (text: string) => ({ bearer: 'mother', text, alias: false }) as const;

const key = printKeyOf({ secret: 'one secret of thirty-two letters or more' });
const otherKey = printKeyOf({ secret: 'the secret it was changed for afterwards' });

/** Evidence of a pair whose missing child is so described; bits as given, 0 for the rest. */
function evidence(said: Partial<Description>, bits: Partial<Record<Aspect, number>> = {}, foundSays: Partial<Description> = said) {
  return evidenceUnder(key, said, bits, foundSays);
}

/** The level of a fact goes with its bits, as in the tables. */
function evidenceUnder(
  printKey: typeof key,
  said: Partial<Description>,
  bits: Partial<Record<Aspect, number>> = {},
  foundSays: Partial<Description> = said,
) {
  const results = aspects.map((aspect) => ({
    aspect,
    outcome: 'agree' as const,
    bits: bits[aspect] ?? 0,
    level: (bits[aspect] ?? 0) > 0 ? 'same' : 'different',
    sentence: { code: '', facts: {} },
  }));
  const described = (own: Partial<Description>) => ({ description: { ...emptyDescription, ...own }, circumstances });
  return evidenceOf(printKey, { candidateId: 'pair', missing: described(said), found: described(foundSays) }, results);
}

const then = evidence({ names: [father('Ramesh')], clothing: 'red frock' }, { father: -3, clothing: 1 });
const no = (cited: Aspect[]) => ({ verdict: 'different' as const, cited, evidence: then });

describe('a "no"', () => {
  test.each([
    ['nothing changed', no(['father']), then, []],
    ['an uncited fact changed', no(['father']), evidence({ names: [father('Ramesh')], clothing: 'blue frock' }, { father: -3 }), []],
    [
      'the cited fact changed',
      no(['father']),
      evidence({ names: [father('Rameshwar')], clothing: 'red frock' }, { father: 4 }),
      ['father'],
    ],
    [
      'the cited fact changed for the worse',
      no(['father']),
      evidence({ names: [father('Iqbal')], clothing: 'red frock' }, { father: -4 }),
      [],
    ],
    [
      'the pair grew much stronger on an uncited fact that was known',
      no(['father']),
      evidence({ names: [father('Ramesh')], clothing: 'red frock, torn' }, { father: -3, clothing: 9 }),
      [],
    ],
    [
      'a strong fact nobody knew',
      no(['father']),
      evidence({ names: [father('Ramesh'), mother('Sunita')], clothing: 'red frock' }, { father: -3, mother: 4 }),
      ['mother'],
    ],
    [
      'a slight fact nobody knew',
      no(['father']),
      evidence({ names: [father('Ramesh'), mother('Sunita')], clothing: 'red frock' }, { father: -3, mother: 2.9 }),
      [],
    ],
    [
      'only a reason was written; stronger by a bit',
      no([]),
      evidence({ names: [father('Ram')], clothing: 'red frock' }, { father: -2, clothing: 1 }),
      ['father'],
    ],
    [
      'only a reason was written; stronger by less',
      no([]),
      evidence({ names: [father('Ram')], clothing: 'red frock' }, { father: -2.1, clothing: 1 }),
      [],
    ],
    ['only the weights changed', no([]), evidence({ names: [father('Ramesh')], clothing: 'red frock' }, { father: 9, clothing: 9 }), []],
  ] as const)('%s', (_, judged, now, expected) => {
    expect(askedAgainFor(judged, now)).toEqual(expected);
  });

  test('of before evidence was kept is never asked again by itself', () => {
    expect(askedAgainFor({ ...no(['father']), evidence: {} }, then)).toEqual([]);
  });
});

test('"can’t tell" is asked again whichever way the cited fact turned out', () => {
  const now = evidence({ names: [father('Iqbal')], clothing: 'red frock' }, { father: -9 });
  expect(askedAgainFor({ verdict: 'unsure', cited: ['father'], evidence: then }, now)).toEqual(['father']);
});

test('a print keeps nothing of the words, and differs from pair to pair; order of a list is no change', () => {
  const two = [father('Ramesh'), father('Suresh')];
  expect(JSON.stringify(then)).not.toContain('Ramesh');
  expect(changedSince(evidence({ names: two }), evidence({ names: two.toReversed() }))).toEqual([]);
  const printOfSex = (candidateId: string, printKey = key) => {
    const missing = { description: { ...emptyDescription, sex: 'male' } as const, circumstances };
    const found = { description: emptyDescription, circumstances };
    const result = { aspect: 'sex', outcome: 'agree', bits: 0, level: '', sentence: { code: '', facts: {} } } as const;
    return evidenceOf(printKey, { candidateId, missing, found }, [result]).sex!.missing;
  };
  expect(printOfSex('other')).not.toBe(printOfSex('pair'));
  expect(printOfSex('pair')).toBe(printOfSex('pair')); // control
  // Three sexes, two hundred names: without the key nobody can try them all.
  expect(printOfSex('pair', otherKey)!.split('.')[1]).not.toBe(printOfSex('pair')!.split('.')[1]);
  expect(changedSince(evidence({ sex: 'male' }), evidence({ sex: 'male' }, {}, {}))).toEqual(['sex']);
});

describe('a "no" that cites home', () => {
  /** Said of the child the family misses, or of the child found, who is recorded in such a district. */
  const homeOf = (side: 'missing' | 'found', districtCode: string, bits: number, homeDistrict: string | null = null) => {
    const result = { aspect: 'place', outcome: 'agree', bits, level: '', sentence: { code: '', facts: {} } } as const;
    const of = (kind: 'missing' | 'found') => ({
      description: { ...emptyDescription, homeWords: ['Sonepur'], homeDistrict },
      circumstances: { ...circumstances, kind, districtCode: kind === side ? districtCode : '220' },
    });
    return evidenceOf(key, { candidateId: 'pair', missing: of('missing'), found: of('found') }, [result]);
  };
  const askedAgain = (before: ReturnType<typeof homeOf>, now: ReturnType<typeof homeOf>) =>
    askedAgainFor({ verdict: 'different', cited: ['place'], evidence: before }, now);

  test('is asked again when the district the child was lost from is corrected, which stands for home', () => {
    expect(askedAgain(homeOf('missing', '220', -2), homeOf('missing', '221', 4))).toEqual(['place']);
  });

  test('is not where the family’s home is stated, nor for where a child was found, which says nothing of home', () => {
    expect(askedAgain(homeOf('missing', '220', -2, '230'), homeOf('missing', '221', 4, '230'))).toEqual([]);
    expect(askedAgain(homeOf('found', '220', -2), homeOf('found', '221', 4))).toEqual([]);
  });
});

describe('after the installation’s secret was changed', () => {
  const same = { names: [father('Ramesh')], clothing: 'red frock' };

  test('a "no" and a "can’t tell" stand while the comparison falls on the same levels', () => {
    const now = evidenceUnder(otherKey, same, { father: -3, clothing: 1 });
    expect(changedSince(then, now)).toEqual([]);
    for (const verdict of ['different', 'unsure'] as const)
      expect(askedAgainFor({ verdict, cited: ['father'], evidence: then }, now)).toEqual([]);
  });

  test('a fact that now falls on another level, or was not known, is still asked about', () => {
    const corrected = evidenceUnder(otherKey, { ...same, names: [father('Rameshwar')] }, { father: 4, clothing: 1 });
    expect(askedAgainFor(no(['father']), corrected)).toEqual(['father']);
    const learned = evidenceUnder(otherKey, { ...same, names: [...same.names, mother('Sunita')] }, { father: -3, clothing: 1, mother: 4 });
    expect(askedAgainFor(no(['father']), learned)).toEqual(['mother']);
  });
});
