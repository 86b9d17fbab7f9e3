// The door of found children.
export { type FoundChild, confirmedCandidates, foundStatus } from './found-child.ts';
export { projectFoundChild } from './projection.ts';
export { readFoundChild } from './store.ts';
export { deskRoutes } from './desk.ts';
