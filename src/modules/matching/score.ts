// Weighs a missing report against a found child or a sighting: every aspect's evidence, the sum, and what would help most.
import type { AspectResult } from './aspect.ts';
import { bandFrom } from './band.ts';
import { compareAge } from './compare/age.ts';
import { compareClothing } from './compare/clothing.ts';
import { compareDates } from './compare/dates.ts';
import { compareDistance } from './compare/distance.ts';
import { compareHeight } from './compare/height.ts';
import { compareLanguage } from './compare/language.ts';
import { compareBuild, compareComplexion } from './compare/looks.ts';
import { compareMarks } from './compare/marks.ts';
import { compareName } from './compare/name.ts';
import { compareParent } from './compare/parent.ts';
import { comparePlace } from './compare/place.ts';
import { compareSex } from './compare/sex.ts';
import { compareSibling } from './compare/sibling.ts';
import type { ScoreContext } from './context.ts';
import { type Help, mostHelpful } from './help.ts';
import type { Prepared } from './prepare.ts';
import { calibratedSum } from './weighing/calibrated.ts';
import { counted, forSameness } from './weighing/damping.ts';
import { pairVersion } from './weighing/versions.ts';
import type { Weights } from './weighing/weights.ts';

export type { Prepared };
export type { ScoreContext };

/**
 * `aspects[].bits` are as counted: repeats within a group damped, so `priorBits` plus all of them is `totalBits` (the waterfall adds up).
 * `oneInN`: fewer than one in so many other children fits this well
 * by chance (a likelihood ratio of x is reached by at most 1/x of others: Markov's inequality), two digits, at least 1. `tooThin`: even full agreement on what both records know
 * could not reach the band "possible".
 */
export type Comparison = {
  readonly aspects: readonly AspectResult[];
  readonly priorBits: number;
  readonly totalBits: number;
  readonly probability: number;
  readonly oneInN: number;
  readonly helpMost: Help | null;
  readonly tooThin: boolean;
  readonly weightsVersion: string;
};

const lowestProbability = 0.0001;
const highestOneInN = 1e12;

/** What every comparer says, before repeats are damped. */
export function compareRaw(missing: Prepared, found: Prepared, context: ScoreContext): AspectResult[] {
  return [
    compareName(missing, found, context),
    compareParent('father', missing, found, context),
    compareParent('mother', missing, found, context),
    compareParent('guardian', missing, found, context),
    compareSibling(missing, found, context),
    compareAge(missing, found, context),
    compareSex(missing, found, context),
    compareMarks(missing, found, context),
    compareLanguage(missing, found, context),
    comparePlace(missing, found, context),
    compareDistance(missing, found, context),
    compareHeight(missing, found, context),
    compareDates(missing, found, context),
    compareClothing(missing, found, context),
    compareBuild(missing, found, context),
    compareComplexion(missing, found, context),
  ];
}

/** Log-odds in bits of one child among `population`. */
function priorOf(population: number): number {
  return -Math.log2(Math.max(2, Number.isFinite(population) ? population : 2) - 1);
}

function probabilityOf(bits: number): number {
  return Math.max(lowestProbability, Math.min(1 - lowestProbability, 1 / (1 + 2 ** -bits)));
}

function twoDigits(value: number): number {
  return value < 10 ? Math.max(1, Math.floor(value)) : Number(Math.min(value, highestOneInN).toPrecision(2));
}

/** Bits if everything known agreed as far as it can. */
function mostPossible(results: readonly AspectResult[], { limits }: Weights): number {
  return results.reduce((sum, { aspect, outcome }) => sum + (outcome === 'unknown' ? 0 : limits[aspect].most), 0);
}

/**
 * Pure; about ten microseconds. `missing` is the missing report, `found` the found child or sighting. What speaks for is shrunk to what pairs of
 * the same evidence class taught, each bar in the same measure, so that the bars add up to the whole. What speaks against stays: agreements
 * repeat one another, contradictions hardly do.
 */
export function comparePair(missing: Prepared, found: Prepared, context: ScoreContext): Comparison {
  const { weights } = context;
  const raw = compareRaw(missing, found, context);
  const parts = counted(raw, weights);
  const bitsFor = forSameness(raw, parts);
  const shrunk =
    bitsFor === 0
      ? 1
      : calibratedSum(raw, (some) => forSameness(some, some === raw ? parts : counted(some, weights)), weights.calibration) / bitsFor;
  const aspects = raw.map((result, at) => ({ ...result, bits: result.bits * parts[at]! * (result.bits > 0 ? shrunk : 1) }));
  const priorBits = priorOf(context.population);
  let totalBits = priorBits;
  for (const { bits } of aspects) totalBits += bits;
  const reach = priorBits + calibratedSum(raw, (some) => mostPossible(some, weights), weights.calibration);
  return {
    aspects,
    priorBits,
    totalBits,
    probability: probabilityOf(totalBits),
    oneInN: twoDigits(2 ** (totalBits - priorBits)),
    helpMost: mostHelpful(aspects, missing, found, weights),
    tooThin: reach < Math.log2(bandFrom.possible / (1 - bandFrom.possible)),
    weightsVersion: pairVersion(weights),
  };
}
