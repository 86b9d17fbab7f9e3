// Where in the nation the figures are of, with the way back up as far as the reader may read.
import type { View } from '../../../web/view.ts';
import type { Area } from '../../officers/index.ts';
import { placeName } from '../../places/index.ts';
import type { Asked } from '../form.ts';
import type { Place } from '../load.ts';

/** The address of the same question with something changed. */
export function leaguePath(
  { values }: Pick<Asked, 'values'>,
  change: Partial<Asked['values']>,
  page: '' | '/gaps' | '/certificate' = '',
): string {
  const asked = Object.entries({ ...values, ...change }).filter(([, value]) => value !== '');
  return `/timeliness${page}?${new URLSearchParams(asked)}`;
}

type Props = { view: View; asked: Pick<Asked, 'values' | 'widest' | 'area'>; trail: readonly Place[] };

export function Trail({ view, asked, trail }: Props) {
  const steps = [{ code: '', name: view.t('timeliness.nation'), telephone: null }, ...trail];
  const open = steps.slice(depthOf(asked.widest), depthOf(asked.area));
  if (open.length === 0) return null;
  return (
    <p class="back">
      {open.map((place) => (
        <span key={place.code}>
          <a href={leaguePath(asked, { place: place.code })}>{placeName(view, place)}</a> ›{' '}
        </span>
      ))}
      {placeName(view, steps.at(-1)!)}
    </p>
  );
}

/** Of the narrowest place of a trail. */
export function lastOf(view: View, trail: readonly Place[]): string {
  const last = trail.at(-1);
  return last ? placeName(view, last) : view.t('timeliness.nation');
}

function depthOf({ level }: Area): number {
  return ['nation', 'state', 'district'].indexOf(level);
}

/** For a page that is of one district, opened above one: where it is chosen. */
export function ChooseDistrict({ view, asked }: { view: View; asked: Asked }) {
  return (
    <p>
      {view.t('timeliness.chooseDistrict')} <a href={leaguePath(asked, {})}>{view.t('timeliness.title')}</a>
    </p>
  );
}
