// The door of care in families: sponsorship, foster care, kinship care, aftercare, and a child handed on to another portal.
export { deskRoutes } from './desk.ts';
export { listeners } from './papers/jobs.ts';
export { panels } from './panels.ts';
export { raiseStopSigns } from './placings/jobs.ts';
