// Where in the nation a table is of, with the way back up as far as the reader may read.
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { AskedArea } from '../pendency.ts';

type Props = {
  view: View;
  asked: Pick<AskedArea, 'widest'>;
  trail: readonly { place: string; name: string }[];
  path: string;
  query: Readonly<Record<string, string>>;
};

export function areaPath(path: string, query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `${path}?${asked}` : path;
}

const called = (view: View, { place, name }: { place: string; name: string }): string => placeName(view, { code: place, name });

/** Of the narrowest place of a trail. */
export function lastOf(view: View, trail: Props['trail']): string | undefined {
  const last = trail.at(-1);
  return last && called(view, last);
}

export function Trail({ view, asked, trail, path, query }: Props) {
  const nation = asked.widest.level === 'nation' ? [{ place: '', name: view.t('returns.nation') }] : [];
  const steps = [...nation, ...trail.map((one) => ({ place: one.place, name: called(view, one) }))];
  const above = steps.slice(0, -1);
  if (above.length === 0) return null;
  return (
    <p class="back">
      {above.map(({ place, name }) => (
        <span key={place}>
          <a href={areaPath(path, { ...query, place })}>{name}</a> ›{' '}
        </span>
      ))}
      {steps.at(-1)!.name}
    </p>
  );
}
