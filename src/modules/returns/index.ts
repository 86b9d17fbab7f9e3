// The door of returns: the pendency of Committees, what they return each quarter, what is directed about it, and what was said long after.
export { deskRoutes } from './desk.ts';
export { panels } from './panels.ts';
export { projectMatters } from './projection.ts';
