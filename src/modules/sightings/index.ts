// The door of sightings.
export { sightingStanding } from './projection.ts';
export { answeredOfNotices, readSighting } from './store.ts';
export { sightingStatus } from './sighting.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
