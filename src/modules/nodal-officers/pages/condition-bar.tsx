// A small bar of how posts stand: heard of, silent, unreachable, vacant, in that order. The figures stand beside it; the bar only shows the share.
import type { View } from '../../../web/view.ts';
import { conditions } from '../aliveness.ts';
import type { Counts } from '../counts.ts';

export function ConditionBar({ view, counts }: { view: View; counts: Counts }) {
  const label = conditions.map((one) => `${view.t(`nodal-officers.condition.${one}`)} ${counts[one]}`).join(', ');
  let from = 0;
  return (
    <svg class="condition-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      {conditions.map((condition) => {
        const width = (100 * counts[condition]) / Math.max(1, counts.posts);
        const x = from;
        from += width;
        return width > 0 ? <rect key={condition} class={`part-${condition}`} x={x} y="0" width={width} height="10" /> : null;
      })}
    </svg>
  );
}
