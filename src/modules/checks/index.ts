// The door of private checks: "is my child already known?", asked by a citizen, answered by an officer who calls back.
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { compareNextCheck, kept, tellChecks } from './jobs.ts';
