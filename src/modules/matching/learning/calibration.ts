// Whether the probabilities said are the shares seen: fitted per evidence class on judged pairs, and measured on others.
import type { Comparison } from '../score.ts';
import { calibrated } from '../weighing/calibrated.ts';
import { type EvidenceClass, evidenceClass, evidenceClasses } from '../weighing/evidence-class.ts';
import type { Weights } from '../weighing/weights.ts';

/** A pair whose answer is known; `mass`: how much it counts, one unless told. It must have been scored by weights whose calibration is plain. */
export type Answered = { readonly comparison: Comparison; readonly same: boolean; readonly mass?: number };

type Fit = { slope: number; offset: number };
type Point = { against: number; bitsFor: number; same: boolean; mass: number };

/** Fewer pairs than this of either kind teach nothing: the class is left as it is. */
const fewest = 30;
const plain: Fit = { slope: 1, offset: 0 };
export const plainCalibration = { 'two-names': plain, 'one-name': plain, 'no-name': plain } as const;
/** Halved whenever no neighbour is better. */
const firstStep = { slope: 0.1, height: 1 };
const leastSlope = 0.1;
const smallestStep = 0.005;

/** Bits by which the answers, of which a share are slips, surprise whoever believes the probabilities: what fitting makes least. */
function surprise(points: readonly Point[], fit: Fit, slips: number): number {
  let sum = 0;
  for (const { against, bitsFor, same, mass } of points) {
    const bits = against + calibrated(bitsFor, fit);
    const unlikely = 1 + 2 ** (same ? -bits : bits);
    sum += mass * (slips === 0 ? Math.log2(unlikely) : -Math.log2(slips + (1 - 2 * slips) / unlikely));
  }
  return sum;
}

/**
 * Walks to the best line by ever smaller steps: the shape that counts has a corner, so no derivative leads there. The line is turned about what
 * true pairs have on average, or slope and offset would have to be changed together.
 */
function fitted(points: readonly Point[], slips: number): Fit {
  const same = points.filter((point) => point.same);
  const middle = same.reduce((sum, { bitsFor }) => sum + bitsFor, 0) / same.length;
  const lineOf = (slope: number, height: number): Fit => ({ slope, offset: height - slope * middle });
  let [slope, height] = [1, middle];
  let least = surprise(points, plain, slips);
  for (let part = 1; firstStep.slope * part >= smallestStep;) {
    const before = least;
    const [fromSlope, fromHeight] = [slope, height];
    for (const turn of [-1, 0, 1]) {
      for (const lift of [-1, 0, 1]) {
        const [nextSlope, nextHeight] = [fromSlope + turn * part * firstStep.slope, fromHeight + lift * part * firstStep.height];
        if (nextSlope < leastSlope || nextSlope > 1) continue;
        const surprised = surprise(points, lineOf(nextSlope, nextHeight), slips);
        if (surprised < least) [slope, height, least] = [nextSlope, nextHeight, surprised];
      }
    }
    if (least === before) part /= 2;
  }
  return lineOf(slope, height);
}

/**
 * Per evidence class, the line that makes what is said true; it counts where it lies below what was said (weighing/calibrated.ts). Monotone
 * by its shape: more evidence never lowers the probability.
 */
export function fitCalibration(answered: readonly Answered[], slips = 0): Weights['calibration'] {
  const lines = evidenceClasses.map((name): [EvidenceClass, Fit] => {
    const points = answered
      .filter(({ comparison }) => evidenceClass(comparison.aspects) === name)
      .map(({ comparison: { aspects, totalBits }, same, mass = 1 }) => {
        const bitsFor = aspects.reduce((sum, { bits }) => sum + Math.max(0, bits), 0);
        return { against: totalBits - bitsFor, bitsFor, same, mass };
      });
    const same = points.filter((point) => point.same).length;
    return [name, same < fewest || points.length - same < fewest ? plain : fitted(points, slips)];
  });
  return Object.fromEntries(lines) as Weights['calibration'];
}

/** Ten bands of equal width: how many pairs, what was said on average, what was true. */
export type ReliabilityBand = { readonly pairs: number; readonly said: number; readonly seen: number };

export function reliability(pairs: readonly { probability: number; same: boolean }[]): ReliabilityBand[] {
  const bands = Array.from({ length: 10 }, () => ({ pairs: 0, said: 0, seen: 0 }));
  for (const { probability, same } of pairs) {
    const band = bands[Math.min(9, Math.floor(probability * 10))]!;
    band.pairs++;
    band.said += probability;
    band.seen += same ? 1 : 0;
  }
  return bands.map(({ pairs: n, said, seen }) => ({ pairs: n, said: n === 0 ? 0 : said / n, seen: n === 0 ? 0 : seen / n }));
}

/** Mean distance between said and seen over the bands, weighed by their pairs. 0 is perfect. */
export function calibrationError(pairs: readonly { probability: number; same: boolean }[]): number {
  const bands = reliability(pairs);
  return bands.reduce((sum, { pairs: n, said, seen }) => sum + n * Math.abs(said - seen), 0) / Math.max(1, pairs.length);
}
