// Where the next page begins, there and back; what nobody wrote starts the list.
import { expect, test } from 'vitest';
import type { Instant } from '../kernel/time.ts';
import { afterText, pageAsked, pageOf, readAfter } from './paging.ts';

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

test.each([
  ['2', 2],
  ['9', 3],
  ['0', 1],
  ['1.5', 1],
  ['-1', 1],
  ['x', 1],
  [undefined, 1],
])('page %j of three is page %i', (text, page) => {
  expect(pageAsked(text, 3)).toBe(page);
});

test.each([
  [undefined, [1, 2]],
  ['2', [3, 4]],
  ['3', [5]],
  ['4', [5]],
])('of five in twos, page %j holds %j', (text, shown) => {
  expect(pageOf([1, 2, 3, 4, 5], text, 2)).toMatchObject({ shown, pages: 3 });
});

test('a list of none has one page', () => {
  expect(pageOf([], '2', 2)).toEqual({ shown: [], page: 1, pages: 1 });
});
