// Parts of a directive that both doors show: where the paper is, and its points.
import type { ComponentChildren } from 'preact';
import type { View } from '../../../web/view.ts';
import type { Point } from '../directive.ts';
import { pointFacts } from './words.tsx';

const isAddress = (text: string): boolean => /^https:\/\/[^\s]+$/.test(text);

/** An address becomes a link, which says nothing of the reader to the far side; anything else stays text. */
export function Original({ view, original }: { view: View; original: string | null }) {
  if (!original) return null;
  return (
    <p>
      {view.t('directives.original')}:{' '}
      {isAddress(original) ? (
        <a href={original} rel="noreferrer noopener nofollow">
          {original}
        </a>
      ) : (
        <span dir="auto">{original}</span>
      )}
    </p>
  );
}

/** `under`: what stands below each point. */
export function PointList({ view, points, under }: { view: View; points: readonly Point[]; under?: (point: Point) => ComponentChildren }) {
  const { t } = view;
  if (points.length === 0) return <p>{t('directives.noPoints')}</p>;
  return (
    <ol class="directive-points">
      {points.map((point) => (
        <li key={point.id} value={point.position}>
          <span dir="auto">{point.what}</span>
          <br />
          <span class="quiet-text">
            {pointFacts(view, point)}
            {point.figure ? ` · ${t('directives.countsWhat', { what: point.figure })}` : ''}
          </span>
          {under?.(point)}
        </li>
      ))}
    </ol>
  );
}
