// When a remembered "no" is asked again: a cited fact changed, or a strong one became known; nothing else.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../kernel/time.ts';
import { type Description, emptyDescription } from '../../children/index.ts';
import { type Aspect, aspects } from '../aspect.ts';
import { askedAgainFor, changedSince, evidenceOf } from './cited.ts';

const circumstances = { kind: 'missing', happenedOn: '2026-11-10' as Day, districtCode: '220' } as const;
const father = (text: string) => ({ bearer: 'father', text, alias: false }) as const;
const mother = (text: string) => ({ bearer: 'mother', text, alias: false }) as const;

/** Evidence of a pair whose missing child is so described; bits as given, 0 for the rest. */
function evidence(said: Partial<Description>, bits: Partial<Record<Aspect, number>> = {}, foundSays: Partial<Description> = said) {
  const results = aspects.map((aspect) => ({
    aspect,
    outcome: 'agree' as const,
    bits: bits[aspect] ?? 0,
    level: '',
    sentence: { code: '', facts: {} },
  }));
  const described = (own: Partial<Description>) => ({ description: { ...emptyDescription, ...own }, circumstances });
  return evidenceOf('pair', described(said), described(foundSays), results);
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
  const other = evidenceOf(
    'other',
    { description: { ...emptyDescription, sex: 'male' }, circumstances },
    { description: emptyDescription, circumstances },
    [],
  );
  expect(other).toEqual({});
  expect(changedSince(evidence({ sex: 'male' }), evidence({ sex: 'male' }, {}, {}))).toEqual(['sex']);
});
