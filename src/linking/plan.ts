// Which pairs are worth asking for, step by step. The plan only sees outcomes, so it is the same however many share the work, and can be taken up where it stopped.
import { families } from './blocking.ts';
import type { Outcome, Step } from './finding.ts';

/** Everything compared where there are so few pairs; no key is then needed to meet. */
const compareAll = 1_500_000;
/** Pairs asked for per record, over all families and by one family. */
const pairsPerRecord = 24;
const familyPerRecord = 4;
/** A family of fewer pairs per record is cheap. */
const cheapPerRecord = 1.5;
const leastBudget = 400_000;
/** Families of more pairs than this are tried on about `trialPairs` of them; `leastYield`: likely new pairs per pair compared that are worth the rest. */
const trialFrom = 200_000;
const trialPairs = 150_000;
const leastYield = 1e-4;

/** Told after each family: `left` is how many pairs may still be asked for at most, of `all`. */
export type Tell = (progress: string, left: number, all: number) => void;
/** Asks for steps, is given their outcomes, and returns how many pairs share only what is too common. */
export type Plan = Generator<Step, number, Outcome>;
type Size = { readonly records: number; readonly possible: number; readonly copies: number };

/** A costly family is tried on a part of its blocks first and left when it hardly finds anything the families before it did not. */
function* scoreFamily(opened: Outcome): Generator<Step, { readonly all: boolean; readonly last: Outcome }, Outcome> {
  const share = opened.pairs > trialFrom ? trialPairs / opened.pairs : 1;
  const trial = Math.ceil(opened.blocks * share);
  const tried = yield { kind: 'score', from: 0, to: trial };
  if (trial >= opened.blocks) return { all: true, last: tried };
  if (tried.likely - opened.likely < leastYield * opened.pairs * share) return { all: false, last: tried };
  return { all: true, last: yield { kind: 'score', from: trial, to: opened.blocks } };
}

/** Families that ask for few pairs come first: what they find, the costly ones need not find again, and are seen not to be worth their price. */
export function* plan({ records, possible, copies }: Size, tell: Tell): Plan {
  if (possible <= compareAll) {
    yield { kind: 'everything' };
    return 0;
  }
  const all = Math.max(10 * leastBudget, (pairsPerRecord + 4 * copies) * records);
  const ofFamily = Math.max(leastBudget, (familyPerRecord + copies) * records);
  let [budget, purged] = [all, 0];
  const costly: number[] = [];
  for (const mayWait of [true, false]) {
    for (const family of mayWait ? families.keys() : costly) {
      if (budget <= 0) break;
      const opened: Outcome = yield { kind: 'open', family, budget: Math.min(budget, ofFamily) };
      if (opened.blocks < 0) continue;
      if (mayWait && opened.pairs > trialFrom && opened.pairs > cheapPerRecord * records) {
        costly.push(family);
        continue;
      }
      purged += opened.purgedPairs;
      const { all: entire, last } = yield* scoreFamily(opened);
      budget -= last.compared - opened.compared;
      tell(progressOf(families[family]!.name, opened, last.kept, entire), Math.max(0, budget), all);
    }
  }
  return purged;
}

function progressOf(name: string, { pairs, blocks, purgedBlocks }: Outcome, found: number, entire: boolean): string {
  if (!entire) return `${name}: finds hardly anything new, left out`;
  const left = purgedBlocks > 0 ? `, ${purgedBlocks} keys too common` : '';
  return `${name}: ${pairs} pairs in ${blocks} blocks${left}; ${found} pairs worth keeping so far`;
}
