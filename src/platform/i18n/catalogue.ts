// The words on screen: locales/<language>/<module>.json, read once, flat keys, ICU messages. English is the source.
import { readFileSync, readdirSync } from 'node:fs';
import type { Locale } from './locales.ts';

/** Key to ICU message. */
export type Catalogue = ReadonlyMap<string, string>;

/** Which keys no speaker of the language has read yet (docs/glossary.md): no words of its own. */
export const REVIEW = 'review.json';

const folder = new URL('../../../locales/', import.meta.url);
const loaded = new Map<Locale, Catalogue>();

/** Every message of a language, all modules together. Throws if two files give the same key: one of them would silently win. */
export function catalogueOf(locale: Locale): Catalogue {
  const known = loaded.get(locale);
  if (known) return known;
  const messages = new Map<string, string>();
  for (const file of catalogueFiles(locale)) {
    for (const [key, message] of Object.entries(readCatalogue(locale, file))) {
      if (messages.has(key)) throw new Error(`locales/${locale}/${file}: the key ${key} is already taken`);
      messages.set(key, message);
    }
  }
  loaded.set(locale, messages);
  return messages;
}

export function catalogueFiles(locale: Locale): string[] {
  return readdirSync(new URL(`${locale}/`, folder)).filter((file) => file.endsWith('.json') && file !== REVIEW);
}

export function readCatalogue(locale: Locale, file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as Record<string, string>;
}
