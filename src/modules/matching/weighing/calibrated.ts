// What of the bits for sameness counts, by what pairs of the same kind of evidence taught; and never less for knowing more.
import type { AspectResult } from '../aspect.ts';
import { type EvidenceClass, evidenceClass, isPersonal } from './evidence-class.ts';
import type { Weights } from './weights.ts';

/**
 * What of so many bits for sameness counts: all of them up to where agreements begin to repeat one another, of more only a part. Never more
 * than was there, never less than nothing.
 */
export function calibrated(bitsFor: number, { slope, offset }: Weights['calibration'][EvidenceClass]): number {
  return Math.max(0, Math.min(bitsFor, offset + slope * bitsFor));
}

type Results = readonly AspectResult[];

/**
 * The results as they would stand had nobody told of the agreeing names but the strongest, or of none: each makes a poorer kind of evidence, or
 * none where names that disagree keep it from being one.
 */
function poorer(results: Results): Results[] {
  const agreeing = results
    .filter((result) => isPersonal(result) && result.outcome === 'agree')
    .toSorted((one, other) => other.bits - one.bits);
  const less = (kept: number): Results => results.filter((result) => agreeing.indexOf(result) < kept);
  return agreeing.length === 0 ? [] : agreeing.length === 1 ? [less(0)] : [less(1), less(0)];
}

/**
 * Calibrated bits of all results together. `sum` gives the bits for sameness of some of them. Each kind of evidence has its own line, and
 * the lines cross: by its own line alone a nameless pair lost a bit when a weak agreement of a name was added. So the pair counts at least what it
 * would count without that name. Cheap: less is only summed where its line could say more.
 */
export function calibratedSum(results: Results, sum: (results: Results) => number, lines: Weights['calibration']): number {
  const all = sum(results);
  let most = calibrated(all, lines[evidenceClass(results)]);
  for (const less of poorer(results)) {
    const line = lines[evidenceClass(less)];
    if (calibrated(all, line) > most) most = Math.max(most, calibrated(sum(less), line));
  }
  return most;
}
