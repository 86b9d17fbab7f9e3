// The door of homes for children.
export { deskRoutes } from './desk.ts';
export { listeners } from './residents/jobs.ts';
export { residentPanels as panels } from './residents/panels.ts';
export { residencesOf } from './residents/store.ts';
