// The same page in another language, each language by its own name.
import { languages, shippedLocales } from '../../platform/i18n/index.ts';
import type { View } from '../view.ts';

/** `GET /language/<locale>?back=<path>` sets the cookie and comes back. */
export function LanguageLinks({ view }: { view: View }) {
  return (
    <nav class="languages" aria-label={view.t('web.languages')}>
      {shippedLocales.map((locale) =>
        locale === view.locale ? (
          <span key={locale} lang={locale} aria-current="true">
            {languages[locale].name}
          </span>
        ) : (
          <a key={locale} href={`/language/${locale}?back=${encodeURIComponent(view.path)}`} lang={locale} hreflang={locale} rel="nofollow">
            {languages[locale].name}
          </a>
        ),
      )}
    </nav>
  );
}
