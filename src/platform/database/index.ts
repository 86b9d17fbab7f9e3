// The database as the rest of the program sees it.
export { type DoorUrls, doorUrls, doors, grantDoorLogins } from './doors.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded.ts';
export { kyselyOver } from './kysely.ts';
export { migrate } from './migrate.ts';
export { type Pool, type PoolOptions, openPool } from './pool.ts';
