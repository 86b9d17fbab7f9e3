// The outermost page: language, direction, styles, the way past the header, and nothing inline (the content policy forbids it).
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

export type DocumentProps = { view: View; title: string; children: ComponentChildren };

export function Document({ view, title, children }: DocumentProps) {
  const { assets, door, card } = view;
  return (
    <html lang={view.locale} dir={view.dir}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${view.t('web.name')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {door === 'citizen' ? null : <meta name="robots" content="noindex, nofollow" />}
        {card ? <meta property="og:title" content={card.title} /> : null}
        {card ? <meta property="og:description" content={card.text} /> : null}
        <meta name="format-detection" content="telephone=no" />
        {assets.fonts?.[view.locale]?.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
        <link rel="stylesheet" href={assets.styles} />
        <script type="module" src={assets.islands} />
      </head>
      <body class={door} data-offline={view.t('web.form.offline')}>
        <a class="skip" href="#main">
          {view.t('web.skip')}
        </a>
        {view.demo ? <p class="demo">{view.t('web.demo')}</p> : null}
        {children}
      </body>
    </html>
  );
}
