// Where in the nation a page of the exchange is of, with the way back up as far as the reader may read.
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { AreaAsked } from '../area-asked.ts';

const levels = ['nation', 'state', 'district'] as const;

export function PlaceTrail({ view, place, path }: { view: View; place: AreaAsked; path: (code: string) => string }) {
  const steps = [{ code: '', name: view.t('exchange.nation') }, ...place.trail];
  const open = steps.slice(levels.indexOf(place.widest.level), levels.indexOf(place.area.level));
  if (open.length === 0) return null;
  return (
    <p class="back">
      {open.map((step) => (
        <span key={step.code}>
          <a href={path(step.code)}>{placeName(view, step)}</a> ›{' '}
        </span>
      ))}
      {lastPlace(view, place)}
    </p>
  );
}

export function lastPlace(view: View, { trail }: AreaAsked): string {
  const last = trail.at(-1);
  return last ? placeName(view, last) : view.t('exchange.nation');
}
