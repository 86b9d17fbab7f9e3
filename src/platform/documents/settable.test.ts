// Where a long word may break, and which way a sentence runs.
import { expect, test } from 'vitest';
import { settable } from './settable.ts';

const broken = (text: string) => settable({ text }, 'ltr').text.split('\u200b');

test('only a word longer than a narrow column may break, and no conjunct is torn', () => {
  expect(broken(`${'x'.repeat(24)} ${'word '.repeat(20)}`)).toHaveLength(1);
  expect(broken('x'.repeat(25))).toHaveLength(25);
  expect(broken('क्षत्रि'.repeat(5))).toEqual(Array.from({ length: 5 }, () => ['क्ष', 'त्रि']).flat());
});

test('joined writing is left whole; each of its lines is kept apart from what stands beside it', () => {
  const urdu = 'بچہ'.repeat(20);
  expect(settable({ text: `${urdu}\n\nOk.` }, 'rtl').text).toBe(`\u2068${urdu}\u2069\n\n\u2068Ok.\u2069`);
  expect(settable({ text: 'Ok.' }, 'ltr').text).toBe('Ok.');
});

test('reaches every text, however deep, and changes no kind', () => {
  const long = 'x'.repeat(30);
  expect(settable({ body: [{ kind: 'table', rows: [[long, null, 3]] }] }, 'rtl')).toEqual({
    body: [{ kind: 'table', rows: [[`\u2068${[...long].join('\u200b')}\u2069`, null, 3]] }],
  });
});
