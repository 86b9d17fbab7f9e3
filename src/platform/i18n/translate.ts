// Turns a key and its values into words in one language, falling back to English, with compiled messages kept.
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogueOf } from './catalogue.ts';
import { type Locale, directionOf } from './locales.ts';

export type Values = Record<string, string | number>;
export type Translate = (key: string, values?: Values) => string;
/** What a formatter needs to speak: the words and the language they are in. A view is one. */
export type Words = { t: Translate; locale: Locale };

const translators = new Map<Locale, Translate>();

/** A missing key throws under test, so no page ships with a hole; in service it shows the key, so nobody is refused a page over a word. */
export function translatorFor(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const translate = makeTranslator(locale);
  translators.set(locale, translate);
  return translate;
}

/** Whether there is such a sentence: for keys that come from outside. */
export function hasWords(key: string): boolean {
  return catalogueOf('en').has(key);
}

function makeTranslator(locale: Locale): Translate {
  const words = catalogueOf(locale);
  const source = catalogueOf('en');
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const message = words.get(key) ?? source.get(key);
    if (message === undefined) return missing(key);
    if (isPlain(message)) return message;
    let format = compiled.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, tagOf(words.has(key) ? locale : 'en'), undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    return String(format.format(values));
  };
}

/** Nothing for ICU to do: no argument, no quoting. */
function isPlain(message: string): boolean {
  return !/[{}']/.test(message);
}

function missing(key: string): string {
  if (process.env['VITEST']) throw new Error(`No words for ${key}: add it to locales/en`);
  return key;
}

/** The language tag for Intl: as spoken in India, with the numerals of Article 343 of the Constitution (0–9) in every language. */
export function tagOf(locale: Locale): string {
  return `${locale}-IN-u-nu-latn`;
}

/** Everything about a language a page needs to speak it. */
export function wordsIn(locale: Locale): Words & { dir: 'ltr' | 'rtl' } {
  return { t: translatorFor(locale), locale, dir: directionOf(locale) };
}
