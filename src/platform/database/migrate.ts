// Brings a database to the shape this program expects: our migrations in order, then the job queue's own tables.
import { join } from 'node:path';
import pg from 'pg';
import { type AppliedMigration, type Migration, readMigrations, stillToApply } from './migration-files.ts';
import { valueTypes } from './pool.ts';

const OLDEST_SERVER = 15;
const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
const LOCK = 7_214_015; // any number, the same in every process

/** Applies what is missing and returns the names applied. `log` hears one line for each. One process at a time; others wait. */
export async function migrate(adminUrl: string, log: (line: string) => void = () => {}, directory = MIGRATIONS): Promise<string[]> {
  const files = readMigrations(directory);
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'vatsalya migrate', types: valueTypes });
  client.on('error', () => {});
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const missing = stillToApply(files, await appliedTo(client));
    for (const migration of missing) {
      await apply(client, migration);
      log(`applied ${migration.name}`);
    }
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(rows[0]!.version) / 10_000);
  if (major < OLDEST_SERVER) throw new Error(`PostgreSQL ${OLDEST_SERVER} or later is needed; this server is ${major}.`);
}

async function appliedTo(client: pg.Client): Promise<AppliedMigration[]> {
  await client.query(`create table if not exists migration (
    number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  return (await client.query<AppliedMigration>('select number, name, sha256 from migration order by number')).rows;
}

async function apply(client: pg.Client, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
