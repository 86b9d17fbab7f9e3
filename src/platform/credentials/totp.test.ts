// RFC 4648 and RFC 6238 by their own vectors, and the rule that a code works once.
import { expect, test } from 'vitest';
import { type Instant, fromMilliseconds } from '../../kernel/time.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { matchTotp, newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts';

// RFC 4648 §10
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j', (plain, encoded) => {
  expect(toBase32(Buffer.from(plain))).toBe(encoded);
  expect(fromBase32(encoded)?.toString()).toBe(plain);
});

test('base32 as people type it, and not at all', () => {
  expect(fromBase32('mzxw 6ytb oi==')?.toString()).toBe('foobar');
  expect(fromBase32('MZXW1')).toBeUndefined();
});

// RFC 6238 appendix B: the seed is the digits 1234567890 repeated to the hash's length.
const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length));
test.each([
  [59, '94287082', '46119246', '90693936'],
  [1_111_111_109, '07081804', '68084774', '25091201'],
  [1_111_111_111, '14050471', '67062674', '99943326'],
  [1_234_567_890, '89005924', '91819424', '93441116'],
  [2_000_000_000, '69279037', '90698825', '38618901'],
  [20_000_000_000, '65353130', '77737706', '47863826'],
])('at %d seconds', (seconds, sha1, sha256, sha512) => {
  const step = totpStep(fromMilliseconds(seconds * 1000));
  expect(totpCode(seed(20), step, { digits: 8 })).toBe(sha1);
  expect(totpCode(seed(32), step, { digits: 8, algorithm: 'sha256' })).toBe(sha256);
  expect(totpCode(seed(64), step, { digits: 8, algorithm: 'sha512' })).toBe(sha512);
});

const now = '2026-11-24T06:00:10.000Z' as Instant;
const step = totpStep(now);

test.each([
  [-2, undefined],
  [-1, step - 1],
  [0, step],
  [1, step + 1],
  [2, undefined],
])('a code %d steps away', (away, matched) => {
  expect(matchTotp(seed(20), { typed: totpCode(seed(20), step + away), now })).toBe(matched);
});

test('a code does not work twice, nor one before it', () => {
  const typed = totpCode(seed(20), step);
  expect(matchTotp(seed(20), { typed, now, lastStep: step })).toBeUndefined();
  expect(matchTotp(seed(20), { typed, now, lastStep: step - 1 })).toBe(step);
});

test.each(['', '000000', '12345', 'abcdef', `${totpCode(seed(20), step)}0`])('%j is refused', (typed) => {
  expect(matchTotp(seed(20), { typed, now })).toBeUndefined();
});

test('the address for the app', () => {
  const uri = totpUri(seed(20), { issuer: 'Vatsalya portal', account: 'asha@example.in' });
  expect(uri).toBe(
    'otpauth://totp/Vatsalya%20portal:asha%40example.in?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
      '&issuer=Vatsalya%20portal&algorithm=SHA1&digits=6&period=30',
  );
});

test('secrets are 160 bits and differ', () => {
  expect(newTotpSecret()).toHaveLength(20);
  expect(newTotpSecret()).not.toEqual(newTotpSecret());
});
