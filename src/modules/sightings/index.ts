// The door of sightings.
export { projectSighting } from './projection.ts';
export { sightingStatus } from './sighting.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
