// Every language of a State has a name for readers of the screens' languages.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languageName } from './language-name.ts';

const [head, ...states] = readFileSync(new URL('../../../seed/places/states.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const spoken = head!.split('\t').flatMap((name, at) => (name === 'languages' || name === 'spoken' ? [at] : []));
const codes = new Set(states.flatMap((row) => spoken.flatMap((at) => row.split('\t')[at]!.split(','))).filter(Boolean));

test.each(['en', 'hi'] as const)('in %s no language of a State is shown as a bare code', (locale) => {
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => languageName(locale, code) === code)).toEqual([]);
});

test('Chhattisgarhi is named to both, and a code nobody named is shown as it is', () => {
  expect(['en', 'hi', 'ta'].map((locale) => languageName(locale as 'en', 'hne'))).toEqual(['Chhattisgarhi', 'छत्तीसगढ़ी', 'Chhattisgarhi']);
  expect(languageName('en', 'qaa')).toBe('qaa');
});
