// No message may carry a child's name or an offence: not as a fact, not as a placeholder, not as a word (threat A24).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { templateIds, templates } from './templates.ts';

const telling =
  /name|child|girl|boy|victim|mother|father|parent|famil|offence|crime|section|pocso|rape|abuse|traffick|age|sex|address|home/i;
const tellingWords = /pocso|rape|sexual|abuse|offence|victim|traffick|बलात्कार|यौन|पीड़ित|तस्करी|अपराध|पॉक्सो/i;

const locales = new URL('../../../locales/', import.meta.url);
const catalogues = readdirSync(locales)
  .map((locale) => ({ locale, file: new URL(`${locale}/messages.json`, locales) }))
  .filter(({ file }) => existsSync(file))
  .map(({ locale, file }) => ({ locale, words: JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> }));

function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{\s*([A-Za-z]\w*)\s*[,}]/g)].map((match) => match[1]!);
}

/** What is wrong with one sentence of a template: placeholders it must not have, words it must not say. */
function leaksIn(sentence: string, facts: readonly string[]): string[] {
  const unknown = placeholdersOf(sentence).filter((placeholder) => !facts.includes(placeholder));
  return [...unknown, ...(sentence.match(tellingWords) ?? [])];
}

test('the scan catches what it must', () => {
  expect(leaksIn('{childName} was seen. {reference}', ['reference'])).toEqual(['childName']);
  expect(leaksIn('{count, plural, one {# duty of {name}} other {# duties}}', ['count'])).toEqual(['name']);
  expect(leaksIn('POCSO case {reference}', ['reference'])).toEqual(['POCSO']);
  expect(telling.test('childName') && telling.test('offence')).toBe(true);
});

test.each(templateIds)('%s carries no telling fact', (id) => {
  expect(templates[id].facts.filter((fact) => telling.test(fact))).toEqual([]);
});

test('English words exist', () => expect(catalogues.map(({ locale }) => locale)).toContain('en'));

describe.each(catalogues)('$locale', ({ words }) => {
  test.each(templateIds)('%s has all its sentences and none leaks', (id) => {
    for (const part of ['sms', 'subject', 'email']) {
      const sentence = words[`messages.${id}.${part}`];
      expect(sentence, part).toBeTypeOf('string');
      expect(leaksIn(sentence!, templates[id].facts), part).toEqual([]);
    }
  });

  test('no sentence without a template', () => {
    const known = templateIds.flatMap((id) => ['sms', 'subject', 'email'].map((part) => `messages.${id}.${part}`));
    expect(Object.keys(words).filter((key) => key.startsWith('messages.') && !known.includes(key))).toEqual([]);
  });
});
