// What sameness does: how often true pairs fall on each level, learned by expectation-maximisation over candidates nobody has labelled.
import { type Aspect, aspects } from '../aspect.ts';
import type { ScoreContext } from '../context.ts';
import type { Prepared } from '../prepare.ts';
import { comparePair } from '../score.ts';
import type { Weights } from '../weighing/weights.ts';
import { withShares } from './chance.ts';

/**
 * One found child with the missing reports that may be the child's. A case counts as at most one true pair.
 */
export type Case = {
  readonly found: Prepared;
  readonly others: readonly Prepared[];
};

/** Probability that each of the others is the child, given that at most one is. */
function shares({ others, found }: Case, context: ScoreContext): { shares: number[]; results: ReturnType<typeof comparePair>[] } {
  const results = others.map((missing) => comparePair(missing, found, context));
  const odds = results.map(({ totalBits }) => 2 ** Math.min(60, totalBits));
  const all = odds.reduce((sum, one) => sum + one, 1);
  return { results, shares: odds.map((one) => one / all) };
}

type Sums = { levels: Map<string, number>; bits: number; mass: number };

function expect(cases: readonly Case[], context: ScoreContext): Map<Aspect, Sums> {
  const sums = new Map<Aspect, Sums>(aspects.map((aspect) => [aspect, { levels: new Map(), bits: 0, mass: 0 }]));
  for (const one of cases) {
    const { shares: mass, results } = shares(one, context);
    results.forEach((comparison, at) => {
      const share = mass[at]!;
      if (share < 0.001) return;
      for (const { aspect, level, bits } of comparison.aspects) {
        if (level === null) continue;
        const sum = sums.get(aspect)!;
        sum.levels.set(level, (sum.levels.get(level) ?? 0) + share);
        sum.bits += bits * share;
        sum.mass += share;
      }
    });
  }
  return sums;
}

/** Agreement never weighs less than weaker agreement: levels stand from best to worst, and m/u may not rise along them. */
const ordered: Readonly<Partial<Record<Aspect, readonly string[]>>> = {
  age: ['within1', 'within2', 'within3'],
  height: ['within1', 'within2', 'within3', 'beyond'],
  build: ['same', 'near', 'far'],
  complexion: ['same', 'near', 'far'],
  place: ['sameSound', 'closeSound', 'different'],
  clothing: ['same', 'partly', 'different'],
  distance: ['sameDistrict', 'to100', 'to300'],
};

export function inOrder(aspect: Aspect, table: Weights['levels'][Aspect]): Weights['levels'][Aspect] {
  const result: Record<string, { m: number; u: number }> = { ...table };
  let highest = Number.POSITIVE_INFINITY;
  for (const level of ordered[aspect] ?? []) {
    const { m, u } = result[level]!;
    highest = Math.min(highest, m / u);
    result[level] = { m: highest * u, u };
  }
  return result;
}

/** The weights with every m learned anew; u and what chance decides stay. `rounds`: six are enough, the last changes little. */
export function learnSameness(cases: readonly Case[], context: ScoreContext, rounds = 6, strength = 20): Weights {
  let weights = context.weights;
  for (let round = 0; round < rounds; round++) {
    const sums = expect(cases, { ...context, weights });
    const levels = Object.fromEntries(
      aspects.map((aspect) => [
        aspect,
        inOrder(aspect, withShares(context.weights.levels[aspect], sums.get(aspect)!.levels, 'm', strength)),
      ]),
    ) as Weights['levels'];
    const averages = Object.fromEntries(
      aspects.map((aspect) => {
        const { bits, mass } = sums.get(aspect)!;
        return [aspect, mass < strength ? context.weights.averages[aspect] : Math.max(0, bits / mass)];
      }),
    ) as Weights['averages'];
    weights = { ...weights, levels, averages };
  }
  return weights;
}
