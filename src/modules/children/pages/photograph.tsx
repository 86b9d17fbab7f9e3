// A record's photograph, or a plain sign that there is none; always the same size, so that nothing jumps while it loads.
import type { View } from '../../../web/view.ts';
import { photographPath } from '../photographs/photograph-store.ts';

type Props = { view: View; name: string | null | undefined; size?: 'list' | 'record' };

export function RecordPhotograph({ view, name, size = 'list' }: Props) {
  const { t } = view;
  if (!name)
    return <div class={size === 'list' ? 'portrait-none small' : 'portrait-none'}>{size === 'list' ? null : t('web.photo.none')}</div>;
  const image = { src: photographPath(name), alt: t('children.photographAlt'), loading: 'lazy' } as const;
  if (size === 'list') return <img {...image} width={36} height={36} />;
  return (
    <a href={photographPath(name, 'full')}>
      <img {...image} class="portrait" width={128} height={160} />
    </a>
  );
}
