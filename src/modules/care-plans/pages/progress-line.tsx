// How one need went, as a small line over the reports. The words beside it say the last mark; a screen reader hears all of them.
import { formatDay } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type Course, marks } from '../progress.ts';

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 4;

export function ProgressLine({ view, course }: { view: View; course: Course }) {
  const { t } = view;
  const { points } = course;
  const step = points.length > 1 ? (WIDTH - 2 * EDGE) / (points.length - 1) : 0;
  const at = points.map(({ mark }, index) => ({
    x: EDGE + index * step,
    y: HEIGHT - EDGE - (marks.indexOf(mark) * (HEIGHT - 2 * EDGE)) / (marks.length - 1),
  }));
  const said = points.map(({ on, mark }) => `${formatDay(view, on)}: ${t(`care-plans.mark.${mark}`)}`);
  return (
    <p class="progress-line">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <line class="progress-ground" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} />
        <polyline points={at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
        {at.map(({ x, y }, index) => (
          <circle key={index} cx={x.toFixed(1)} cy={y.toFixed(1)} r={index === at.length - 1 ? 3 : 1.5} />
        ))}
      </svg>
      <span>{said.at(-1)}</span>
      <span class="unseen">{said.slice(0, -1).join('; ')}</span>
    </p>
  );
}
