// What the Committee last said of a pair, read from a diary.
import { expect, test } from 'vitest';
import type { DiaryFact, Happening } from '../../../kernel/happenings.ts';
import { committeeSaid } from './grouping.ts';

const entry = (happening: Happening, candidate = 'pair'): DiaryFact => ({ happening, facts: { candidate } }) as unknown as DiaryFact;

test.each([
  ['nothing', [], null],
  ['confirmed', [entry('identity.confirmed')], 'confirmed'],
  ['refused', [entry('identity.refused')], 'refused'],
  ['the last of two answers', [entry('identity.refused'), entry('identity.confirmed')], 'confirmed'],
  ['a judgement taken back clears its word', [entry('identity.confirmed'), entry('match.judgementReversed')], null],
  ['confirmed anew', [entry('identity.confirmed'), entry('match.judgementReversed'), entry('identity.confirmed')], 'confirmed'],
  ['another pair’s judgement taken back', [entry('identity.confirmed'), entry('match.judgementReversed', 'other')], 'confirmed'],
  ['another pair confirmed', [entry('identity.confirmed', 'other')], null],
] as const)('%s', (_, diary, said) => {
  expect(committeeSaid(diary, 'pair')).toBe(said);
});
