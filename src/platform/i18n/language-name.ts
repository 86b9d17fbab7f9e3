// The name of a language in the reader's language, from the platform's own data, and for what that does not name from a table.
import type { Locale } from './locales.ts';

const names = new Map<Locale, Intl.DisplayNames>();

/** Languages spoken in India that the platform's data name in no language, or not in Hindi. */
const unnamed: Readonly<Record<string, { en: string; hi: string }>> = {
  bns: { en: 'Bundeli', hi: 'बुंदेली' },
  gbm: { en: 'Garhwali', hi: 'गढ़वाली' },
  grt: { en: 'Garo', hi: 'गारो' },
  hne: { en: 'Chhattisgarhi', hi: 'छत्तीसगढ़ी' },
  kfy: { en: 'Kumaoni', hi: 'कुमाऊँनी' },
  khr: { en: 'Kharia', hi: 'खड़िया' },
  lbj: { en: 'Ladakhi', hi: 'लद्दाख़ी' },
  lep: { en: 'Lepcha', hi: 'लेपचा' },
  njo: { en: 'Ao Naga', hi: 'आओ नागा' },
  njz: { en: 'Nyishi', hi: 'न्यिशी' },
  nsm: { en: 'Sumi Naga', hi: 'सुमी नागा' },
  prx: { en: 'Purik', hi: 'पुरिक' },
  sck: { en: 'Sadri', hi: 'सादरी' },
  tcy: { en: 'Tulu', hi: 'तुलु' },
  tcz: { en: 'Thadou', hi: 'थाडो' },
  trp: { en: 'Kokborok', hi: 'कॉकबरक' },
};

/** `code`: ISO 639. A code nobody has named is shown as it is. */
export function languageName(locale: Locale, code: string): string {
  const known = names.get(locale) ?? new Intl.DisplayNames([`${locale}-IN`], { type: 'language', fallback: 'none' });
  names.set(locale, known);
  return known.of(code) ?? (locale === 'hi' ? unnamed[code]?.hi : unnamed[code]?.en) ?? code;
}
