// A moment nobody told is never shown as if somebody had.
import { expect, test } from 'vitest';
import { type Day, addMinutes, instantAt } from '../../kernel/time.ts';
import { wordsIn } from '../../platform/i18n/index.ts';
import { lastSeenInWords } from './last-seen.ts';

const noon = instantAt('2026-11-24' as Day, '12:00');
const view = { ...wordsIn('en'), now: addMinutes(noon, 2) };

test.each([
  [true, true, '2 minutes ago · 24 Nov 2026, 12:00'],
  [true, false, '24 Nov 2026, time not told'],
  [false, false, 'not known'],
])('day known %s, time known %s: %s', (lastSeenKnown, lastSeenTimeKnown, words) => {
  expect(lastSeenInWords(view, { lastSeenKnown, lastSeenTimeKnown }, noon)).toBe(words);
});
