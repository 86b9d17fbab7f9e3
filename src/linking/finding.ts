// Scores the pairs that the plan asks for: all of them, or one share of several that work beside each other. Whatever the number of shares, the
// pairs are the same: a pair always belongs to the share of its smaller record.
import { type Blocks, blocksOf, families, familyKeys, pairsOfBlock } from './blocking.ts';
import type { Prepared } from './linking.ts';
import { type PairSet, type ScoredPairs, addPair, hasPair, newPairSet, pairsOf } from './pair-set.ts';
import type { Scorer } from './scoring.ts';
import type { Model } from './weights.ts';

/** `open` a family's blocks, a number in `families`; `score` blocks of it; or every pair there is. */
export type Step =
  | { readonly kind: 'open'; readonly family: number; readonly budget: number }
  | { readonly kind: 'score'; readonly from: number; readonly to: number }
  | { readonly kind: 'everything' };

/** Of the family opened last: its `blocks` (−1: the files do not say its fields), their pairs, what was too common. Of all so far: pairs compared, likely ones, kept ones. */
export type Outcome = {
  readonly blocks: number;
  readonly pairs: number;
  readonly purgedBlocks: number;
  readonly purgedPairs: number;
  readonly compared: number;
  readonly likely: number;
  readonly kept: number;
};

export type Share = { readonly number: number; readonly of: number };
export const whole: Share = { number: 0, of: 1 };

/** `take` puts pairs found in an earlier run back, and how many were compared and likely. */
export type Finder = {
  step(step: Step): Outcome;
  pairs(): ScoredPairs;
  take(pairs: ScoredPairs, compared: number, likely: number): void;
};

/** A pair less likely than this, even if every record had a partner, is forgotten at once. */
export const leastProbability = 0.002;

type Work = {
  readonly scorer: Scorer;
  readonly set: PairSet;
  readonly floor: number;
  readonly bits: Float64Array;
  /** A pair this strong is likelier than not. */
  readonly likelyFrom: number;
  compared: number;
  likely: number;
};

function consider(work: Work, one: number, other: number): void {
  if (hasPair(work.set, one, other)) return;
  work.compared++;
  const bits = work.scorer.score(one, other, work.bits);
  if (bits >= work.likelyFrom) work.likely++;
  if (bits >= work.floor) addPair(work.set, one, other, bits, work.scorer.shared());
}

function workWith({ records, comparers }: Prepared, model: Model, scorer: Scorer): Work {
  const optimistic = Math.max(records.left, records.right);
  // However few records there are, something must speak for a pair: two empty rows are not one person.
  const floor = Math.max(0.5, Math.log2(leastProbability / (1 - leastProbability)) + Math.log2(Math.max(1, model.possible / optimistic)));
  const likelyFrom = Math.log2(Math.max(1, model.possible / optimistic));
  const set = newPairSet(records.left + records.right);
  return { scorer, set, floor, likelyFrom, bits: new Float64Array(comparers.length), compared: 0, likely: 0 };
}

export function finderOf(prepared: Prepared, model: Model, scorer: Scorer, share: Share): Finder {
  const { left, right } = prepared.records;
  const work = workWith(prepared, model, scorer);
  let blocks: Blocks | null = null;
  const everything = (): void => {
    for (let one = share.number; one < left; one += share.of)
      for (let other = right === 0 ? one + 1 : left; other < left + right; other++) consider(work, one, other);
  };
  const take = (one: number, other: number): void => consider(work, one, other);
  return {
    step(step) {
      if (step.kind === 'everything') everything();
      else if (step.kind === 'open') {
        const keys = familyKeys(families[step.family]!, prepared.shelf);
        blocks = keys && blocksOf(keys, { left, right, budget: step.budget });
      } else if (blocks) for (let block = step.from; block < step.to; block++) pairsOfBlock(blocks, block, right === 0, share, take);
      return {
        blocks: blocks?.kept ?? -1,
        pairs: blocks?.pairs ?? 0,
        purgedBlocks: blocks?.purgedBlocks ?? 0,
        purgedPairs: blocks?.purgedPairs ?? 0,
        compared: work.compared,
        likely: work.likely,
        kept: work.set.size,
      };
    },
    pairs: () => pairsOf(work.set),
    take(pairs, compared, likely) {
      pairs.one.forEach((one, at) => {
        if (one % share.of === share.number) addPair(work.set, one, pairs.other[at]!, pairs.bits[at]!, pairs.shared[at]!);
      });
      work.compared += compared;
      work.likely += likely;
    },
  };
}

/** Outcomes of all shares of one step as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const sum = (key: 'compared' | 'likely' | 'kept'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return { ...outcomes[0]!, compared: sum('compared'), likely: sum('likely'), kept: sum('kept') };
}
