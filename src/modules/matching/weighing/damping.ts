// How much of each aspect counts beside others that say much the same: what repeats a stronger one is damped.
import type { AspectResult } from '../aspect.ts';
import { type Weights, groupOf } from './weights.ts';

/** How much of each aspect counts: within a group the strongest counts in full, each next less; for and against apart, so more evidence never lowers the sum. */
export function counted(results: readonly AspectResult[], { damping }: Pick<Weights, 'damping'>): number[] {
  return results.map((result, at) => {
    if (result.bits === 0) return 1;
    const group = groupOf[result.aspect];
    let stronger = 0;
    for (let other = 0; other < results.length; other++) {
      const rival = results[other]!;
      if (other === at || rival.bits === 0 || rival.bits > 0 !== result.bits > 0 || groupOf[rival.aspect] !== group) continue;
      const [here, there] = [Math.abs(result.bits), Math.abs(rival.bits)];
      if (there > here || (there === here && other < at)) stronger++;
    }
    return damping[group] ** stronger;
  });
}

export function forSameness(results: readonly AspectResult[], parts: readonly number[]): number {
  return results.reduce((sum, { bits }, at) => sum + Math.max(0, bits * parts[at]!), 0);
}
