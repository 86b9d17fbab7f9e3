// The door of missing reports: taking one, what is done on it, whether it may be public, how it ends.
export { registerComplaint } from './actions.ts';
export { isStillMissing, missingStatus } from './missing-report.ts';
export { projectMissingReport, projectTakedown } from './projection.ts';
export { readComplaint, readMissingReport } from './store.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { listeners } from './jobs.ts';
