// Where an officer may be sent after signing in: this site only, never back to signing in or out.
import { expect, test } from 'vitest';
import { clearedCookies, safeNext, sessionCookie, sessionCookieName } from './session.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['/missing/MC-WB-2026-004211-K?purpose=tracing', '/missing/MC-WB-2026-004211-K?purpose=tracing'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['/\t/evil.example', '/'],
  ['/%0d%0aSet-Cookie:x', '/%0d%0aSet-Cookie:x'],
  ['/\r\nSet-Cookie: x', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in/demo', '/'],
  ['/sign-out', '/'],
])('next %j leads to %s', (next, to) => {
  expect(safeNext(next)).toBe(to);
});

test('the session cookie is bound to this host, ends with the session, and is given once', () => {
  expect(sessionCookie('t')).toMatchObject({ name: '__Host-vatsalya', value: 't', maxAgeSeconds: 8 * 60 * 60, once: true });
  expect(clearedCookies().find(({ name }) => name === sessionCookieName)).toMatchObject({ value: '', maxAgeSeconds: 0 });
});
