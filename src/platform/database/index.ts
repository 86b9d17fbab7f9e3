// The database as the rest of the program sees it.
export { grantDoorLogins } from './doors.ts';
export { startEmbedded } from './embedded.ts';
export { kyselyOver } from './kysely.ts';
export { listenTo } from './listen.ts';
export { migrate } from './migrate.ts';
export { openPool } from './pool.ts';
