// The door of matching: the pure comparison of two records, the search that stores candidates, and how officers' judgements stand.
export { type Band, bandOf } from './band.ts';
export type { ScoreContext } from './context.ts';
export { deskRoutes } from './desk.ts';
export { listeners, catchUp } from './jobs.ts';
export { panels } from './panels.ts';
export { prepare } from './prepare.ts';
export { type Comparison, comparePair } from './score.ts';
export { countWaiting } from './store.ts';
