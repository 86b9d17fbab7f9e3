// What verdicts of a portal teach, measured on an invented nation: officers who slip judge what they are shown, the weights learn, and other children are asked.
import { type Figure, atMost } from '../../scripts/figures.ts';
import { seededRandom } from '../../seed/random.ts';
import { bandOf } from '../../src/modules/matching/band.ts';
import { findAmong } from '../../src/modules/matching/finding/finder.ts';
import { heldOut, qualityOf, saidOf } from '../../src/modules/matching/learning/held-out.ts';
import { type TeachingPair, learnFromVerdicts } from '../../src/modules/matching/learning/verdicts.ts';
import { comparePair } from '../../src/modules/matching/score.ts';
import { prepare } from '../../src/modules/matching/prepare.ts';
import { servedWeights } from '../../src/modules/matching/weighing/served-weights.ts';
import type { Weights } from '../../src/modules/matching/weighing/weights.ts';
import { type Nation, contextOf, finderOf, nation } from './nation.ts';

const children = 20_000;
const judged = 500;
const officers = 50;
const offices = 20;
const slipping = 0.05;
const mostShown = 10;
/** Pairs that nobody judged, asked of with the truth. */
const asked = 3_000;

type Shown = TeachingPair & { truth: boolean };

/** What officers are shown of found children drawn at random, with what they say: the truth, but for their slips. */
function shownPairs(of: Nation, weights: Weights, count: number): Shown[] {
  const context = contextOf(of, weights);
  const finder = finderOf(of, context);
  const random = seededRandom('officers');
  const order = of.found.map((_, f) => ({ f, at: random.next() })).toSorted((one, other) => one.at - other.at);
  const pairs: Shown[] = [];
  for (const { f } of order) {
    const found = of.found[f]!;
    const shown = findAmong(finder, found, context)
      .map((number) => ({ number, comparison: comparePair(of.missing[number]!, found, context) }))
      .filter(({ comparison }) => bandOf(comparison) !== 'weak')
      .toSorted((one, other) => other.comparison.totalBits - one.comparison.totalBits)
      .slice(0, mostShown);
    for (const { number } of shown) {
      const truth = number === of.trueMissing[f];
      const officer = random.integer(0, officers - 1);
      pairs.push({
        missing: of.missing[number]!,
        found,
        missingId: `m${number}`,
        foundId: `f${f}`,
        truth,
        same: random.chance(slipping) ? !truth : truth,
        officer: String(officer),
        office: String(officer % offices),
      });
      if (pairs.length === count) return pairs;
    }
  }
  return pairs;
}

/** As figures are printed. */
function roundedUp(goal: number): number {
  return Math.ceil(goal * 1000) / 1000;
}

function rowsOf(id: string, of: Nation, weights: Weights): Figure[] {
  const context = contextOf(of, weights);
  const pairs = shownPairs(of, weights, judged + asked);
  const verdicts = pairs.slice(0, judged);
  const known = new Set(verdicts.flatMap(({ missingId, foundId }) => [missingId, foundId]));
  const others = pairs.slice(judged).filter(({ missingId, foundId }) => !known.has(missingId) && !known.has(foundId));
  const truths = others.map((pair) => ({ ...pair, same: pair.truth }));
  const each = truths.map(() => 1);
  const held = heldOut(verdicts, context);
  const ofTruth = [weights, learnFromVerdicts(verdicts, context)].map((those) => qualityOf(saidOf(truths, each, context, those)));
  return [
    atMost(`${id}.confirmed`, verdicts.filter(({ same }) => same).length, 'verdicts', verdicts.length, null),
    atMost(`${id}.heldOut.logLoss.before`, held.before.logLoss, 'bits', held.verdicts, null),
    atMost(`${id}.heldOut.logLoss.after`, held.after.logLoss, 'bits', held.verdicts, roundedUp(held.before.logLoss)),
    atMost(`${id}.heldOut.calibrationError.before`, held.before.calibrationError, 'share', held.verdicts, null),
    atMost(`${id}.heldOut.calibrationError.after`, held.after.calibrationError, 'share', held.verdicts, null),
    atMost(`${id}.truth.logLoss.before`, ofTruth[0]!.logLoss, 'bits', truths.length, null),
    atMost(`${id}.truth.logLoss.after`, ofTruth[1]!.logLoss, 'bits', truths.length, roundedUp(ofTruth[0]!.logLoss)),
    atMost(`${id}.truth.calibrationError.before`, ofTruth[0]!.calibrationError, 'share', truths.length, null),
    atMost(`${id}.truth.calibrationError.after`, ofTruth[1]!.calibrationError, 'share', truths.length, null),
  ];
}

/** Desks that err as the nation the weights were taught by does not: so many of the found children are taken to be years older. */
const takenForOlder = { share: 0.4, months: 36 };

function withAgesOff(of: Nation): Nation {
  const random = seededRandom('ages off');
  const found = of.found.map((record) => {
    const { age } = record.description;
    if (!age || !random.chance(takenForOlder.share)) return record;
    const older = { ...age, lowMonths: age.lowMonths + takenForOlder.months, highMonths: age.highMonths + takenForOlder.months };
    return prepare({ ...record.description, age: older }, record.circumstances);
  });
  return { ...of, found };
}

/** Of a nation that errs like the one the weights were taught by, where little is left to learn, and of one that errs otherwise. */
export function verdictFigures(seed = 'verdicts are asked here'): Figure[] {
  const [middle, high] = (['middle', 'high'] as const).map((noise) => nation({ seed, count: children, noise }));
  return [
    ...rowsOf('verdicts.middle', middle!, servedWeights),
    ...rowsOf('verdicts.high', high!, servedWeights),
    ...rowsOf('verdicts.agesOff', withAgesOff(middle!), servedWeights),
  ];
}
