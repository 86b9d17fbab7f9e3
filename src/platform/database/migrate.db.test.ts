// Migrations on a real server: once each, all or nothing, one process at a time, with a job queue the worker can use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from '../../../tests/database/test-database.ts';
import { migrate } from './migrate.ts';

function migrations(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-migrations-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

async function empty(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  onTestFinished(() => database.drop());
  return database;
}

async function rowsOf(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows;
  } finally {
    await client.end();
  }
}

const silent = (): void => {};
const kite = { '0001-kite.sql': 'create table kite (id int); insert into kite values (1)' };

test('each migration is applied once, also when two processes begin together', async () => {
  const { adminUrl } = await empty();
  const directory = migrations(kite);
  const applied = await Promise.all([migrate(adminUrl, silent, directory), migrate(adminUrl, silent, directory)]);
  expect(applied.flat()).toEqual(['0001-kite.sql']);
  expect(await rowsOf(adminUrl, 'select id from kite')).toEqual([{ id: 1 }]);
});

test('a migration that fails leaves nothing of itself, and what came before stays', async () => {
  const { adminUrl } = await empty();
  const directory = migrations({ ...kite, '0002-broken.sql': 'create table half (id int); select 1 / 0' });
  await expect(migrate(adminUrl, silent, directory)).rejects.toThrow('0002-broken.sql failed: division by zero');
  expect(await rowsOf(adminUrl, `select to_regclass('kite') is not null as kite, to_regclass('half') is null as half`)).toEqual([
    { kite: true, half: true },
  ]);
  expect(await rowsOf(adminUrl, 'select name from migration')).toEqual([{ name: '0001-kite.sql' }]);
});

test('a migration that cannot be recorded is not applied', async () => {
  const { adminUrl } = await empty();
  const directory = migrations({ '0001-half.sql': 'create table half (id int); alter table migration add check (number > 1)' });
  await expect(migrate(adminUrl, silent, directory)).rejects.toThrow('0001-half.sql failed');
  expect(await rowsOf(adminUrl, `select to_regclass('half') is null as absent`)).toEqual([{ absent: true }]);
});

test('an applied file that was changed is refused', async () => {
  const { adminUrl } = await empty();
  await migrate(adminUrl, silent, migrations(kite));
  await expect(migrate(adminUrl, silent, migrations({ '0001-kite.sql': 'select 1' }))).rejects.toThrow('changed after it was applied');
});

test('each door logs in as itself; only the worker owns the queue', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  for (const [door, url] of Object.entries(database.urls)) {
    expect(await rowsOf(url, 'select session_user as name')).toEqual([{ name: `vatsalya_${door}` }]);
  }
  await rowsOf(database.urls.worker, 'create table jobs.proof (id int)');
  await expect(rowsOf(database.urls.citizen, 'select from jobs.proof')).rejects.toThrow('permission denied');
});
