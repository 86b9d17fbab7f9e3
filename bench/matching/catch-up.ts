// How fast the portal's worker compares a whole register nothing was compared in, alone, two and four together, and how much memory it takes.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Figure, atMost } from '../../scripts/figures.ts';
import { workedBy, workedByServer } from '../worked.ts';
import { seedNation } from '../../seed/index.ts';
import { grantDoorLogins, migrate, startEmbedded } from '../../src/platform/database/index.ts';

const root = join(import.meta.dirname, '../..');
/** As start.ts runs it. */
const smallHeap = ['--max-semi-space-size=4', '--max-old-space-size=256'];
const usualChildren = 3_000;
const stopAfterSeconds = 300;
const lookMilliseconds = 200;
const mostMegabytes = 256;
const mostStatements = 8;
const secret = 'a secret of figures, long enough to be taken for one';

const unmatched = `select count(*)::int as n from record where matched_version is distinct from version and closed_at is null and kind <> 'sighting'`;

/** Proportional set size in megabytes. */
function megabytesOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function startDoor(databaseUrl: string, dataDirectory: string): ChildProcess {
  return spawn(
    process.execPath,
    [...smallHeap, '--import', join(root, 'scripts/tsx-loader.ts'), join(root, 'src/apps/door.ts'), 'worker'],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        DATA_DIRECTORY: dataDirectory,
        DEMO: 'true',
        SECRET: secret,
        WORKER_PORT: '0',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      cwd: root,
    },
  );
}

type Run = { records: number; seconds: number; worked: number; server: number; statements: number; megabytes: number };
type Place = { adminUrl: string; workerUrl: string; dataDirectory: string; serverDirectory: string };

const statementsSent = `select coalesce(sum(calls), 0)::int as n from pg_stat_statements where userid <> (select oid from pg_roles where rolname = current_user)`;

/** From when every door answers until nothing waits, or the time is over; what was compared before that does not count. */
async function runWorkers(count: number, { adminUrl, workerUrl, dataDirectory, serverDirectory }: Place): Promise<Run> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  client.on('error', () => {}); // the fault that ends the run is told by whoever met it
  await client.query('create extension pg_stat_statements');
  const numberOf = async (text: string): Promise<number> => (await client.query<{ n: number }>(text)).rows[0]!.n;
  const waiting = (): Promise<number> => numberOf(unmatched);
  const doors = Array.from({ length: count }, () => startDoor(workerUrl, dataDirectory));
  const gone = doors.map((door) => new Promise((resolve) => door.once('exit', resolve)));
  await Promise.all(
    doors.map(
      (door) =>
        new Promise((resolve, reject) => {
          door.once('message', resolve);
          door.once('exit', () => reject(new Error('a worker stopped before it was ready')));
        }),
    ),
  );
  const worked = (): number => doors.reduce((sum, { pid }) => sum + workedBy(pid!), 0);
  const [before, sentBefore] = [await waiting(), await numberOf(statementsSent)];
  const [began, workedBefore, serverBefore] = [performance.now(), worked(), workedByServer(serverDirectory)];
  let [left, megabytes] = [before, 0];
  while (left > 0 && performance.now() - began < stopAfterSeconds * 1000) {
    await pause(lookMilliseconds);
    left = await waiting();
    megabytes = Math.max(megabytes, ...doors.map(({ pid }) => megabytesOf(pid!)));
  }
  const seconds = (performance.now() - began) / 1000;
  const [workedSince, server] = [worked() - workedBefore, workedByServer(serverDirectory) - serverBefore];
  const statements = (await numberOf(statementsSent)) - sentBefore;
  for (const door of doors) door.kill('SIGTERM');
  await Promise.all(gone);
  await client.end();
  return { records: before - left, seconds, worked: workedSince, server, statements, megabytes };
}

/** `adminUrl` with another database's name. */
function named(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString();
}

/** A seeded database, and a copy of it for each number of workers. */
export async function catchUpFigures(children = usualChildren): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vatsalya-bench-'));
  const server = await startEmbedded({
    directory: join(directory, 'postgres'),
    settings: { fsync: 'off', shared_preload_libraries: 'pg_stat_statements' },
  });
  try {
    await migrate(server.url);
    await grantDoorLogins(server.url);
    await seedNation({ adminUrl: server.url, children, dataDirectory: directory, secret, say: () => {} });
    const rows: Figure[] = [];
    for (const workers of [1, 2, 4]) {
      const name = `copy_${workers}`;
      await query(
        named(server.url, 'postgres'),
        `create database ${name} template ${new URL(server.url).pathname.slice(1)} strategy file_copy`,
      );
      const copy = named(server.url, name);
      const logins = await grantDoorLogins(copy);
      const place = { adminUrl: copy, workerUrl: logins.worker, dataDirectory: directory, serverDirectory: server.directory };
      const { records, seconds, worked, megabytes, ...cost } = await runWorkers(workers, place);
      const id = `portal.${children}.workers${workers}`;
      rows.push(
        atMost(`${id}.comparedPerSecond`, records / seconds, 'records/s', records, null),
        atMost(`${id}.workedPerRecord`, worked / records, 'ms', records, null),
        atMost(`${id}.databaseWorkedPerRecord`, cost.server / records, 'ms', records, null),
        atMost(`${id}.statementsPerRecord`, cost.statements / records, '', records, mostStatements),
        atMost(`${id}.memoryOfOne`, megabytes, 'MB', workers, mostMegabytes),
      );
    }
    return rows;
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
