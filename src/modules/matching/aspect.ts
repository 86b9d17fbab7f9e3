// What one comparer says: does this aspect agree, how strongly, and in which sentence.
import type { Facts } from '../../kernel/refusal.ts';
import { type Level, bitsOf } from './weights.ts';

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
 * `bits`: log2 of how much likelier this is for the same child than for another; 0 when unknown.
 * `sentence.code` is a key of locales/<lang>/matching.json.
 */
export type AspectResult = {
  readonly aspect: Aspect;
  readonly outcome: 'agree' | 'disagree' | 'unknown';
  readonly bits: number;
  readonly sentence: Sentence;
};

/** One side or both do not say: no evidence either way. */
export function unknown(aspect: Aspect): AspectResult {
  return { aspect, outcome: 'unknown', bits: 0, sentence: { code: `matching.${aspect}.unknown`, facts: {} } };
}

/** A known outcome: agrees if its bits are not negative. */
export function known(aspect: Aspect, bits: number, code: string, facts: Facts): AspectResult {
  return { aspect, outcome: bits >= 0 ? 'agree' : 'disagree', bits, sentence: { code: `matching.${aspect}.${code}`, facts } };
}

export function atLevel(aspect: Aspect, level: Level, code: string, facts: Facts): AspectResult {
  return known(aspect, bitsOf(level), code, facts);
}

/** log2 of a normal density around 0 against an even spread of width `span`, both in the same unit. */
export function bitsOfDifference(difference: number, deviation: number, span: number): number {
  const density = Math.exp((-difference * difference) / (2 * deviation * deviation)) / (deviation * Math.sqrt(2 * Math.PI));
  return Math.log2(Math.max(density, 1e-12) * span);
}

export function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
