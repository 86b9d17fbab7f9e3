// The door of matching: the pure comparison of two records, the search that stores candidates, and how officers' judgements stand.
export { type Aspect, type AspectResult, aspects } from './aspect.ts';
export { type Band, bandFrom, bandOf, isShown } from './band.ts';
export { type Candidate, type Judgement, type Standing, type Verdict, standingAfter, verdicts } from './candidate.ts';
export type { DistrictPoint, Districts, Frequencies, ScoreContext } from './context.ts';
export { deskRoutes } from './desk.ts';
export { listeners, matchSome, scoreContext } from './jobs.ts';
export { matchRecord } from './match-record.ts';
export { panels } from './panels.ts';
export { type Prepared, prepare } from './prepare.ts';
export { type Comparison, comparePair } from './score.ts';
export { candidatesOf, countWaiting, readCandidate, waitingFor } from './store.ts';
export { weightsVersion } from './weights.ts';
