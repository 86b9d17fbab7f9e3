// Beside the link to a paper: the same paper in the State's own language, where its papers have words and the screens have none yet.
import { type Locale, isPrinted, languages, shippedLocales } from '../platform/i18n/index.ts';

type Props = {
  /** The paper's address, with a query or without. */ href: string;
  /** Those of the State, ISO 639. */ spoken: readonly string[];
};

export function PrintLanguages({ href, spoken }: Props) {
  const own = spoken.filter(isPrinted).filter((locale) => !(shippedLocales as readonly Locale[]).includes(locale));
  return (
    <>
      {own.map((locale) => (
        <a key={locale} href={`${href}${href.includes('?') ? '&' : '?'}language=${locale}`} hreflang={locale} lang={locale}>
          {' '}
          {languages[locale].name}
        </a>
      ))}
    </>
  );
}
