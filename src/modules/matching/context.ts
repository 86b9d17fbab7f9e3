// What the scorer must be told about the world: how common names are, where districts lie, how many children are searched.

import type { Weights } from './weighing/weights.ts';

/** Sound key of a word as `soundKeys` gives it (`s:` and its skeleton) → share of names that have it, 0 to 1. A key not held is estimated by its length. */
export type Frequencies = { get(key: string): number | undefined };

export type DistrictPoint = { readonly name: string; readonly latitude: number; readonly longitude: number };
/** A Map will do. Return the same object for the same code: sounds of district names are remembered by object. */
export type Districts = { get(code: string): DistrictPoint | undefined };

export type ScoreContext = {
  readonly weights: Weights;
  readonly frequencies: Frequencies;
  readonly districts: Districts;
  /** Children on the other side among whom the one is sought. */
  readonly population: number;
};
