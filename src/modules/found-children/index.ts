// The door of found children.
export { confirmedCandidates, foundStatus } from './found-child.ts';
export { openFoundChild } from './opening.ts';
export { foundStanding } from './projection.ts';
export { deskRoutes } from './desk.ts';
export type { WhileRegistering } from './desk-intake.ts';
export { productionReportsOf } from './production-report-store.ts';
