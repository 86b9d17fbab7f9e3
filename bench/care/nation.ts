// A nation's children in care over a server of its own, with the desk door as its own process: filled once, or opened again where it was kept.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openTools } from '../../src/apps/tools.ts';
import { readConfig } from '../../src/platform/config.ts';
import { grantDoorLogins, doorUrls } from '../../src/platform/database/doors.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/index.ts';
import { fillChildren } from './children.ts';
import { fillDuties } from './duties.ts';
import { fillFiles } from './files.ts';
import { fillOffices } from './offices.ts';

const root = join(import.meta.dirname, '../..');
const SECRET = 'a secret of the bench, long enough to be one';
/** As a small server of one's own would be set; what is loaded need not outlive a power cut. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  autovacuum: 'off', // all is vacuumed and analysed once it is filled
  maintenance_work_mem: '256MB',
  work_mem: '32MB',
};

export type Nation = {
  client: pg.Client;
  desk: { url: string; pid: number };
  /** Where the server keeps its own files. */
  serverDirectory: string;
  loadSeconds: number | null;
  stop(): Promise<void>;
};
export type NationOptions = { homes: number; children: number; data?: string | undefined; statements: boolean };

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The district most homes lie in: its Committee is asked, and of its children every paper is whole. */
export const askedDistrict = `select o.district_code as code from office o where o.kind = 'children-home' group by 1 order by count(*) desc, 1 limit 1`;

async function fill(client: pg.Client, url: string, directory: string, { homes, children }: NationOptions): Promise<number> {
  const began = performance.now();
  await migrate(url);
  await grantDoorLogins(url);
  const config = readConfig({ DEMO: 'true', SECRET, DATA_DIRECTORY: directory, DATABASE_POOL_SIZE: '1' });
  const worker = openTools('worker', config, doorUrls(url).worker);
  try {
    await client.query(`set session_replication_role = 'replica'`); // what the triggers would set is set
    await fillOffices(client, homes);
    await fillChildren(client, homes, children, say);
    const { rows } = await client.query<{ code: string }>(askedDistrict);
    await fillFiles(client, worker.tools.seal, rows[0]!.code, say);
    say('duties …');
    await fillDuties(client, worker.tools);
    await client.query(`set session_replication_role = 'origin'`);
    await client.query('vacuum analyze');
  } finally {
    await worker.close();
  }
  return (performance.now() - began) / 1000;
}

async function openDesk(url: string, directory: string): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', join(root, 'scripts/tsx-loader.ts'), join(root, 'src/apps/door.ts'), 'desk'],
    {
      env: { ...process.env, DATABASE_URL: url, DATA_DIRECTORY: directory, SECRET, DEMO: 'true', DESK_PORT: '0', LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '2' }, // prettier-ignore
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url));
    child.once('exit', (code) => reject(new Error(`the desk door stopped with code ${code}`)));
  });
  return {
    url: address,
    pid: child.pid!,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

export async function openNation(options: NationOptions): Promise<Nation> {
  const directory = options.data ?? mkdtempSync(join(tmpdir(), 'vatsalya-care-'));
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o711); // root's server runs as nobody
  const filled = join(directory, 'filled');
  const serverDirectory = join(directory, 'server');
  const preload: Record<string, string> = options.statements ? { shared_preload_libraries: 'pg_stat_statements' } : {};
  const server = await startEmbedded({ directory: serverDirectory, settings: { ...settings, ...preload } });
  const client = new pg.Client({ connectionString: server.url });
  const end = async (): Promise<void> => {
    await client.end();
    await server.stop();
    if (!options.data) rmSync(directory, { recursive: true, force: true });
  };
  try {
    await client.connect();
    const loadSeconds = existsSync(filled) ? null : await fill(client, server.url, directory, options);
    writeFileSync(filled, '');
    if (options.statements) await client.query('create extension if not exists pg_stat_statements');
    const desk = await openDesk(doorUrls(server.url).desk, directory);
    return {
      client,
      desk,
      serverDirectory,
      loadSeconds,
      async stop() {
        await desk.stop();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
