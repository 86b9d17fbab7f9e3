// The ages of what is pending as one small bar: the numbers beside it say it, the bar only shows it.
import { type Figures, buckets, pendingOf } from '../figures.ts';

export function AgeBar({ figures }: { figures: Figures }) {
  const pending = pendingOf(figures);
  if (pending === 0) return <>–</>;
  let reached = 0;
  return (
    <svg class="share-bar age-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {buckets.map((bucket) => {
        const [x, width] = [reached, (100 * figures[bucket]) / pending];
        reached += width;
        return <rect key={bucket} class={`age-${bucket}`} x={x} width={width} height="10" />;
      })}
    </svg>
  );
}
