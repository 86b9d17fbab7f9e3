// Whether what verdicts teach holds for verdicts it was not taught by: learned from four fifths of the cases, asked of the last, five times.
import type { ScoreContext } from '../context.ts';
import { comparePair } from '../score.ts';
import type { Weights } from '../weighing/weights.ts';
import { calibrationError } from './calibration.ts';
import { leadersOf } from './leaders.ts';
import { type TeachingPair, learnFromVerdicts, massesOf, slips } from './verdicts.ts';

/** Records that hang together over judged pairs stand in one part: no child teaches and is asked. */
export const parts = 5;

/** By verdict: its part. The largest companies are dealt first, each to the part that holds least. */
export function partsOf(verdicts: readonly TeachingPair[]): number[] {
  const leaderOf = leadersOf(verdicts);
  const companies = [...Map.groupBy(verdicts.keys(), (at) => leaderOf(verdicts[at]!.missingId)).values()];
  const held = Array.from({ length: parts }, () => 0);
  const result = verdicts.map(() => 0);
  for (const company of companies.toSorted((one, other) => other.length - one.length || one[0]! - other[0]!)) {
    const part = held.indexOf(Math.min(...held));
    held[part]! += company.length;
    for (const at of company) result[at] = part;
  }
  return result;
}

/** `logLoss`: bits by which a verdict surprises, on average; slips are allowed for, or they alone would decide. `calibrationError`: in shares. */
export type Quality = { logLoss: number; calibrationError: number };

export type Said = { probability: number; same: boolean; mass: number };

export function qualityOf(said: readonly Said[]): Quality {
  let [sum, all] = [0, 0];
  for (const { probability, same, mass } of said) {
    const yes = slips + (1 - 2 * slips) * probability;
    sum -= mass * Math.log2(same ? yes : 1 - yes);
    all += mass;
  }
  return { logLoss: sum / Math.max(1e-9, all), calibrationError: calibrationError(said) };
}

/** What weights say of verdicts. */
export function saidOf(verdicts: readonly TeachingPair[], masses: readonly number[], context: ScoreContext, weights: Weights): Said[] {
  return verdicts.map(({ missing, found, same }, at) => {
    const { probability } = comparePair(missing, found, { ...context, weights });
    return { probability, same, mass: masses[at]! };
  });
}

/** `verdicts`: how many were asked of, each once. */
export type HeldOut = { verdicts: number; before: Quality; after: Quality };

/** Of `only` those are asked; all teach. */
export function heldOut(
  verdicts: readonly TeachingPair[],
  context: ScoreContext,
  only: (verdict: TeachingPair) => boolean = () => true,
): HeldOut {
  const partOf = partsOf(verdicts);
  const [before, after]: [Said[], Said[]] = [[], []];
  const masses = massesOf(verdicts, 'calibration');
  for (let part = 0; part < parts; part++) {
    const asked = [...verdicts.keys()].filter((at) => partOf[at] === part && only(verdicts[at]!));
    const weights = learnFromVerdicts(
      verdicts.filter((_, at) => partOf[at] !== part),
      context,
    );
    const [those, their] = [asked.map((at) => verdicts[at]!), asked.map((at) => masses[at]!)];
    before.push(...saidOf(those, their, context, context.weights));
    after.push(...saidOf(those, their, context, weights));
  }
  return { verdicts: before.length, before: qualityOf(before), after: qualityOf(after) };
}
