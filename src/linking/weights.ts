// How much each level of each field is worth: m (how often true pairs show it) against u (how often strangers do), in bits; and what is known before the data are seen.
import { z } from 'zod';
import { type Field, InputFault, fieldWords, fields } from './aspects.ts';
import { levelsOf, swapped } from './comparing.ts';
import { usual } from './starting-weights.ts';

export const modelVersion = 1;

/** `m[level]`, `u[level]`: shares among pairs where both records say the field; level 0 (unknown) is 0 in both and weighs nothing. `sessions`: how many trainings left the field free. */
export type FieldWeights = { readonly m: readonly number[]; readonly u: readonly number[]; readonly sessions: number };

/** `expected` pairs of one person and `households` pairs of one household thought to be among all `possible` pairs. */
export type Model = {
  readonly version: typeof modelVersion;
  readonly fields: Partial<Record<Field, FieldWeights>>;
  readonly expected: number;
  readonly households: number;
  /** Further records of its own person that a record is thought to have: they make a value no more common. */
  readonly copies: number;
  /** How much a second field of one area adds to the first, 0 (nothing) to 1 (as if it stood alone). */
  readonly damping: number;
  readonly possible: number;
};

const shares = z.array(z.number().min(0).max(1));
const schema = z.strictObject({
  version: z.literal(modelVersion),
  fields: z.partialRecord(z.enum(fields), z.strictObject({ m: shares, u: shares, sessions: z.number() })),
  expected: z.number().positive(),
  households: z.number().positive(),
  copies: z.number().min(0),
  damping: z.number().min(0).max(1),
  possible: z.number().positive(),
});

export function parseModel(raw: unknown): Model {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new InputFault(`this is not a model of version ${modelVersion}: ${z.prettifyError(parsed.error)}`);
  for (const [field, weights] of Object.entries(parsed.data.fields)) {
    const levels = levelsOf[field as Field].length;
    if (weights.m.length !== levels || weights.u.length !== levels)
      throw new InputFault(`the model's field "${field}" must have ${levels} levels`);
  }
  return parsed.data;
}

/** A model weighs only the columns it was made from: whoever gives it for others is told which it lacks. */
export function checkModel(model: Model, present: Iterable<Field>): void {
  const lacking = [...present].filter((field) => !model.fields[field]);
  if (lacking.length === 0) return;
  const names = (of: readonly Field[]): string => of.map((field) => fieldWords[field]).join(', ');
  throw new InputFault(
    `the model was made without these columns and cannot weigh them: ${names(lacking)}. It knows: ${names(Object.keys(model.fields) as Field[])}. ` +
      'Link without --model, make a model from files that have them (match train), or leave the columns out of the mapping',
  );
}

/** Levels that share one whole: a pair of dates can only show a date's levels, a date and an age only an age's. */
export function wholesOf(field: Field): readonly (readonly number[])[] {
  const levels = levelsOf[field].map((_, level) => level).slice(1);
  if (field !== 'birth') return [levels];
  const firstAge = levelsOf.birth.indexOf('the same year, no more known');
  return [levels.filter((level) => level < firstAge), levels.filter((level) => level >= firstAge)];
}

function inWholes(field: Field, raw: readonly number[]): number[] {
  const result = levelsOf[field].map(() => 0);
  for (const whole of wholesOf(field)) {
    const sum = whole.reduce((total, level) => total + raw[level - 1]!, 0);
    for (const level of whole) result[level] = raw[level - 1]! / sum;
  }
  return result;
}

/** What true pairs show when nothing was learned. */
export function guessedShares(field: Field): number[] {
  return inWholes(field, usual[field].same);
}

/** What strangers show when nothing was counted. */
export function guessedStrangers(field: Field): number[] {
  return inWholes(field, usual[field].stranger);
}

/** Counts made shares within each whole, `strength` imagined pairs spread as `guess` added: no level is ever impossible. */
export function sharesOf(field: Field, counts: ArrayLike<number>, guess: readonly number[], strength: number): number[] {
  const result = guess.map(() => 0);
  for (const whole of wholesOf(field)) {
    const total = whole.reduce((sum, level) => sum + counts[level]!, 0);
    for (const level of whole) result[level] = (counts[level]! + strength * guess[level]!) / (total + strength);
  }
  return result;
}

/** A stronger agreement may never weigh less than a weaker one: levels that break the order are pooled. "Exchanged" stands outside the order. */
export function inOrder(field: Field, m: readonly number[], u: readonly number[]): number[] {
  const result = [...m];
  for (const whole of wholesOf(field)) {
    const pools: { levels: number[]; m: number; u: number }[] = [];
    for (const level of whole.filter((one) => levelsOf[field][one] !== swapped)) {
      pools.push({ levels: [level], m: m[level]!, u: u[level]! });
      while (pools.length > 1 && pools.at(-1)!.m / pools.at(-1)!.u > pools.at(-2)!.m / pools.at(-2)!.u) {
        const weaker = pools.pop()!;
        const stronger = pools.at(-1)!;
        stronger.levels.push(...weaker.levels);
        stronger.m += weaker.m;
        stronger.u += weaker.u;
      }
    }
    for (const pool of pools) for (const level of pool.levels) result[level] = (u[level]! * pool.m) / pool.u;
  }
  return result;
}

export function bitsOf(weights: FieldWeights): number[] {
  return weights.m.map((share, level) => (level === 0 || weights.u[level] === 0 ? 0 : Math.log2(share / weights.u[level]!)));
}
