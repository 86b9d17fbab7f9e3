// All forms of the Model Rules are listed once, with the rules seen on them, and a form said to be kept is kept by a module there is.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forms, headOfForm } from './forms.ts';

/** As domain sheet §3.1 lists them: those seen, with the rule printed on the form. */
const seenForms =
  `3 r.10(1)(iii); 4 r.10(1)(iv); 5 r.10(2); 7 r.11(3), 13(7)(vi), 13(8)(ii), 19(4), 19(17), 62(6)(vii), 62(6)(x), 69-I(3); 8 r.11(6);
9 r.11(7); 10 r.11(9), 64(3)(xiii); 15 r.17(1)(i); 17 r.18(2), 19(25); 19 r.18(8); 20 r.18(8), 19(7); 21 r.19(3); 22 r.19(8); 23 r.19(22); 24 r.19(22);
25 r.19(29); 26 r.20(1); 30 r.23(9); 31 r.23(4); 32 r.23(15); 33 r.23(16); 34 r.23(17); 35 r.23(18); 36 r.24(5); 37 r.25(2); 38 r.27(2); 39 r.27(4);
42 r.69-D(4); 44 r.82(1); 45 r.82(4)`.split(/;\s/);

test('the thirty forms seen are listed with their rules, the sixteen others without', () => {
  expect(seenForms).toHaveLength(30);
  const listed = forms.filter(({ tag }) => tag === 'C-f').map(({ number, rule }) => `${number} ${rule}`);
  expect(listed).toEqual(seenForms);
  expect(forms.map(({ number }) => number)).toEqual(Array.from({ length: 46 }, (_, at) => at + 1));
  for (const { tag, rule } of forms) expect(rule === null).toBe(tag === 'M');
});

test('a module that keeps a form exists', () => {
  const kept = forms.flatMap(({ module }) => module ?? []);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((module) => !existsSync(new URL(`../modules/${module}/index.ts`, import.meta.url)))).toEqual([]);
});

test('a form is called by its purpose, and by no other word', () => {
  expect(headOfForm('production-report')).toEqual({ number: '17', citation: 'JJ Model Rules 2016, r.18(2), 19(25)' });
  expect(headOfForm('leave')).toEqual({ number: '41', citation: 'JJ Model Rules 2016' });
  expect(() => headOfForm('no-such')).toThrow('no-such');
  expect(() => headOfForm('institution-or-open-shelter-registration')).toThrow('registration');
});
