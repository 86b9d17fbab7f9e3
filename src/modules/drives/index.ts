// The door of rescue drives: orders, raids, the children of each raid, and how they stand.
export { deskRoutes } from './desk.ts';
export { countNextDrive } from './jobs.ts';
export { panels, whileRegistering } from './panels.ts';
