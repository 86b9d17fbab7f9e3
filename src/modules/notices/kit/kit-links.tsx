// Where a notice's posters are taken: a line for each shape, a link for each language.
import { posterShapes } from '../../../platform/documents/index.ts';
import { languages } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { kitFileName, kitLanguages } from './kit.ts';

type Props = {
  view: View;
  /** The address the files lie under. */ under: string;
  /** Languages of the place (ISO 639). */ spoken: readonly string[];
  /** Carried along in each link, beginning with `?`, or empty. */ suffix?: string;
};

export function KitLinks({ view, under, spoken, suffix = '' }: Props) {
  const { t } = view;
  return (
    <section>
      <h2>{t('notice-kit.title')}</h2>
      <p>{t('notice-kit.about')}</p>
      <dl class="summary">
        {posterShapes.map((shape) => (
          <div key={shape}>
            <dt>{t(`notice-kit.shape.${shape}`)}</dt>
            <dd class="languages">
              {kitLanguages(view, spoken).map((locale) => (
                <a
                  key={locale}
                  href={`${under}/${kitFileName(shape)}${suffix ? `${suffix}&` : '?'}language=${locale}`}
                  hreflang={locale}
                  lang={locale}
                >
                  {languages[locale].name}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
