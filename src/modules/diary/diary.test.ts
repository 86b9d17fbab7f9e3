// Corrections: the last recorded stands, in the place of what it corrects.
import { expect, test } from 'vitest';
import type { DiaryFact } from '../../kernel/happenings.ts';
import { instantFrom } from '../../kernel/time.ts';
import { effectiveEntries } from './diary.ts';

function entry(entryId: string, corrects: string | null = null, minute = entryId.charCodeAt(0) % 60): DiaryFact {
  const at = instantFrom(`2026-11-24T06:${String(minute).padStart(2, '0')}:00.000Z`);
  return {
    entryId,
    happening: 'missing.hueAndCryIssued',
    facts: {},
    happenedAt: at,
    enteredAt: null,
    recordedAt: at,
    byOffice: null,
    corrects,
  };
}
const standing = (...diary: DiaryFact[]): string => effectiveEntries(diary).map(({ entryId }) => entryId).join(' '); // prettier-ignore

test.each([
  ['nothing corrected', [entry('a'), entry('b')], 'a b'],
  ['a correction stands in the place of what it corrects', [entry('a'), entry('b'), entry('c', 'a')], 'c b'],
  ['of two corrections of one entry the later stands, and only it', [entry('a'), entry('b', 'a'), entry('c', 'a')], 'c'],
  ['a correction is corrected', [entry('a'), entry('b', 'a'), entry('c', 'b')], 'c'],
  [
    'a correction is corrected after another was made of the same entry',
    [entry('a'), entry('b', 'a'), entry('c', 'a'), entry('d', 'b')],
    'c',
  ],
  ['recorded at the same moment: the later id', [entry('a'), entry('b', 'a', 9), entry('c', 'a', 9)], 'c'],
  ['what it corrects is not in sight', [entry('b', 'z'), entry('c', 'z'), entry('d')], 'c d'],
  ['read twice', [entry('a'), entry('b', 'a'), entry('b', 'a')], 'b'],
])('%s', (_, diary, expected) => {
  expect(standing(...diary)).toBe(expected);
  expect(
    standing(...diary.toReversed())
      .split(' ')
      .toSorted()
      .join(' '),
  ).toBe(expected.split(' ').toSorted().join(' '));
});
