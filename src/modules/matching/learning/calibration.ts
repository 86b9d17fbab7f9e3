// Whether the probabilities said are the shares seen: fitted per evidence class on judged pairs, and measured on others.
import type { Comparison } from '../score.ts';
import { type EvidenceClass, evidenceClass, evidenceClasses } from '../evidence-class.ts';
import type { Weights } from '../weights.ts';

/** A pair whose answer is known. It must have been scored by weights whose calibration is plain (slope 1, offset 0). */
export type Answered = { readonly comparison: Comparison; readonly same: boolean };

type Fit = { slope: number; offset: number };

const steps = 60;
/** Fewer pairs than this of either kind teach nothing: the class is left as it is. */
const fewest = 30;
const ln2 = Math.LN2;

/** Logistic regression by Newton's method: log-odds in bits = prior + offset + slope × what speaks for. A weak pull holds it to slope 1, offset 0. */
function fit(points: readonly { prior: number; evidence: number; same: boolean }[]): Fit {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < steps; step++) {
    let [gs, go, ss, so, oo] = [(1 - slope) * 5, -offset * 0.1, 5, 0, 0.1];
    for (const { prior, evidence, same } of points) {
      const p = 1 / (1 + 2 ** -(prior + offset + slope * evidence));
      const error = ((same ? 1 : 0) - p) * ln2;
      const curve = p * (1 - p) * ln2 * ln2;
      gs += error * evidence;
      go += error;
      ss += curve * evidence * evidence;
      so += curve * evidence;
      oo += curve;
    }
    const determinant = ss * oo - so * so;
    const [bySlope, byOffset] = [(oo * gs - so * go) / determinant, (ss * go - so * gs) / determinant];
    slope += Math.max(-0.2, Math.min(0.2, bySlope));
    offset += Math.max(-1, Math.min(1, byOffset));
  }
  return { slope: Math.max(0.1, slope), offset };
}

/**
 * Per evidence class, the line that makes what is said true; it counts where it lies below what was said (`calibrated` in score.ts). Monotone
 * by its shape: more evidence never lowers the probability.
 */
export function fitCalibration(answered: readonly Answered[]): Weights['calibration'] {
  const fitted = evidenceClasses.map((name): [EvidenceClass, Fit] => {
    const points = answered
      .filter(({ comparison }) => evidenceClass(comparison.aspects) === name)
      .map(({ comparison: { aspects, totalBits }, same }) => {
        const evidence = aspects.reduce((sum, { bits }) => sum + Math.max(0, bits), 0);
        return { prior: totalBits - evidence, evidence, same };
      });
    const same = points.filter((point) => point.same).length;
    return [name, same < fewest || points.length - same < fewest ? { slope: 1, offset: 0 } : fit(points)];
  });
  return Object.fromEntries(fitted) as Weights['calibration'];
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
