// The query builder over a pool: snake_case in the database, camelCase in code.
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from './pool.ts';

/** Knows no tables: each store names its own with `db.withTables<{…}>()`. `destroy()` ends the pool. JSON inside columns keeps its keys. */
export function kyselyOver(pool: Pool): Kysely<Record<never, never>> {
  return new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
