// The door of sightings.
export { projectSighting } from './projection.ts';
export { type Sighting, sightingStatus } from './sighting.ts';
