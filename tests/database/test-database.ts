// A database of its own for a test file: cloned from the migrated template, dropped at the end.
import { inject } from 'vitest';
import { type DoorUrls, doorUrls } from '../../src/platform/database/doors.ts';
import { databaseUrl, newDatabaseName, onServer } from './cluster.ts';

/** `adminUrl` owns everything and passes row security; `urls` are the four doors as they run in production. */
export type TestDatabase = { adminUrl: string; urls: DoorUrls; drop(): Promise<void> };

/** About 50 ms. Call `drop()` in `afterAll`; connections still open are cut. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, template } = inject('cluster');
  return cloneOf(serverUrl, template);
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return cloneOf(inject('cluster').serverUrl, 'template0');
}

async function cloneOf(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = newDatabaseName();
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const adminUrl = databaseUrl(serverUrl, name);
  return {
    adminUrl,
    urls: doorUrls(adminUrl),
    drop: async () => {
      await onServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
