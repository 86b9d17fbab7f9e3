// The door of posts that must answer: their pages at the desk and for everybody, and what the worker does for them.
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { dutyToFill } from './posts.ts';
export { askUnseenPosts, kept, noteBounces } from './jobs.ts';
export { type WatchedKind, postOfDuty } from './posts.ts';
