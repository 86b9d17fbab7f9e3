// What to make of scored pairs: how many are true, each one's probability, one partner per record if so wished, and careful clusters.
import type { ScoredPairs } from './pair-set.ts';

/** `bits`: the evidence without the prior, less what a household member would also have. `thirds`: bits that other records of the same file add or take. */
export type Resolved = {
  readonly one: number;
  readonly other: number;
  readonly bits: number;
  readonly thirds: number;
  readonly probability: number;
};

/**
 * All pairs are of three kinds: the same person; two people of one household, who agree on what a household shares and on nothing else more
 * than strangers do; strangers. Without the second kind a sister living at the same address would be "the same person" for certain.
 */
export type Mixture = { readonly expected: number; readonly households: number; readonly possible: number };

const surest = 0.9999;
/** Pairs of one household thought to be in any file, so that a small one is not taken for a place without brothers and sisters. */
const leastHouseholds = 1;
const bounded = (bits: number): number => Math.min(bits, 200);

/** Bits that speak for the same person rather than for a stranger or a household member. */
export function effectiveBits(bits: number, shared: number, { households, possible }: Mixture): number {
  return bits - Math.log2(1 + (households / possible) * 2 ** bounded(shared));
}

function oddsOf(bits: number, { expected, possible }: Mixture): number {
  return (expected / Math.max(1, possible - expected)) * 2 ** bounded(bits);
}

/** Probability of a pair with so many effective bits. */
export function probabilityOf(bits: number, mixture: Mixture): number {
  const odds = oddsOf(bits, mixture);
  return Math.min(surest, odds / (1 + odds));
}

/** How many pairs are true and how many of one household: the numbers that equal the sums of the probabilities they give. Only candidates are needed. */
export function settleMixture(pairs: ScoredPairs, possible: number, most: number): Mixture {
  let mixture: Mixture = {
    expected: Math.min(most, Math.max(1, pairs.bits.length / 4)),
    households: Math.max(1, pairs.bits.length / 10),
    possible,
  };
  for (let round = 0; round < 100; round++) {
    let [same, household] = [0, 0];
    const strangers = Math.max(1, possible - mixture.expected - mixture.households);
    for (let at = 0; at < pairs.bits.length; at++) {
      const a = mixture.expected * 2 ** bounded(pairs.bits[at]!);
      const h = mixture.households * 2 ** bounded(pairs.shared[at]!);
      same += a / (a + h + strangers);
      household += h / (a + h + strangers);
    }
    const next = { expected: Math.min(most, Math.max(1, same)), households: Math.max(leastHouseholds, household), possible };
    const moved =
      Math.abs(next.expected - mixture.expected) / mixture.expected + Math.abs(next.households - mixture.households) / mixture.households;
    mixture = next;
    if (moved < 0.002) break;
  }
  return mixture;
}

export const byProbability = (a: Resolved, b: Resolved): number =>
  b.probability - a.probability || b.bits - a.bits || a.one - b.one || a.other - b.other;

export function manyToMany(pairs: ScoredPairs, mixture: Mixture, floor: number): Resolved[] {
  const resolved: Resolved[] = [];
  for (let at = 0; at < pairs.bits.length; at++) {
    const bits = effectiveBits(pairs.bits[at]!, pairs.shared[at]!, mixture);
    const probability = probabilityOf(bits, mixture);
    if (probability >= floor) resolved.push({ one: pairs.one[at]!, other: pairs.other[at]!, bits, thirds: 0, probability });
  }
  return resolved.sort(byProbability);
}

/**
 * At most one partner on either side, the strongest pairs first; and a rival nearly as strong takes its share of the probability,
 * so that two namesakes get a half each instead of both being sure.
 */
export function oneToOne(pairs: readonly Resolved[], mixture: Mixture, records: number): Resolved[] {
  const sums = new Float64Array(records);
  const odds = (bits: number): number => oddsOf(Math.min(bits, 100), mixture);
  for (const { one, other, bits } of pairs) {
    sums[one]! += odds(bits);
    sums[other]! += odds(bits);
  }
  const taken = new Uint8Array(records);
  const chosen: Resolved[] = [];
  for (const { one, other, bits } of pairs) {
    if (taken[one] || taken[other]) continue;
    taken[one] = taken[other] = 1;
    chosen.push({ one, other, bits, thirds: 0, probability: Math.min(surest, odds(bits) / (1 + Math.max(sums[one]!, sums[other]!))) });
  }
  return chosen.sort(byProbability);
}

/**
 * Clusters that no single weak pair holds together: two clusters join only through a pair at `sure`, and only if at least half of all
 * pairs between them are known to be likelier than not. Returns the cluster number of every record; records alone have their own.
 */
export function clustersOf(pairs: readonly Resolved[], records: number, sure = 0.9): Uint32Array {
  const cluster = Uint32Array.from({ length: records }, (_, record) => record);
  const members = new Map<number, number[]>();
  const likely = new Set(pairs.filter(({ probability }) => probability >= 0.5).map(({ one, other }) => one * records + other));
  const linked = (one: number, other: number): boolean => likely.has(Math.min(one, other) * records + Math.max(one, other));
  for (const { one, other, probability } of pairs) {
    if (probability < sure) continue;
    const [here, there] = [cluster[one]!, cluster[other]!];
    if (here === there) continue;
    const [mine, theirs] = [members.get(here) ?? [here], members.get(there) ?? [there]];
    const known = mine.reduce((sum, a) => sum + theirs.filter((b) => linked(a, b)).length, 0);
    if (known * 2 < mine.length * theirs.length) continue;
    const joined = mine.concat(theirs);
    members.delete(there);
    members.set(here, joined);
    for (const record of theirs) cluster[record] = here;
  }
  return cluster;
}
