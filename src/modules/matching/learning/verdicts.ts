// What officers' verdicts teach: the weights in the code count as many pairs already seen, verdicts are added to them, and nobody's alone can turn them.
import { type Aspect, aspects } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { type Comparison, comparePair } from '../score.ts';
import { evidenceClass, evidenceClasses } from '../weighing/evidence-class.ts';
import type { Level, Weights } from '../weighing/weights.ts';
import { type Answered, fitCalibration, plainCalibration } from './calibration.ts';
import { withShares } from './chance.ts';
import { inOrder } from './expectation.ts';
import { leadersOf } from './leaders.ts';

/** A judged pair: `same` was confirmed by the Committee, or is a "no". Ids only tell which records, officers and offices are one. */
export type TeachingPair = {
  readonly missing: Prepared;
  readonly found: Prepared;
  readonly missingId: string;
  readonly foundId: string;
  readonly same: boolean;
  readonly officer: string;
  readonly office: string;
};

/**
 * At most so many verdicts count. A child (all records confirmed to be one) teaches what true pairs look like once, whatever the number of its
 * pairs. Whether probabilities come true is asked of every pair an officer is shown of a child: weighed down by their number, the
 * one pair of an easy child would count for ten of a hard one, and pairs look truer than they are (measured: docs/matching.md).
 */
export const mostPer = { child: 1, childShown: 10, officer: 20, office: 60 } as const;
/** The m of the code count as so many true pairs. */
const priorPairs = 500;
/** No level's weight moves further than this from the code's, in bits: twice, or half, as telling. */
const furthestBits = 1;
/** One verdict in twenty is taken for a slip. */
export const slips = 0.05;
/** A class of evidence is calibrated anew from so many verdicts of each kind, and its line in the code counts as so many verdicts. */
export const calibrated = { fewest: 30, prior: 200 } as const;

const least = 1e-5;

/** Scaled so that what stands under one key sums to `most` at most. */
function limited(amounts: readonly number[], keys: readonly string[], most: number): number[] {
  const sums = new Map<string, number>();
  keys.forEach((key, at) => sums.set(key, (sums.get(key) ?? 0) + amounts[at]!));
  return amounts.map((amount, at) => amount * Math.min(1, most / sums.get(keys[at]!)!));
}

/** What a verdict is to teach: what true pairs look like (kinds of verdict apart), or whether probabilities come true (both together, or they would be bent). */
type Lesson = 'sameness' | 'calibration';

/** How much each verdict counts, 0 to 1, by the limits of `mostPer`. */
export function massesOf(verdicts: readonly TeachingPair[], lesson: Lesson): number[] {
  const childOf = leadersOf(verdicts.filter(({ same }) => same));
  const kindOf = ({ same }: TeachingPair): string => (lesson === 'calibration' ? '' : same ? 'same' : 'different');
  const children = verdicts.map((one) => [...new Set([one.missingId, one.foundId].map((id) => `${kindOf(one)} ${childOf(id)}`))]);
  const pairs = new Map<string, number>();
  for (const child of children.flat()) pairs.set(child, (pairs.get(child) ?? 0) + 1);
  const most = lesson === 'calibration' ? mostPer.childShown : mostPer.child;
  let masses = children.map((those) => Math.min(1, most / Math.max(...those.map((child) => pairs.get(child)!))));
  for (const who of ['officer', 'office'] as const) {
    const keys = verdicts.map((one) => `${kindOf(one)} ${one[who]}`);
    masses = limited(masses, keys, mostPer[who]);
  }
  return masses;
}

/** Probability that a pair said to be the same is, given what the records say and that who says so slips now and then. */
function believed({ probability }: Comparison): number {
  const [yes, no] = [probability * (1 - slips), (1 - probability) * slips];
  return yes / (yes + no);
}

/**
 * Pairs too unlike to be shown are never judged, so verdicts show too few slips among true pairs: what speaks against may lose nothing by
 * them. And no level moves further than `furthestBits`.
 */
function bounded(before: Readonly<Record<string, Level>>, after: Readonly<Record<string, Level>>): Record<string, Level> {
  return Object.fromEntries(
    Object.entries(after).map(([name, { m, u }]) => {
      const was = before[name]!.m;
      const lowest = was < u ? was : was * 2 ** -furthestBits;
      return [name, { m: Math.max(least, Math.min(was * 2 ** furthestBits, Math.max(lowest, m))), u }];
    }),
  );
}

type Sums = { levels: Map<string, number>; bits: number; mass: number };

function sumsOf(compared: readonly Compared[]): Map<Aspect, Sums> {
  const sums = new Map<Aspect, Sums>(aspects.map((aspect) => [aspect, { levels: new Map(), bits: 0, mass: 0 }]));
  for (const { comparison, same, mass } of compared) {
    if (!same) continue;
    const share = mass * believed(comparison);
    for (const { aspect, level, bits } of comparison.aspects) {
      if (level === null) continue;
      const sum = sums.get(aspect)!;
      sum.levels.set(level, (sum.levels.get(level) ?? 0) + share);
      sum.bits += bits * share;
      sum.mass += share;
    }
  }
  return sums;
}

type Compared = { comparison: Comparison; same: boolean; mass: number };

function compare(verdicts: readonly TeachingPair[], masses: readonly number[], context: ScoreContext): Compared[] {
  return verdicts.map(({ missing, found, same }, at) => ({ comparison: comparePair(missing, found, context), same, mass: masses[at]! }));
}

/** Per class of evidence: how much verdicts of each kind count together. */
export function massesByClass(answered: readonly Answered[]): Map<string, { same: number; different: number }> {
  const sums = new Map(evidenceClasses.map((name) => [name as string, { same: 0, different: 0 }]));
  for (const { comparison, same, mass = 1 } of answered) sums.get(evidenceClass(comparison.aspects))![same ? 'same' : 'different'] += mass;
  return sums;
}

/** Between the code's line and the one verdicts draw, by how many there are; the code's where there are too few. */
function calibration(answered: readonly Answered[], before: Weights['calibration']): Weights['calibration'] {
  const masses = massesByClass(answered);
  const drawn = fitCalibration(answered, slips);
  return Object.fromEntries(
    evidenceClasses.map((name) => {
      const { same, different } = masses.get(name)!;
      if (Math.min(same, different) < calibrated.fewest) return [name, before[name]];
      const part = (same + different) / (same + different + calibrated.prior);
      const between = (was: number, is: number): number => was + part * (is - was);
      return [name, { slope: between(before[name].slope, drawn[name].slope), offset: between(before[name].offset, drawn[name].offset) }];
    }),
  ) as Weights['calibration'];
}

/**
 * The weights of `context` (those in the code: from others, which heeded the same verdicts, each would count twice) with what verdicts teach.
 * u stays: a judged "no" is no random pair but one alike enough to be shown, so it speaks to the calibration only.
 */
export function learnFromVerdicts(verdicts: readonly TeachingPair[], context: ScoreContext): Weights {
  const { weights: before } = context;
  const sums = sumsOf(compare(verdicts, massesOf(verdicts, 'sameness'), context));
  const levels = Object.fromEntries(
    aspects.map((aspect) => {
      const [table, { levels: counted, mass }] = [before.levels[aspect], sums.get(aspect)!];
      if (mass === 0) return [aspect, table];
      return [aspect, inOrder(aspect, bounded(table, withShares(table, counted, 'm', priorPairs)))];
    }),
  ) as Weights['levels'];
  const averages = Object.fromEntries(
    aspects.map((aspect) => {
      const { bits, mass } = sums.get(aspect)!;
      return [aspect, Math.max(0, (priorPairs * before.averages[aspect] + bits) / (priorPairs + mass))];
    }),
  ) as Weights['averages'];
  const after = { ...before, levels, averages };
  const plain = { ...context, weights: { ...after, calibration: plainCalibration } };
  return { ...after, calibration: calibration(compare(verdicts, massesOf(verdicts, 'calibration'), plain), before.calibration) };
}
