// How a pair stands after it was scored anew: a person's judgement outlives the machine.
import { expect, test } from 'vitest';
import { type Standing, standingAfter } from './candidate.ts';
import type { Band } from './band.ts';

const scored = (band: Band, totalBits = 0, foundVersion = 1) => ({ band, totalBits, missingVersion: 1, foundVersion });
const before = (standing: Standing) => ({ ...scored('likely'), standing });

test.each([
  ['a new pair worth showing', undefined, scored('possible'), 'open'],
  ['a new weak pair', undefined, scored('weak'), 'withdrawn'],
  ['an open pair that grew weak', before('open'), scored('weak', -5, 2), 'withdrawn'],
  ['a withdrawn pair that grew strong', before('withdrawn'), scored('likely', 3, 2), 'open'],
  ['"same", whatever the score says now', before('same'), scored('weak', -9, 2), 'same'],
  ['"no" on the same facts, even if the weights changed', before('different'), scored('likely', 9), 'different'],
  ['"no" after a change that made it no stronger', before('different'), scored('likely', 0.9, 2), 'different'],
  ['"no" after a change that made it stronger', before('different'), scored('likely', 1, 2), 'open'],
  ['"no" after a change that made it stronger but still weak', before('different'), scored('weak', 2, 2), 'different'],
  ['"can’t tell" after a change that made it stronger', before('unsure'), scored('possible', 1.5, 2), 'open'],
  ['"can’t tell" on the same facts', before('unsure'), scored('likely'), 'unsure'],
] as const)('%s', (_, was, now, expected) => {
  expect(standingAfter(was, now)).toBe(expected);
});
