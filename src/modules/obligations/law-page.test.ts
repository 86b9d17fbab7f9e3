// docs/law.md says what the code does: it is generated, and a stale page fails here.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { law, provisions } from '../../law/index.ts';
import { wordsIn } from '../../platform/i18n/index.ts';
import { lawPage } from './law-page.ts';

test('docs/law.md is current (npm run law)', () => {
  expect(readFileSync(new URL('../../../docs/law.md', import.meta.url), 'utf8')).toBe(lawPage(wordsIn('en'), law, provisions));
});

test('every duty has its section, source, confidence and examples', () => {
  const page = lawPage(wordsIn('en'), law, provisions);
  for (const rule of law) {
    const section = page.split(`## ${rule.id} `)[1]!.split('\n## ')[0]!;
    for (const text of [rule.citation, `**${rule.confidence}**`, ...rule.examples.map((example) => example.name)])
      expect(section).toContain(text);
  }
});
