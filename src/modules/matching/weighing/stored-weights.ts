// Weights that come from a file or the database rather than from the code: taken only if they are whole and no number is absurd.
import { z } from 'zod';
import { reachOf } from './reach.ts';
import { servedWeights } from './served-weights.ts';
import type { Level, Weights } from './weights.ts';

/** How a file of weights came to be, in counts: never a name, a reference or an officer. */
export const madeSchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  base: z.string().regex(/^[\w.+-]{1,80}$/),
  confirmed: z.int().min(0),
  different: z.int().min(0),
  children: z.int().min(0),
  officers: z.int().min(0),
  offices: z.int().min(0),
});
export type Made = z.infer<typeof madeSchema>;

/** Shares of an aspect, and of all children, are rounded: they sum to one within this. */
const ROUNDING = 0.1;
/** Agreement may weigh this much less than weaker agreement and still be taken for rounding. */
const TURNED = 0.95;

function each<In, Out>(object: Readonly<Record<string, In>>, change: (value: In, key: string) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

const isWhole = (shares: readonly number[]): boolean => Math.abs(shares.reduce((sum, one) => sum + one, 0) - 1) <= ROUNDING;
const share = z.number().min(1e-9).max(1);
const bits = z.number().min(0).max(15);
const against = z.number().min(-15).max(0);
const sums = 'does not sum to one';

/** The first of these levels may not weigh less than the last: who agrees would speak against. */
const ends: Readonly<Record<string, readonly [string, string]>> = {
  ...each({ name: 0, father: 0, mother: 0, guardian: 0, sibling: 0, sex: 0, clothing: 0 }, () => ['same', 'different'] as const),
  ...each({ build: 0, complexion: 0 }, () => ['same', 'far'] as const),
  age: ['within1', 'within3'],
  height: ['within1', 'beyond'],
  marks: ['kindSiteSide', 'noneShared'],
  language: ['shared', 'different'],
  place: ['sameSound', 'different'],
  distance: ['sameDistrict', 'farther'],
  dates: ['to3', 'before'],
};

function isUpright(aspect: string, table: Readonly<Record<string, Level>>): boolean {
  const [best, worst] = ends[aspect]!.map((name) => table[name]!);
  return best!.m / best!.u >= (TURNED * worst!.m) / worst!.u;
}

const levels = z.strictObject(
  each(servedWeights.levels, (table, aspect) =>
    z
      .strictObject(each(table, () => z.strictObject({ m: share, u: share })))
      .refine((said) => isWhole(Object.values(said).map(({ m }) => m)), `m ${sums}`)
      .refine((said) => isWhole(Object.values(said).map(({ u }) => u)), `u ${sums}`)
      .refine((said) => isUpright(aspect, said), 'agreement would speak against'),
  ),
);

const weightsSchema = z.strictObject({
  version: z.string().regex(/^[A-Za-z0-9.+-]{1,80}$/, 'must be letters, digits, dots, plus and minus, at most 80'),
  made: madeSchema.optional(),
  levels,
  limits: z.strictObject(each(servedWeights.limits, () => z.strictObject({ most: bits, least: against }))),
  averages: z.strictObject(each(servedWeights.averages, () => bits)),
  nameChance: z.strictObject(each(servedWeights.nameChance as Record<string, number>, () => z.number().min(0.01).max(100))),
  damping: z.strictObject(each(servedWeights.damping, () => z.number().min(0).max(1))),
  ages: z.array(share).length(servedWeights.ages.length).refine(isWhole, sums),
  sexes: z.strictObject(each(servedWeights.sexes, () => share)).refine((said) => isWhole(Object.values(said)), sums),
  calibration: z.strictObject(
    each(servedWeights.calibration, () => z.strictObject({ slope: z.number().min(0.05).max(1), offset: z.number().min(-20).max(20) })),
  ),
});

export type Read = { weights: Weights; made: Made | null; faults: null } | { weights: null; made: null; faults: string[] };

/** `faults` name the place and what is wrong there, most twenty. */
export function readWeights(value: unknown): Read {
  const parsed = weightsSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 20).map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
    return { weights: null, made: null, faults };
  }
  const { made, ...said } = parsed.data;
  const weights = said as unknown as Weights;
  const { most, needed } = reachOf(weights);
  if (most < needed) {
    const fault = `levels, limits and calibration: no pair could be shown: all agreement together says ${most.toFixed(1)} bits, ${needed.toFixed(1)} are needed`;
    return { weights: null, made: null, faults: [fault] };
  }
  return { weights, made: made ?? null, faults: null };
}
