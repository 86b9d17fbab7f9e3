// One-time codes: for one number, one purpose, ten minutes, five tries, once.
import { expect, test } from 'vitest';
import { type Instant, addMinutes } from '../../kernel/time.ts';
import { type KeptCode, issueCode, tryCode } from './one-time-code.ts';

const holder = { secret: 'a secret of thirty-two characters!', telephone: '+919800000001', purpose: 'report' };
const now = '2026-11-24T06:00:00.000Z' as Instant;
const { code, kept } = issueCode(holder, now);
const wrong = code === '000000' ? '000001' : '000000';
const inDevanagari = code.replace(/\d/g, (digit) => String.fromCodePoint(0x966 + Number(digit)));
const inFullWidth = code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

test('six digits, and not stored', () => {
  expect(code).toMatch(/^\d{6}$/);
  expect(JSON.stringify(kept)).not.toContain(code);
});

test.each([code, ` ${code.slice(0, 3)} ${code.slice(3)} `, inDevanagari, inFullWidth])('%j is right, once', (typed) => {
  const first = tryCode(holder, kept, { typed, now });
  expect(first.right).toBe(true);
  expect(tryCode(holder, first.kept, { typed, now })).toMatchObject({ right: false, refusal: { code: 'credentials.codeSpent' } });
});

test.each([
  ['another number', { ...holder, telephone: '+919800000002' }],
  ['another purpose', { ...holder, purpose: 'sighting' }],
  ['another installation', { ...holder, secret: `${holder.secret}!` }],
])('the code is wrong for %s', (_title, other) => {
  expect(tryCode(other, kept, { typed: code, now }).right).toBe(false);
});

test('five wrong tries, counted down, then spent even for the right code', () => {
  let current: KeptCode = kept;
  const answers: unknown[] = [];
  for (let round = 0; round < 5; round++) {
    const outcome = tryCode(holder, current, { typed: wrong, now });
    current = outcome.kept;
    if (!outcome.right) answers.push(outcome.refusal.facts['triesLeft'] ?? outcome.refusal.code);
  }
  expect(answers).toEqual([4, 3, 2, 1, 'credentials.codeSpent']);
  expect(tryCode(holder, current, { typed: code, now }).right).toBe(false);
});

test.each([
  [9, true],
  [10, false],
])('after %d minutes', (minutes, right) => {
  expect(tryCode(holder, kept, { typed: code, now: addMinutes(now, minutes) }).right).toBe(right);
});

test.each(['', 'abcdef', code.slice(0, 5), `${code}0`])('%j is wrong', (typed) => {
  expect(tryCode(holder, kept, { typed, now }).right).toBe(false);
});
