// Learns a model from the files themselves: strangers from random pairs, true pairs from blocks that share a key, each block's own fields left out.
import { type Field, areaFields } from './aspects.ts';
import { type Family, type KeyShelf, blocksOf, families, familyKeys, pairsOfBlock } from './blocking.ts';
import type { FieldComparer, PairComparer } from './comparing.ts';
import { type Patterns, type Session, addPattern, learn, newPatterns } from './expectation.ts';
import { type Frequency } from './frequency.ts';
import { mixed } from './vocabulary.ts';
import { type FieldWeights, type Model, guessedShares, guessedStrangers, inOrder, modelVersion, sharesOf, wholesOf } from './weights.ts';

export type Sizes = { readonly left: number; readonly right: number };

const randomPairs = 400_000;
const sessionPairs = 150_000;
const enoughSessions = 3;
const mostCopies = 50;
/** Up to so many possible pairs all are looked at, and true pairs and strangers are learned together. */
const fewPairs = 15_000;
const imaginedStrangers = 4;

export function possiblePairs({ left, right }: Sizes): number {
  return right === 0 ? (left * (left - 1)) / 2 : left * right;
}

type Drawn = { readonly counts: readonly Float64Array[]; readonly told: number; readonly together: number };

/** Random pairs, and how often strangers agree on all of an area at once. */
function drawn(comparers: readonly FieldComparer[], compare: PairComparer, sizes: Sizes): Drawn {
  const counts = comparers.map(({ levels }) => new Float64Array(levels.length));
  const levels = new Uint8Array(comparers.length);
  const area = areaOf(comparers);
  let [told, together] = [0, 0];
  const draws = Math.min(randomPairs, 2 * possiblePairs(sizes));
  for (let draw = 0; draw < draws; draw++) {
    const one = mixed(draw, 11) % sizes.left;
    const other = sizes.right === 0 ? mixed(draw, 12) % sizes.left : sizes.left + (mixed(draw, 12) % sizes.right);
    if (one === other) continue;
    compare(Math.min(one, other), Math.max(one, other), levels);
    for (let at = 0; at < levels.length; at++) counts[at]![levels[at]!]!++;
    if (area.length > 1 && area.every((at) => levels[at]! > 0)) {
      told++;
      if (area.every((at) => levels[at] === 1)) together++;
    }
  }
  return { counts, told, together };
}

const areaOf = (comparers: readonly FieldComparer[]): number[] =>
  comparers.flatMap(({ field }, at) => (areaFields.includes(field) ? [at] : []));

/** What strangers show. Agreement on the same value is reckoned from how common values are, the rest counted in random pairs. */
function strangers(comparers: readonly FieldComparer[], frequencies: readonly Frequency[], { counts }: Drawn): number[][] {
  return comparers.map(({ field }, at) =>
    withSame(field, sharesOf(field, counts[at]!, guessedStrangers(field), imaginedStrangers), frequencies[at]!.same),
  );
}

const usualDamping = 0.5;
const enoughTogether = 20;

/** How much the weaker fields of an area add, from how often strangers agree on all of them at once. */
function dampingOf(same: readonly number[], { together, told }: Drawn): number {
  if (together < enoughTogether) return usualDamping;
  const bits = same.map((share) => -Math.log2(share));
  const strongest = Math.max(...bits);
  const rest = bits.reduce((sum, one) => sum + one, 0) - strongest;
  return rest <= 0 ? 1 : Math.min(1, Math.max(0, (-Math.log2(together / told) - strongest) / rest));
}

/** Puts the reckoned share of "the same" in place of the counted one. */
function withSame(field: Field, shares: number[], same: number): number[] {
  if (field === 'birth' && shares[1]! === 0) return shares;
  const bounded = Math.min(0.98, Math.max(1e-9, same));
  const whole = field === 'birth' ? wholesOf(field)[1]![0]! : shares.length;
  const rest = shares.slice(2, whole).reduce((sum, share) => sum + share, 0);
  return shares.map((share, level) => (level === 1 ? bounded : level > 1 && level < whole ? (share * (1 - bounded)) / rest : share));
}

/** Pairs of one family's blocks as patterns. */
type Seen = { readonly patterns: Patterns; readonly free: readonly boolean[] };
type Trained = Session & { readonly free: readonly boolean[] };

function seenIn(of: Family, shelf: KeyShelf, comparers: readonly FieldComparer[], compare: PairComparer, sizes: Sizes): Seen | null {
  const keys = familyKeys(of, shelf);
  if (!keys) return null;
  const blocks = blocksOf(keys, { ...sizes, budget: 3 * (sizes.left + sizes.right) + sessionPairs });
  if (blocks.pairs < 30) return null;
  const patterns = newPatterns();
  const levels = new Uint8Array(comparers.length);
  const every = Math.max(1, Math.round(blocks.pairs / sessionPairs));
  for (let block = 0; block < blocks.kept; block++) {
    if (every > 1 && mixed(block, 13) % every !== 0) continue;
    pairsOfBlock(blocks, block, sizes.right === 0, { number: 0, of: 1 }, (one, other) => {
      compare(one, other, levels);
      addPattern(patterns, levels);
    });
  }
  return { patterns, free: comparers.map(({ field }) => !keys.fields.includes(field)) };
}

function taught({ patterns, free }: Seen, comparers: readonly FieldComparer[], u: readonly (readonly number[])[]): Trained | null {
  const session = learn(patterns, comparers.map(({ field }) => field), u, free); // prettier-ignore
  return session.matched < 10 || session.share < 0.004 ? null : { ...session, free };
}

/** Families in turn, until every field was left free often enough. */
function sessionsOf(shelf: KeyShelf, comparers: readonly FieldComparer[], compare: PairComparer, sizes: Sizes, u: number[][]): Seen[] {
  const sessions: Seen[] = [];
  const times = comparers.map(() => 0);
  for (const of of families.filter(({ kinds }) => kinds.length < 3)) {
    const own = of.kinds.flatMap((kind) => shelf(kind)?.fields ?? []);
    if (!comparers.some(({ field }, at) => !own.includes(field) && times[at]! < enoughSessions)) continue;
    const seen = seenIn(of, shelf, comparers, compare, sizes);
    if (!seen || !taught(seen, comparers, u)) continue;
    sessions.push(seen);
    seen.free.forEach((free, at) => {
      if (free) times[at]!++;
    });
  }
  return sessions;
}

function pooled(field: Field, at: number, sessions: readonly Trained[], u: readonly number[]): FieldWeights {
  const free = sessions.filter((session) => session.free[at]);
  const guess = guessedShares(field);
  const most = Math.max(...free.map(({ matched }) => matched), 1);
  const weightOf = ({ matched }: Trained): number => Math.sqrt(matched / most);
  const total = free.reduce((sum, session) => sum + weightOf(session), 0);
  const m =
    free.length === 0
      ? guess
      : guess.map((_, level) => free.reduce((sum, session) => sum + weightOf(session) * session.m[at]![level]!, 0) / total);
  return { m: inOrder(field, m, u), u, sessions: free.length };
}

/** How common values are, where a record has so many further records of its person, which say each field as alike as these weights tell. */
export type Frequencies = (copies: number, fields: Model['fields']) => readonly Frequency[];

/** True pairs seen in random pairs make strangers look too alike; what they are expected to add is taken away again. Level "the same" was reckoned without them. */
function cleaned(u: readonly number[], m: readonly number[], share: number): number[] {
  return u.map((seen, level) => (level < 2 ? seen : Math.max(seen * 0.2, (seen - share * m[level]!) / (1 - share))));
}

/** How many further records of its own person a record has, on the average. */
function copiesOf(expected: number, { left, right }: Sizes): number {
  return (2 * expected) / Math.max(1, left + right);
}

/** Weighs anew once more is known of how many pairs are true. */
export type Teacher = (expected: number) => Model;

/** All pairs of small files at once: blocks of a few pairs teach nothing, and true pairs are too many among random ones to pass for strangers. */
function learnedWhole(comparers: readonly FieldComparer[], compare: PairComparer, { left, right }: Sizes): Session {
  const patterns = newPatterns();
  const levels = new Uint8Array(comparers.length);
  for (let one = 0; one < left; one++)
    for (let other = right === 0 ? one + 1 : left; other < left + right; other++) {
      compare(one, other, levels);
      addPattern(patterns, levels);
    }
  const named = comparers.map(({ field }) => field);
  return learn(patterns, named, named.map(guessedStrangers), named.map(() => true), true); // prettier-ignore
}

/** A handful of rows teaches nothing at all: three rows called Baby would be one child. */
const tooFewPairs = 45;

function usualWeights(field: Field): FieldWeights {
  const u = guessedStrangers(field);
  return { m: inOrder(field, guessedShares(field), u), u, sessions: 1 };
}

/** Unsupervised. Looks at the files once; each lesson after that is quick. The first guess of the true pairs is settled when the candidates are scored. */
export function train(
  comparers: readonly FieldComparer[],
  frequencies: Frequencies,
  compare: PairComparer,
  shelf: KeyShelf,
  sizes: Sizes,
): { model: Model; again: Teacher } {
  const draws = drawn(comparers, compare, sizes);
  const possible = Math.max(1, possiblePairs(sizes));
  const lesson = (u: number[][], seen: readonly Seen[]): { fields: Model['fields']; matched: number } => {
    const sessions = seen.flatMap((one) => taught(one, comparers, u) ?? []);
    const fields = comparers.map(({ field }, at) => [field, pooled(field, at, sessions, u[at]!)] as const);
    return { fields: Object.fromEntries(fields), matched: Math.max(1, ...sessions.map(({ matched }) => matched)) };
  };
  const modelOf = (fields: Model['fields'], expected: number, copies: number): Model => {
    const damping = dampingOf(areaOf(comparers).map((at) => fields[comparers[at]!.field]!.u[1]!), draws); // prettier-ignore
    return { version: modelVersion, fields, expected, copies, households: 1, damping, possible };
  };
  if (possible <= tooFewPairs) {
    const fields = Object.fromEntries(comparers.map(({ field }) => [field, usualWeights(field)]));
    const again: Teacher = () => modelOf(fields, 1, 0);
    return { model: again(1), again };
  }
  if (possible <= fewPairs) {
    const { m, u, matched } = learnedWhole(comparers, compare, sizes);
    const fields = Object.fromEntries(
      comparers.map(({ field }, at) => [field, { m: inOrder(field, m[at]!, u[at]!), u: u[at]!, sessions: 1 }]),
    );
    const again: Teacher = (expected) => modelOf(fields, expected, copiesOf(expected, sizes));
    return { model: again(Math.min(possible, Math.max(1, matched))), again };
  }
  const unaware = strangers(comparers, frequencies(0, {}), draws);
  const seen = sessionsOf(shelf, comparers, compare, sizes, unaware);
  const first = lesson(unaware, seen);
  const again: Teacher = (expected) => {
    const copies = Math.min(mostCopies, copiesOf(expected, sizes));
    const raw = strangers(comparers, frequencies(copies, first.fields), draws);
    const u = raw.map((shares, at) => cleaned(shares, first.fields[comparers[at]!.field]!.m, Math.min(0.5, expected / possible)));
    return modelOf(lesson(u, seen).fields, expected, copies);
  };
  return { model: again(Math.min(possible, first.matched)), again };
}
