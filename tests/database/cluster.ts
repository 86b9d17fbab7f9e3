// Once per run of database tests: a server, and a migrated template that every test file clones.
import { mkdtempSync, chmodSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { newId } from '../../src/kernel/ids.ts';
import { milliseconds, systemClock } from '../../src/kernel/time.ts';
import { grantDoorLogins } from '../../src/platform/database/doors.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { isAlive } from '../../src/platform/database/server-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `serverUrl`: an administrator's URL of the server; `template`: the database to clone. */
    cluster: { serverUrl: string; template: string };
  }
}

type Server = { url: string; stop(): Promise<void> };

const FOLDER = 'vatsalya-test-';
const DATABASE = 'vatsalya_test_';
const LOCK = 7_214_016;
const DAY = 86_400_000;

// Nothing here must survive a power cut, so nothing waits for the disk.
const UNSAFE_AND_FAST = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off', max_connections: '200' };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await (process.env['DATABASE_URL'] ? givenServer(process.env['DATABASE_URL']) : ownServer());
  const template = newDatabaseName();
  try {
    await makeTemplate(server.url, template);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('cluster', { serverUrl: server.url, template });
  return async () => {
    await onServer(server.url, async (client) => {
      await client.query(`alter database ${template} is_template false`);
      await client.query(`drop database ${template} with (force)`);
    });
    await server.stop();
  };
}

/** A name that says when it was made, so that a later run can clear what an interrupted one left. */
export function newDatabaseName(): string {
  return `${DATABASE}${milliseconds(systemClock())}_${newId().slice(-12)}`;
}

export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'vatsalya tests' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function ownServer(): Promise<Server> {
  clearFolders();
  const folder = mkdtempSync(join(tmpdir(), FOLDER));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ directory: join(folder, 'postgres'), settings: UNSAFE_AND_FAST });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(server.directory, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

async function givenServer(url: string): Promise<Server> {
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like '${DATABASE}%'`);
    for (const { datname } of rows.filter((row) => isOld(row.datname))) {
      await client.query(`alter database ${datname} is_template false`);
      await client.query(`drop database ${datname} with (force)`);
    }
  });
  return { url, stop: async () => {} };
}

function isOld(database: string): boolean {
  const made = Number(database.slice(DATABASE.length).split('_')[0]);
  return milliseconds(systemClock()) - made > DAY;
}

/** Folders of runs that were killed: their server ended with them, their files did not. */
function clearFolders(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    const folder = join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(join(folder, 'postgres', 'owner'), 'utf8'));
      if (!isAlive(owner)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run is just making it, or it is not ours to remove.
    }
  }
}

/** Tests turn the doors' clock, not the database's: their moments are let through. What doors really have is tried in security/moments.db.test.ts. */
async function letClocksTurn(client: pg.Client): Promise<void> {
  await client.query(`alter function clock_leeway() rename to clock_leeway_of_doors;
    create function clock_leeway() returns interval language sql stable parallel safe as 'select interval ''1000 years'''`);
}

/** Roles belong to the server, not to a database: two runs on one server must not make them at the same moment. */
async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create database ${template}`);
    await migrate(databaseUrl(serverUrl, template));
    await grantDoorLogins(databaseUrl(serverUrl, template));
    await onServer(databaseUrl(serverUrl, template), letClocksTurn);
    // Nobody may connect to a template, or it could not be cloned at that moment.
    await client.query(`alter database ${template} is_template true allow_connections false`);
  });
}
