// The door of matching: the search that stores candidates, and how officers' judgements stand.
export type { Band } from './band.ts';
export type { ScoreContext } from './context.ts';
export { type FoundLike, foundLike } from './found-like.ts';
export { deskRoutes } from './desk.ts';
export { catchUp, listeners, registerHeld, warmRegister } from './jobs.ts';
export { panels } from './panels.ts';
export { countWaiting } from './store.ts';
export { serveWeights } from './weighing/serving.ts';
export { aspectSentence, probabilityInWords } from './words.ts';
