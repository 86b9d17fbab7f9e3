// The pure part of matching: prepare a record once, compare a pair, name the band.
export { type Aspect, type AspectResult, aspects } from './aspect.ts';
export { type Band, bandFrom, bandOf, isShown } from './band.ts';
export type { DistrictPoint, Districts, Frequencies, ScoreContext } from './context.ts';
export { type Prepared, prepare } from './prepare.ts';
export { type Comparison, comparePair } from './score.ts';
export { weightsVersion } from './weights.ts';
