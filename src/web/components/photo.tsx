// A photograph, or the plain fact that there is none. Always the same shape, so two stand eye to eye.
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** `taken` in words, shown beneath: "taken 2024, aged 7". */
export type PhotoOf = { src: string; taken?: string } | null;

export function Photo({ view, photo, of }: { view: View; photo: PhotoOf; of: string }) {
  return (
    <figure class="photo">
      {photo ? (
        <img src={photo.src} alt={view.t('web.photo.of', { name: of })} width="150" height="180" loading="lazy" decoding="async" />
      ) : (
        <div class="no-photo">
          <Icon name="person" />
          <span>{view.t('web.photo.none')}</span>
        </div>
      )}
      {photo?.taken ? <figcaption>{photo.taken}</figcaption> : null}
    </figure>
  );
}
