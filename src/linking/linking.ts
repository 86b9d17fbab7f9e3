// Links the records of one or two spreadsheets, from columns to probabilities. Pure: no file, no clock, no database.
import type { Field } from './aspects.ts';
import { type KeyShelf, keyShelf } from './blocking.ts';
import { type FieldComparer, booksOf, comparersOf, heardFields, pairComparer } from './comparing.ts';
import { frequencyOf } from './frequency.ts';
import { finderOf, leastProbability, whole } from './finding.ts';
import type { ScoredPairs } from './pair-set.ts';
import { type Plan, type Tell, plan } from './plan.ts';
import type { Records } from './records.ts';
import { type Resolved, effectiveBits, manyToMany, oneToOne, settleMixture } from './resolving.ts';
import { type Scorer, scorerOf } from './scoring.ts';
import { withThirds } from './thirds.ts';
import { type Frequencies, type Teacher, possiblePairs, train } from './training.ts';
import { type Model, checkModel } from './weights.ts';

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

function settled(model: Model, pairs: ScoredPairs, records: Records): Model {
  const most = records.right === 0 ? model.possible : Math.min(model.possible, 4 * Math.min(records.left, records.right));
  return { ...model, ...settleMixture(pairs, model.possible, Math.max(1, most)) };
}

export function scorerWith({ comparers, frequencies }: Prepared, model: Model): Scorer {
  return scorerOf(comparers, frequencies(model.copies, model.fields), pairComparer(comparers), model);
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

/** Files prepared and weights learned: what is left is to find the pairs, and to make of them what they are. */
export type Started = {
  readonly prepared: Prepared;
  readonly model: Model;
  readonly scorer: Scorer;
  readonly again: Teacher | null;
};

export function startLinking(records: Records, given: Model | null): Started {
  if (given) checkModel(given, records.columns.keys());
  const prepared = prepare(records);
  const { comparers, frequencies, shelf } = prepared;
  const taught = given ? null : train(comparers, frequencies, pairComparer(comparers), shelf, records);
  const model: Model = taught ? taught.model : { ...given!, possible: Math.max(1, possiblePairs(records)) };
  return { prepared, model, scorer: scorerWith(prepared, model), again: taught?.again ?? null };
}

export function planOf({ prepared: { records }, model }: Started, tell: Tell): Plan {
  return plan({ records: records.left + records.right, possible: model.possible, copies: model.copies }, tell);
}

/** `compared` counts a pair once for each family that asked for it; `purged`: pairs that shared only keys too common to be compared. */
export type Found = { readonly pairs: ScoredPairs; readonly compared: number; readonly purged: number };

function findAlone(started: Started, tell: Tell): Found {
  const finder = finderOf(started.prepared, started.model, started.scorer, whole);
  const steps = planOf(started, tell);
  let compared = 0;
  for (let next = steps.next(); ;) {
    if (next.done) return { pairs: finder.pairs(), compared, purged: next.value };
    const outcome = finder.step(next.value);
    ({ compared } = outcome);
    next = steps.next(outcome);
  }
}

export function finishLinking({ prepared, again, ...first }: Started, found: Found, oneToOneOnly: boolean): Linked {
  const { records } = prepared;
  const { compared, purged } = found;
  let { scorer } = first;
  let { pairs } = found;
  let model = settled(first.model, pairs, records);
  if (again) {
    // Now that is known how many pairs are true, what strangers and copies look like is learned once more.
    model = again(model.expected);
    scorer = scorerWith(prepared, model);
    pairs = weighed(pairs, scorer);
    model = settled(model, pairs, records);
  }
  const alone = manyToMany(pairs, model, leastProbability);
  const all = records.right === 0 ? withThirds(alone, model, records.left, scorer, leastProbability) : alone;
  const resolved = oneToOneOnly ? oneToOne(all, model, records.left + records.right) : all;
  const count = records.left + records.right;
  let spoken: Map<number, number> | null = null; // made only when somebody asks
  const thirdsOf = (one: number, other: number): number => {
    spoken ??= new Map(resolved.filter(({ thirds }) => thirds !== 0).map(({ one: a, other: b, thirds }) => [a * count + b, thirds]));
    return spoken.get(Math.min(one, other) * count + Math.max(one, other)) ?? 0;
  };
  const explain = (one: number, other: number): Explanation => ({ ...explained(scorer, model, one, other), thirds: thirdsOf(one, other) });
  return { pairs: resolved, model, compared, purged, explain };
}

export function link(records: Records, { model = null, oneToOne: only = false, say = () => undefined }: LinkOptions = {}): Linked {
  const started = startLinking(records, model);
  say(model ? 'weights read' : 'weights learned');
  return finishLinking(started, findAlone(started, say), only);
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
