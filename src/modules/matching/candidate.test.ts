// How a pair stands after it was scored anew: a person's judgement outlives the machine.
import { expect, test } from 'vitest';
import type { RecordId } from '../../kernel/ids.ts';
import { type Standing, contestedAmong, standingAfter } from './candidate.ts';

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

test('pairs are contested by a likely one that shares a record, not by an unlikely, a refused or an unrelated one', () => {
  const pair = (id: string, missing: string, found: string, probability = 0.98, standing: Standing = 'open') => ({
    id,
    missingId: missing as RecordId,
    foundId: found as RecordId,
    probability,
    standing,
  });
  const contested = (...pairs: ReturnType<typeof pair>[]) => [...contestedAmong(pairs)].join(' ');
  expect(contested(pair('a', 'm1', 'f'), pair('b', 'm2', 'f'))).toBe('a b');
  expect(contested(pair('a', 'm', 'f1'), pair('b', 'm', 'f2', 0.5, 'same'))).toBe('a b');
  expect(contested(pair('a', 'm1', 'f'), pair('b', 'm2', 'f', 0.98, 'unsure'))).toBe('a b');
  expect(contested(pair('a', 'm1', 'f'), pair('b', 'm2', 'f', 0.49))).toBe('');
  expect(contested(pair('a', 'm1', 'f'), pair('b', 'm2', 'f', 0.98, 'different'))).toBe('');
  expect(contested(pair('a', 'm1', 'f1'), pair('b', 'm2', 'f2'))).toBe('');
});
