// How a pair stands after it was scored anew: a person's judgement outlives the machine.
import { expect, test } from 'vitest';
import { standingAfter } from './candidate.ts';

test.each([
  ['a new pair worth showing', undefined, 'possible', false, 'open'],
  ['a new weak pair', undefined, 'weak', false, 'withdrawn'],
  ['an open pair that grew weak', 'open', 'weak', false, 'withdrawn'],
  ['a withdrawn pair that grew strong', 'withdrawn', 'likely', false, 'open'],
  ['"same", whatever the score says now', 'same', 'weak', true, 'same'],
  ['"same", when a fact changed and the pair is as strong as ever', 'same', 'likely', true, 'same'],
  ['"no" on the same facts, however strong', 'different', 'likely', false, 'different'],
  ['"no" whose ground changed', 'different', 'possible', true, 'open'],
  ['"no" whose ground changed, still weak', 'different', 'weak', true, 'different'],
  ['"can’t tell" whose ground changed', 'unsure', 'possible', true, 'open'],
  ['"can’t tell" on the same facts', 'unsure', 'likely', false, 'unsure'],
] as const)('%s', (_, was, band, askedAgain, expected) => {
  expect(standingAfter(was, { band, askedAgain })).toBe(expected);
});
