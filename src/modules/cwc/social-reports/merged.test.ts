// Two workers at one report: what each typed against what stands.
import { expect, test } from 'vitest';
import type { Instant } from '../../../kernel/time.ts';
import { merged } from './social-report.ts';

const stood = (value: string, by = 'Ravi') => ({ value, by, at: '2026-11-24T06:30:00.000Z' as Instant });
const fields = [{ name: 'school' }];
const merge = (typed: string, base: string | null, now: string | null) => {
  const at = (value: string | null) => new Map(value === null ? [] : [['school', stood(value)]]);
  const { write, differences } = merged(fields, new Map([['school', typed]]), at(base), at(now));
  return [write.map(({ value }) => value), differences.map(({ theirs }) => theirs)];
};

test.each([
  ['nobody else wrote', 'class 5', 'class 4', 'class 4', [['class 5'], []]],
  ['a first answer', 'class 5', null, null, [['class 5'], []]],
  ['nothing was touched, the other wrote', 'class 4', 'class 4', 'class 6', [[], []]],
  ['both wrote the same', 'class 5', 'class 4', 'class 5', [[], []]],
  ['both wrote something else', 'class 5', 'class 4', 'class 6', [[], ['class 6']]],
  ['one emptied it, the other wrote', '', 'class 4', 'class 6', [[], ['class 6']]],
  ['emptied, nobody else wrote', '', 'class 4', 'class 4', [[''], []]],
] as const)('%s', (_, typed, base, now, expected) => {
  expect(merge(typed, base, now)).toEqual(expected);
});
