// What one comparer says: does this aspect agree, how strongly, and in which sentence.
import type { Facts } from '../../kernel/refusal.ts';
import type { Weights } from './weighing/weights.ts';

export const aspects = [
  'name',
  'father',
  'mother',
  'guardian',
  'sibling',
  'age',
  'sex',
  'marks',
  'language',
  'place',
  'distance',
  'height',
  'dates',
  'clothing',
  'build',
  'complexion',
] as const;
export type Aspect = (typeof aspects)[number];

export type Sentence = { readonly code: string; readonly facts: Facts };

/**
 * `bits`: log2 of how much likelier this is for the same child than for another; 0 when unknown. `level`: which row of the weights it fell on, null when unknown.
 * `sentence.code` is a key of locales/<lang>/matching.json.
 */
export type AspectResult = {
  readonly aspect: Aspect;
  readonly outcome: 'agree' | 'disagree' | 'unknown';
  readonly level: string | null;
  readonly bits: number;
  readonly sentence: Sentence;
};

/** One side or both do not say: no evidence either way. */
export function unknown(aspect: Aspect): AspectResult {
  return { aspect, outcome: 'unknown', level: null, bits: 0, sentence: { code: `matching.${aspect}.unknown`, facts: {} } };
}

/** `chance`: how often another child would fall on the level with just these values, where that is known better than the level's own average. */
export type Fallen = { readonly level: string; readonly chance?: number; readonly code?: string; readonly facts: Facts };

/** Nothing is rarer than one in a thousand million: nought by nought would be no number. */
const rarest = 1e-9;

/** Weighs what was compared by its row of the weights. Agrees if its bits are not negative. The sentence's code is the level's unless told. */
export function weigh(weights: Weights, aspect: Aspect, { level, chance, code = level, facts }: Fallen): AspectResult {
  const { m, u } = weights.levels[aspect][level]!;
  const { most, least } = weights.limits[aspect];
  const bits = between(least, Math.log2(m / Math.max(chance ?? u, rarest)), most);
  return { aspect, outcome: bits >= 0 ? 'agree' : 'disagree', level, bits, sentence: { code: `matching.${aspect}.${code}`, facts } };
}

function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
