// Tokens, keyed hashes and seals: what opens with the right key and nothing else does.
import { expect, test } from 'vitest';
import { seal, unseal } from './sealing.ts';
import { equalInConstantTime, hashToken, keyedHash, newToken } from './tokens.ts';

const secret = 'a secret of thirty-two characters!';
const context = { secret, purpose: 'totp', boundTo: 'officer-1' };

test('a token is 256 random bits and its hash finds it again', () => {
  const { token, hash } = newToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hashToken(token)).toBe(hash);
  expect(newToken().token).not.toBe(token);
});

test('a keyed hash depends on secret, purpose and text, and they do not run together', () => {
  const hash = keyedHash(secret, 'reporter', '+919800000001');
  expect(keyedHash(secret, 'reporter', '+919800000001')).toBe(hash);
  expect(keyedHash(`${secret}!`, 'reporter', '+919800000001')).not.toBe(hash);
  expect(keyedHash(secret, 'reporte', 'r+919800000001')).not.toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['same', 'same', true],
  ['same', 'sam', false],
  ['', '', true],
  ['a', 'b', false],
])('%j and %j', (left, right, equal) => expect(equalInConstantTime(left, right)).toBe(equal));

test.each(['', 'JBSWY3DP', 'मीनाक्षी', 'x'.repeat(5000)])('%# sealed text comes back', (text) => {
  const sealed = seal(context, text);
  expect(unseal(context, sealed)).toBe(text);
  expect(seal(context, text)).not.toBe(sealed);
  if (text) expect(sealed).not.toContain(text);
});

test.each([
  ['another row', { ...context, boundTo: 'officer-2' }],
  ['another purpose', { ...context, purpose: 'telephone' }],
  ['another secret', { ...context, secret: `${secret}!` }],
])('a seal does not open for %s', (_title, other) => {
  expect(() => unseal(other, seal(context, 'JBSWY3DP'))).toThrow();
});

test('every changed character breaks the seal', () => {
  const sealed = seal(context, 'JBSWY3DP');
  for (let at = 3; at < sealed.length; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1);
    const bits = (text: string) =>
      text
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('hex'))
        .join('.');
    if (bits(changed) === bits(sealed)) continue; // only the unused bits of a last character differ
    expect(() => unseal(context, changed), `character ${at}`).toThrow();
  }
});

test.each(['', 'v1', 'v1..', 'v2.AAAAAAAAAAAAAAAA.AAAA', 'v1.AAAAAAAAAAAAAAAA.AAAA'])('%j is no seal', (sealed) => {
  expect(() => unseal(context, sealed)).toThrow();
});

test('a short secret is refused at once', () => {
  expect(() => seal({ ...context, secret: 'short' }, 'text')).toThrow(/32/);
});
