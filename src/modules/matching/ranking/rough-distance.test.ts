// The rough distance is the edit distance over folded sounds: compared with the plain table of it, over many words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, patternOf, roughDistance } from './rough-distance.ts';

function plainDistance(one: number[], other: number[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let at = 1; at <= other.length; at++)
      here.push(Math.min(above[at]! + 1, here[at - 1]! + 1, above[at - 1]! + (one[row - 1] === other[at - 1] ? 0 : 1)));
    above = here;
  }
  return above[other.length]!;
}

const between = (one: string, other: string) => roughDistance(patternOf(one), Uint8Array.from(folded(other)), 0, folded(other).length);

describe('roughDistance', () => {
  it.each([
    ['ramesh', 'ramesh', 0],
    ['lakSmi', 'laksmi', 0],
    ['vikas', 'bikas', 0],
    ['pUja', 'pUj@', 1],
    ['ram', 'ramkumar', 5],
    ['', 'ram', 3],
  ])('%s and %s are %i apart', (one, other, distance) => expect(between(one, other)).toBe(distance));

  it('is the plain edit distance, also of words longer than it reads', () => {
    const word = fc.string({ unit: fc.constantFrom(...'kgcjtdpbfvnmrlsSzhyKCTPRaeiouO@*^'), maxLength: 40 });
    fc.assert(fc.property(word, word, (one, other) => between(one, other) === plainDistance(folded(one), folded(other))));
  });
});
