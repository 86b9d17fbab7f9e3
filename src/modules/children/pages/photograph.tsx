// A record's photograph, or a plain sign that there is none; always the same size, so that nothing jumps while it loads.
import type { View } from '../../../web/view.ts';
import { photographPath } from '../photographs.ts';

type Props = { view: View; name: string | null | undefined; size?: 'list' | 'record' };

export function RecordPhotograph({ view, name, size = 'list' }: Props) {
  const side = size === 'list' ? 48 : 240;
  if (!name) return size === 'list' ? null : <p class="hint">{view.t('children.noPhotograph')}</p>;
  const image = <img class={`photograph ${size}`} src={photographPath(name)} alt={view.t('children.photographAlt')} width={side} height={side} loading="lazy" />;
  return size === 'list' ? image : <a href={photographPath(name, 'full')}>{image}</a>;
}
