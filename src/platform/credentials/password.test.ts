// Passwords: the length rule in any script, the strength stored, and no sign of whether an account exists.
import { expect, test } from 'vitest';
import { hashPassword, judgePassword, passwordMatches } from './password.ts';

test.each([
  ['', 'credentials.passwordTooShort'],
  ['elevenchars', 'credentials.passwordTooShort'],
  ['twelve chars', undefined],
  ['नदी पार का नीला घर', undefined],
  ['क्षत्रिय', 'credentials.passwordTooShort'], // 8 code points, fewer characters
  ['x'.repeat(200), undefined],
  ['x'.repeat(201), 'credentials.passwordTooLong'],
])('%j', (password, code) => {
  expect(judgePassword(password)?.code).toBe(code);
});

test('the hash names its strength and never repeats', async () => {
  const [first, second] = [await hashPassword('river blue house'), await hashPassword('river blue house')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test('right, wrong, and the same letters from another keyboard', async () => {
  const stored = await hashPassword('ड़ लड़का नीला घर'); // nukta as its own code point
  expect(await passwordMatches(stored, 'ड़ लड़का नीला घर'.normalize('NFC'))).toBe(true);
  expect(await passwordMatches(stored, '\u095c लड़का नीला घर')).toBe(true);
  expect(await passwordMatches(stored, 'ड लड़का नीला घर')).toBe(false);
});

test('no account: never right, and the work is done all the same', async () => {
  const stored = await hashPassword('river blue house');
  const known = await shortest(() => passwordMatches(stored, 'wrong password'));
  const unknown = await shortest(() => passwordMatches(undefined, 'wrong password'));
  expect(await passwordMatches(undefined, '')).toBe(false);
  expect(unknown).toBeGreaterThan(known / 20); // an early return would take a thousandth; a busy machine must not fail this
});

async function shortest(task: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    await task();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
