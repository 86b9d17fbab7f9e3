// Where the next page begins, there and back; what nobody wrote starts the list.
import { expect, test } from 'vitest';
import type { Instant } from '../kernel/time.ts';
import { afterText, readAfter } from './paging.ts';

const after = { at: '2026-11-26T04:30:00.123Z' as Instant, id: 'abc-1' };

test('what was written is read', () => {
  expect(readAfter(afterText(after), /^[a-c]{3}-1$/)).toEqual(after);
});

test.each([
  ['nothing', undefined],
  ['a moment without an id', after.at],
  ['an id of another shape', `${after.at}_xyz`],
  ['no moment', '2026-99-99T99:99:99Z_abc-1'],
  ['more than was written', `${afterText(after)}'; drop table record`],
])('%s starts the list', (_, text) => {
  expect(readAfter(text, /^[a-c]{3}-1$/)).toBeNull();
});
