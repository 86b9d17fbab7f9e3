// The door of timeliness: how soon what happened is entered, by whom, and who entered nothing.
export { deskRoutes } from './desk.ts';
export { countOneMonth } from './jobs.ts';
export { nilCodes } from './nil-return.ts';
export { panels } from './panels.ts';
