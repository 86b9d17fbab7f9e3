// The glossary names each thing once: a term told twice would soon mean two things.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The term of each row: what stands before its explanation. */
function termsIn(markdown: string): string[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|-'));
  return rows.map((line) => line.split('|')[1]!.split(':')[0]!.trim().toLowerCase());
}

const repeated = (terms: readonly string[]): string[] => terms.filter((term, at) => terms.indexOf(term) !== at);

test('every term of the glossary stands in it once; a second is noticed', () => {
  const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');
  expect(termsIn(glossary).length).toBeGreaterThan(50);
  expect(repeated(termsIn(glossary))).toEqual([]);
  expect(repeated(termsIn(`${glossary}\n| Reach: something else | \`x\` | – | – |`))).toEqual(['reach']);
});
