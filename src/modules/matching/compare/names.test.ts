// Names of persons compared across scripts, orders, initials and run-together words; how common a name is; parents and siblings.
import { describe, expect, test } from 'vitest';
import { found, missing, world } from '../../../../tests/matching/pair.ts';
import { compareName } from './name.ts';
import { compareParent } from './parent.ts';
import { compareSibling } from './sibling.ts';

function nameCode(one: string, other: string): string {
  return compareName(missing({ child: [one] }), found({ child: [other] }), world).sentence.code.replace('matching.name.', '');
}

describe('the name of the child', () => {
  test.each([
    ['Pooja', 'Pooja', 'sameWritten'],
    ['पूजा', 'പൂജ', 'sameSound'],
    ['Pooja', 'பூஜா', 'sameSound'],
    ['محمد', 'मोहम्मद', 'sameSound'],
    ['Mohd Karim', 'Karim', 'sameSound'],
    ['Lakshmi', 'Laxmi', 'sameSound'],
    ['Yadav Ramesh', 'रमेश यादव', 'sameSound'],
    ['Shivkumari Oraon', 'Shiv Kumari Oraon', 'sameSound'],
    ['Pooja urf Guddi', 'Guddi', 'sameWritten'],
    ['Ramesh Yadav', 'Ramesh', 'part'],
    ['Ramesh Yadav', 'R. Yadav', 'part'],
    ['रामेश्वर', 'Ramesar', 'close'],
    ['Pooja Mandal', 'Pooja Hansda', 'loose'],
    ['R', 'Ramesh', 'initials'],
    ['Karim', 'Karima', 'close'],
    ['करीम', 'Karima', 'close'],
    ['Pooja', 'Suresh', 'different'],
    ['Vandana', 'मुन्नी', 'callName'],
    ['Munni Devi Mahto', 'Vandana', 'different'],
    ['', 'Suresh', 'unknown'],
    ['😀', 'Suresh', 'unknown'],
  ])('%s and %s: %s', (one, other, code) => {
    expect(nameCode(one, other)).toBe(code);
    expect(nameCode(other, one)).toBe(code);
  });

  test('better likeness is never worth less', () => {
    const bits = ['Ramesh Yadav', 'Ramesh', 'Ramesh Hansda', 'Suresh Pal'].map(
      (name) => compareName(missing({ child: ['Ramesh Yadav'] }), found({ child: [name] }), world).bits,
    );
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
  });

  test('a rare name is worth more than a common one, within a cap', () => {
    const bitsWhen = (share: number): number =>
      compareName(missing({ child: ['Pooja'] }), found({ child: ['पूजा'] }), { ...world, frequencies: new Map([['s:PC', share]]) }).bits;
    expect(bitsWhen(0.0001)).toBeGreaterThan(bitsWhen(0.02));
    expect(bitsWhen(0.04)).toBe(bitsWhen(1));
    expect(bitsWhen(0)).toBeLessThanOrEqual(9);
    expect(bitsWhen(1)).toBeGreaterThan(4);
  });
});

test('the parent named after "D/o" in the name of a child is read as the father', () => {
  const result = compareParent('father', missing({ child: ['Pooja D/o Ramesh Mandal'] }), found({ father: ['रमेश मंडल'] }), world);
  expect(result.sentence.code).toBe('matching.father.sameSound');
});

test('another father speaks more strongly against than another name of the child', () => {
  const father = compareParent('father', missing({ father: ['Suresh'] }), found({ father: ['Imran'] }), world);
  const child = compareName(missing({ child: ['Suresh'] }), found({ child: ['Imran'] }), world);
  expect(father.bits).toBeLessThan(child.bits);
});

test('one shared sibling among several agrees; different siblings hardly disagree', () => {
  const shared = compareSibling(missing({ sibling: ['Sonu', 'Geeta'] }), found({ sibling: ['गीता'] }), world);
  expect(shared).toMatchObject({ outcome: 'agree', sentence: { code: 'matching.sibling.sameSound' } });
  const other = compareSibling(missing({ sibling: ['Sonu'] }), found({ sibling: ['Farida'] }), world);
  expect(other.bits).toBe(-2); // the limit: what was learned would say more, but a spoken brother may be a friend
  expect(other.bits).toBeGreaterThan(compareParent('father', missing({ father: ['Sonu'] }), found({ father: ['Farida'] }), world).bits);
});
