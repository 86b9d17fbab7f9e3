// Starts the bundled PostgreSQL for development, demonstrations and tests. Production brings its own server in DATABASE_URL.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readyBinaries } from './binaries.ts';
import { freePort, refuseTakenPort } from './port.ts';
import { clearLeftover, folderFor } from './server-folder.ts';

/** `settings` are PostgreSQL parameters, for example `{ fsync: 'off' }` in tests. Without `port` a free one is taken. */
export type EmbeddedOptions = { directory: string; port?: number; settings?: Record<string, string> };
/** `url` is the administrator's, naming the database `vatsalya`. */
export type EmbeddedServer = {
  url: string;
  port: number;
  directory: string;
  stop(): Promise<void>;
  /** At once and without a word, as a power cut ends it: for tests of what is kept. */
  kill(): Promise<void>;
};
type Account = { uid: number; gid: number } | undefined;

const ADMINISTRATOR = 'vatsalya';
const START_SECONDS = 60;
const STOP_SECONDS = 20;

// PostgreSQL refuses to run as root, so root starts it as `nobody`, which needs no account to be created.
const NOBODY = { uid: 65534, gid: 65534 };

// The server's own log must not become a second copy of the children's data: no statements, no key values (they come in DETAIL).
const QUIET = { log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_parameter_max_length_on_error: '0' };

// One machine, no standby: nothing reads the log but a restart, and what is loaded in bulk need not be written twice.
const ALONE = { wal_level: 'minimal', max_wal_senders: '0' };

// It starts with empty tables, for which the plans kept for foreign keys read the whole table; they are made anew when statistics are, by default a minute later.
const YOUNG = { autovacuum_naptime: '15s' };

/** Starts the server over `directory`, creating it the first time, and returns once it answers. Throws with the server's own words. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account: Account = process.getuid?.() === 0 ? NOBODY : undefined;
  const directory = folderFor(options.directory, account !== undefined);
  const binaries = readyBinaries(directory, account !== undefined);
  await clearLeftover(directory);
  if (options.port) await refuseTakenPort(options.port);
  const password = storedPassword(directory);
  if (!existsSync(join(directory, 'cluster'))) createCluster(directory, binaries, password, account, options.settings?.['fsync'] === 'off');
  const port = options.port || (await freePort());
  writeFileSync(join(directory, 'owner'), String(process.pid));
  const server = launch(directory, binaries, account, { ...QUIET, ...ALONE, ...YOUNG, ...options.settings, port: String(port) });
  const address = `postgres://${ADMINISTRATOR}:${password}@127.0.0.1:${port}`;
  try {
    await answers(server, `${address}/postgres`, directory);
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  // Our event loop need not wait for the server: when this process ends, so does the server.
  server.unref();
  return { url: `${address}/${ADMINISTRATOR}`, port, directory, stop: () => stopServer(server), kill: () => killServer(server) };
}

function storedPassword(directory: string): string {
  const file = join(directory, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** Built beside its final name and renamed, so that a killed first start leaves nothing half made. */
function createCluster(directory: string, binaries: string, password: string, account: Account, unsafe: boolean): void {
  const making = join(directory, 'cluster.making');
  const passwordFile = join(directory, 'password.initdb');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [making, passwordFile]) if (account) chownSync(path, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const entry = ['--auth=scram-sha-256', `--username=${ADMINISTRATOR}`, `--pwfile=${passwordFile}`];
  try {
    execFileSync(join(binaries, 'initdb'), [...locale, ...entry, ...(unsafe ? ['--no-sync'] : []), `--pgdata=${making}`], {
      ...account,
      cwd: directory,
      env: serverEnvironment(),
      stdio: 'pipe',
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, join(directory, 'cluster'));
}

function launch(directory: string, binaries: string, account: Account, settings: Record<string, string>): ChildProcess {
  const parameters = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'postgres'), '-D', join(directory, 'cluster'), ...flags];
  const log = openSync(join(directory, 'server.log'), 'w', 0o600);
  // Its own process group: Ctrl-C must reach the program first, which then stops the server in order.
  const surroundings = {
    cwd: directory,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log] as ['ignore', number, number],
  };
  try {
    // Without this signal at the parent's death a crashed program would leave the server running.
    const tie = tieToParent(account);
    if (tie) return spawn(tie[0]!, [...tie.slice(1), ...command], surroundings);
    return spawn(command[0]!, command.slice(1), { ...surroundings, ...account });
  } finally {
    closeSync(log);
  }
}

function tieToParent(account: Account): string[] | undefined {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  if (!setpriv) return undefined;
  const drop = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  const tie = [setpriv, ...drop, '--pdeathsig', 'INT'];
  try {
    // The small setpriv of BusyBox knows no --pdeathsig.
    execFileSync(setpriv, [...tie.slice(1), process.execPath, '--version'], { stdio: 'ignore' });
    return tie;
  } catch {
    return undefined;
  }
}

function serverEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

async function answers(server: ChildProcess, url: string, directory: string): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => (failure = error));
  for (let tries = 0; tries < START_SECONDS * 40; tries++) {
    if (failure || server.exitCode !== null || server.signalCode !== null) break;
    const refusal = await createDatabase(url);
    if (refusal === undefined) return;
    if (refusal.code !== 'ECONNREFUSED' && refusal.code !== '57P03') throw refusal;
    await pause(25);
  }
  throw new Error(
    `PostgreSQL did not start. ${failure?.message ?? ''}\n${readFileSync(join(directory, 'server.log'), 'utf8').slice(-2000)}`,
  );
}

/** The first answer the server owes us is that our database is there. */
async function createDatabase(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [ADMINISTRATOR]);
    if (rowCount === 0) await client.query(`create database ${ADMINISTRATOR}`);
    return undefined;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end();
  }
}

/** Fast shutdown (open transactions are rolled back); after 20 seconds immediate shutdown, from which PostgreSQL recovers. */
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  const impatience = setTimeout(() => server.kill('SIGQUIT'), STOP_SECONDS * 1_000);
  await gone;
  clearTimeout(impatience);
}

async function killServer(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGKILL');
  await gone;
}
