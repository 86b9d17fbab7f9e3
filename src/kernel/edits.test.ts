// The one edit distance, held to a table filled cell by cell and to another hand's library.
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { bitsIn, editsBetween } from './edits.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });

/** Optimal string alignment as it is written in books. */
function aligned(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= one.length; row++)
    for (let column = 1; column <= other.length; column++) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let price = Math.min(table[row - 1]![column]! + 1, table[row]![column - 1]! + 1, table[row - 1]![column - 1]! + cost);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        price = Math.min(price, table[row - 2]![column - 2]! + 1);
      table[row]![column] = price;
    }
  return table[one.length]![other.length]!;
}

it('counts letters inserted, dropped and changed', () => {
  fc.assert(fc.property(word, word, (one, other) => void expect(editsBetween(one, other, 'plain')).toBe(distance(one, other))));
});

it('counts two exchanged neighbours once where asked to', () => {
  fc.assert(fc.property(word, word, (one, other) => void expect(editsBetween(one, other, 'exchanged')).toBe(aligned(one, other))));
  expect([editsBetween('abcd', 'abdc', 'exchanged'), editsBetween('abcd', 'abdc', 'plain')]).toEqual([1, 2]);
});

it('stops above what is asked for, and reads 64 letters', () => {
  fc.assert(
    fc.property(
      word,
      word,
      fc.nat(5),
      (one, other, most) => void expect(editsBetween(one, other, 'plain', most)).toBe(Math.min(distance(one, other), most + 1)),
    ),
  );
  expect(editsBetween('a'.repeat(64) + 'x', 'a'.repeat(64) + 'yz', 'plain')).toBe(0);
});

it('counts the bits of a mask', () => {
  expect([0, 1, 0b1011, -1].map(bitsIn)).toEqual([0, 1, 3, 32]);
});
