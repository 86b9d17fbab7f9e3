// The volume breaker falls for one node and one minute, and says once that it fell.
import { expect, test } from 'vitest';
import { type Instant, addMinutes, fromMilliseconds, milliseconds } from '../../../kernel/time.ts';
import { openBreaker } from './breaker.ts';

const noon = '2026-11-24T06:30:00.000Z' as Instant;
const later = fromMilliseconds(milliseconds(noon) + 45_000);
const node = { code: 'police-BR', messagesAMinute: 1000 };

test('what began below the limit is taken whole; after it the node waits for the next minute, and no other node does', () => {
  const breaker = openBreaker();
  expect(breaker(node, 999, noon)).toBeNull();
  expect(breaker(node, 500, noon)).toBeNull();
  expect(breaker(node, 1, later)).toEqual({ retryAfterSeconds: 15, messages: 1500, first: true });
  expect(breaker(node, 10, later)).toEqual({ retryAfterSeconds: 15, messages: 1510, first: false });
  expect(breaker({ ...node, code: 'police-KL' }, 1, later)).toBeNull();
  expect(breaker(node, 1, addMinutes(noon, 1))).toBeNull();
});
