// The name of a language in the reader's language, from the platform's own data.
import type { Locale } from './locales.ts';

const names = new Map<Locale, Intl.DisplayNames>();

/** `code`: ISO 639. A code nobody has named is shown as it is. */
export function languageName(locale: Locale, code: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames([`${locale}-IN`], { type: 'language' });
  names.set(locale, known);
  return known.of(code) ?? code;
}
