// The thirteen languages Vatsalya is meant to speak, each by its own name, and which of them ship with words today.

export const languages = {
  en: { name: 'English', dir: 'ltr' },
  hi: { name: 'हिन्दी', dir: 'ltr' },
  bn: { name: 'বাংলা', dir: 'ltr' },
  mr: { name: 'मराठी', dir: 'ltr' },
  te: { name: 'తెలుగు', dir: 'ltr' },
  ta: { name: 'தமிழ்', dir: 'ltr' },
  gu: { name: 'ગુજરાતી', dir: 'ltr' },
  ur: { name: 'اردو', dir: 'rtl' },
  kn: { name: 'ಕನ್ನಡ', dir: 'ltr' },
  or: { name: 'ଓଡ଼ିଆ', dir: 'ltr' },
  ml: { name: 'മലയാളം', dir: 'ltr' },
  pa: { name: 'ਪੰਜਾਬੀ', dir: 'ltr' },
  as: { name: 'অসমীয়া', dir: 'ltr' },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl' }>;

export type Locale = keyof typeof languages;

/** English is the source; a language joins this list when its catalogue is complete. */
export const shippedLocales = ['en', 'hi'] as const satisfies readonly Locale[];

/** Languages that have the words of printed papers (locales/<language>/, a part of the keys): those that ship whole, and others beside them. */
export const printLocales = [...shippedLocales, 'bn', 'ta'] as const satisfies readonly Locale[];
export type PrintLocale = (typeof printLocales)[number];

export function isPrinted(text: unknown): text is PrintLocale {
  return (printLocales as readonly unknown[]).includes(text);
}

/** `spoken`: a State's languages (ISO 639), the first the foremost. What its papers can be written in: its own first, then those of the screens. */
export function printLocalesFor(spoken: readonly string[]): PrintLocale[] {
  return [...new Set([...spoken.filter(isPrinted), ...shippedLocales])];
}

export function isShipped(text: string | undefined): text is Locale {
  return (shippedLocales as readonly string[]).includes(text ?? '');
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return languages[locale].dir;
}

/** The language to answer in: what the person chose (cookie), else the best of Accept-Language (RFC 9110 §12.5.4), else English. */
export function negotiate(acceptLanguage: string | undefined, cookie: string | undefined): Locale {
  if (isShipped(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(weighted)
    .filter((choice) => choice.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted.map((choice) => choice.language).find(isShipped) ?? 'en';
}

function weighted(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().split(';');
  const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((found) => found !== undefined);
  return { language: tag.split('-')[0]!.toLowerCase(), weight: quality === undefined ? 1 : Number(quality) };
}
