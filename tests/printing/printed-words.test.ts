// The languages of printed papers: every key a paper asks for is there and takes the same values; none is there that no paper asks for; what nobody read is listed.
import { readFileSync } from 'node:fs';
import { expect, describe, test } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import { statedPurposes } from '../../src/web/stated-purposes.ts';
import { REVIEW, catalogueOf } from '../../src/platform/i18n/catalogue.ts';
import { printLocales, shippedLocales } from '../../src/platform/i18n/index.ts';
import { askedKeys } from './asked-keys.ts';

const english = catalogueOf('en');
/** What stands on every paper: the words around it, who printed it (or the portal itself), and why. */
const around = [
  ...[...english.keys()].filter((key) => key.startsWith('documents.')),
  'web.name',
  'web.print.caution',
  ...['casework', 'production', 'care', ...statedPurposes].map((purpose) => `children.purpose.${purpose}`),
];
const own = printLocales.filter((locale) => !(shippedLocales as readonly string[]).includes(locale));

function values(message: string): string[] {
  const named = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) named.add(part.value);
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...named].toSorted();
}

function lacking(asked: Iterable<string>, words: ReadonlyMap<string, string>): string[] {
  return [...asked].filter((key) => !words.has(key) || `${values(words.get(key)!)}` !== `${values(english.get(key)!)}`);
}

describe.each(own)('%s', (locale) => {
  const words = catalogueOf(locale);
  const asked = askedKeys(locale, around);

  test('has every word a printed order or form asks for, with the same values', () => {
    expect(asked.size).toBeGreaterThan(400);
    expect(lacking(asked, words)).toEqual([]);
    const without = new Map([...words, ['cwc-orders.title', '{number}'] as const].filter(([key]) => key !== 'cwc-papers.hearing'));
    expect(lacking(asked, without)).toEqual(expect.arrayContaining(['cwc-orders.title', 'cwc-papers.hearing']));
  });

  test('has no word that no paper prints', () => {
    expect([...words.keys()].filter((key) => !asked.has(key))).toEqual([]);
  });

  test('lists what no speaker of it has read, by beginnings of keys that are there', () => {
    const { unread } = JSON.parse(readFileSync(new URL(`../../locales/${locale}/${REVIEW}`, import.meta.url), 'utf8')) as {
      unread: string[];
    };
    expect(unread.filter((beginning) => ![...words.keys()].some((key) => key.startsWith(beginning)))).toEqual([]);
    expect(unread).toEqual([...new Set(unread)].toSorted());
  });
});
