// Links the records of one or two spreadsheets, from columns to probabilities. Pure: no file, no clock, no database.
import type { Field } from './aspects.ts';
import { type Blocks, type Family, type KeyShelf, blocksOf, families, familyKeys, keyShelf, pairsOfBlock } from './blocking.ts';
import { type FieldComparer, booksOf, comparersOf, heardFields, pairComparer } from './comparing.ts';
import { frequencyOf } from './frequency.ts';
import { type PairSet, type ScoredPairs, addPair, hasPair, newPairSet, pairsOf } from './pair-set.ts';
import type { Records } from './records.ts';
import { type Resolved, effectiveBits, manyToMany, oneToOne, settleMixture } from './resolving.ts';
import { type Scorer, scorerOf } from './scoring.ts';
import { withThirds } from './thirds.ts';
import { type Frequencies, possiblePairs, train } from './training.ts';
import type { Model } from './weights.ts';

export type LinkOptions = {
  /** Weights learned before; without them they are learned from these very files. */
  readonly model?: Model | null;
  readonly oneToOne?: boolean;
  /** Told now and then, for people who wait. */
  readonly say?: (progress: string) => void;
};

/** The parts, `household` (what people of one household would show as well, taken away), `thirds` (what other records of the file say) and `prior` add up to the log-odds, in bits. */
export type Explanation = {
  readonly parts: readonly { readonly field: Field; readonly level: number; readonly bits: number }[];
  readonly household: number;
  readonly thirds: number;
  readonly prior: number;
};

/** `purged`: pairs that shared only keys too common to be compared. `compared` counts a pair once for each family that asked for it. */
export type Linked = {
  readonly pairs: Resolved[];
  readonly model: Model;
  readonly compared: number;
  readonly purged: number;
  readonly explain: (one: number, other: number) => Explanation;
};

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
/** A pair less likely than this, even if every record had a partner, is forgotten at once. */
const leastProbability = 0.002;

export type Prepared = {
  readonly records: Records;
  readonly comparers: readonly FieldComparer[];
  readonly frequencies: Frequencies;
  readonly shelf: KeyShelf;
};

export function prepare(records: Records): Prepared {
  const books = booksOf(records);
  const comparers = comparersOf(records, books);
  const frequencies: Frequencies = (copies, of) =>
    comparers.map((comparer) => {
      const book = heardFields.includes(comparer.field) ? books.get(comparer.field)! : null;
      const m = of[comparer.field]?.m[1] ?? 0;
      const alike = copies * (records.right === 0 ? Math.sqrt(m) : m);
      return frequencyOf(comparer, records.columns.get(comparer.field)!.texts, book, { left: records.left, copies: alike });
    });
  return { records, comparers, frequencies, shelf: keyShelf(records, books) };
}

type Work = {
  readonly records: Records;
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

function compareEverything(work: Work): void {
  const { left, right } = work.records;
  for (let one = 0; one < left; one++) {
    const from = right === 0 ? one + 1 : left;
    for (let other = from; other < left + right; other++) consider(work, one, other);
  }
}

/** A costly family is tried on a part of its blocks first and left when it hardly finds anything the families before it did not. */
function scoreFamily(work: Work, blocks: Blocks): boolean {
  const share = blocks.pairs > trialFrom ? trialPairs / blocks.pairs : 1;
  const trial = Math.ceil(blocks.kept * share);
  const before = work.likely;
  for (let block = 0; block < blocks.kept; block++) {
    if (block === trial && work.likely - before < leastYield * blocks.pairs * share) return false;
    pairsOfBlock(blocks, block, work.records.right === 0, (one, other) => consider(work, one, other));
  }
  return true;
}

/** Families that ask for few pairs come first: what they find, the costly ones need not find again, and are seen not to be worth their price. */
function scoreFamilies(work: Work, shelf: KeyShelf, say: (progress: string) => void): number {
  const records = work.records.left + work.records.right;
  let budget = Math.max(10 * leastBudget, pairsPerRecord * records);
  let purged = 0;
  const costly: Family[] = [];
  const score = (of: Family, mayWait: boolean): void => {
    const keys = budget > 0 ? familyKeys(of, shelf) : null;
    if (!keys) return;
    const blocks = blocksOf(keys, { ...work.records, budget: Math.min(budget, Math.max(leastBudget, familyPerRecord * records)) });
    if (mayWait && blocks.pairs > trialFrom && blocks.pairs > cheapPerRecord * records) {
      costly.push(of);
      return;
    }
    purged += blocks.purgedPairs;
    const whole = scoreFamily(work, blocks);
    budget -= whole ? blocks.pairs : trialPairs;
    say(progressOf(of, blocks, work.set.size, whole));
  };
  for (const of of families) score(of, true);
  for (const of of costly) score(of, false);
  return purged;
}

function progressOf(of: Family, blocks: Blocks, found: number, whole: boolean): string {
  const left = blocks.purgedBlocks > 0 ? `, ${blocks.purgedBlocks} keys too common` : '';
  if (!whole) return `${of.name}: finds hardly anything new, left out`;
  return `${of.name}: ${blocks.pairs} pairs in ${blocks.kept} blocks${left}; ${found} pairs worth keeping so far`;
}

function settled(model: Model, pairs: ScoredPairs, records: Records): Model {
  const most = records.right === 0 ? model.possible : Math.min(model.possible, 4 * Math.min(records.left, records.right));
  return { ...model, ...settleMixture(pairs, model.possible, Math.max(1, most)) };
}

function scorerWith({ comparers, frequencies }: Prepared, model: Model): Scorer {
  return scorerOf(comparers, frequencies(model.copies, model.fields), pairComparer(comparers), model);
}

type Found = { readonly set: PairSet; readonly compared: number; readonly purged: number };

function findPairs(model: Model, { records, comparers, shelf }: Prepared, scorer: Scorer, say: (progress: string) => void): Found {
  const optimistic = Math.max(records.left, records.right);
  // However few records there are, something must speak for a pair: two empty rows are not one person.
  const floor = Math.max(0.5, Math.log2(leastProbability / (1 - leastProbability)) + Math.log2(Math.max(1, model.possible / optimistic)));
  const work: Work = {
    records,
    scorer,
    set: newPairSet(records.left + records.right),
    floor,
    likelyFrom: Math.log2(Math.max(1, model.possible / optimistic)),
    bits: new Float64Array(comparers.length),
    compared: 0,
    likely: 0,
  };
  let purged = 0;
  if (model.possible <= compareAll) compareEverything(work);
  else purged = scoreFamilies(work, shelf, say);
  return { set: work.set, compared: work.compared, purged };
}

/** The same pairs weighed anew. */
function weighed(pairs: ScoredPairs, scorer: Scorer): ScoredPairs {
  const [into, bits, shared] = [new Float64Array(scorer.fields.length), new Float32Array(pairs.bits), new Float32Array(pairs.shared)];
  for (let at = 0; at < bits.length; at++) {
    bits[at] = scorer.score(pairs.one[at]!, pairs.other[at]!, into);
    shared[at] = scorer.shared();
  }
  return { ...pairs, bits, shared };
}

export function link(records: Records, options: LinkOptions = {}): Linked {
  const say = options.say ?? (() => undefined);
  const prepared = prepare(records);
  const { comparers, frequencies, shelf } = prepared;
  const taught = options.model ? null : train(comparers, frequencies, pairComparer(comparers), shelf, records);
  let model: Model = taught ? taught.model : { ...options.model!, possible: Math.max(1, possiblePairs(records)) };
  say(taught ? 'weights learned' : 'weights read');
  let scorer = scorerWith(prepared, model);
  const { set, compared, purged } = findPairs(model, prepared, scorer, say);
  let pairs = pairsOf(set);
  model = settled(model, pairs, records);
  if (taught) {
    // Now that is known how many pairs are true, what strangers and copies look like is learned once more.
    model = taught.again(model.expected);
    scorer = scorerWith(prepared, model);
    pairs = weighed(pairs, scorer);
    model = settled(model, pairs, records);
  }
  const alone = manyToMany(pairs, model, leastProbability);
  const all = records.right === 0 ? withThirds(alone, model, records.left, scorer, leastProbability) : alone;
  const resolved = options.oneToOne ? oneToOne(all, model, records.left + records.right) : all;
  const count = records.left + records.right;
  let spoken: Map<number, number> | null = null; // made only when somebody asks
  const thirdsOf = (one: number, other: number): number => {
    spoken ??= new Map(resolved.filter(({ thirds }) => thirds !== 0).map(({ one: a, other: b, thirds }) => [a * count + b, thirds]));
    return spoken.get(Math.min(one, other) * count + Math.max(one, other)) ?? 0;
  };
  const explain = (one: number, other: number): Explanation => ({ ...explained(scorer, model, one, other), thirds: thirdsOf(one, other) });
  return { pairs: resolved, model, compared, purged, explain };
}

function explained(scorer: Scorer, model: Model, one: number, other: number): Omit<Explanation, 'thirds'> {
  const bits = new Float64Array(scorer.fields.length);
  const total = scorer.score(one, other, bits);
  return {
    parts: scorer.fields.map((field, at) => ({ field, level: scorer.levels[at]!, bits: bits[at]! })),
    household: effectiveBits(total, scorer.shared(), model) - total,
    prior: Math.log2(model.expected / Math.max(1, model.possible - model.expected)),
  };
}
