// The exchange as it runs in production, each part a process of its own over a durable database, and every part can be killed: who is killed is started again, as an operator's supervisor would.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { freePort } from '../../../src/platform/database/port.ts';
import { secret } from './keys.ts';
import type { FaultNation, Held } from './nation.ts';

export const root = join(import.meta.dirname, '../../..');
const loader = ['--import', join(root, 'scripts/tsx-loader.ts')];
const RESTART_MILLISECONDS = 100;

export type Supervised = {
  /** Null while it is being started again. */
  pid(): number | null;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** Ended with this process. `onEnd` answers whether it is to be started again. */
export function supervise(
  file: string,
  options: { arguments?: string[]; environment?: Record<string, string>; onEnd?: (code: number | null) => boolean },
): Supervised {
  let child: ChildProcess;
  let stopping = false;
  const start = (): void => {
    child = spawn(process.execPath, ['--max-semi-space-size=4', ...loader, join(root, file), ...(options.arguments ?? [])], {
      env: { PATH: process.env['PATH'], ...options.environment },
      stdio: ['ignore', 'ignore', process.env['FAULTS_LOUD'] ? 'inherit' : 'ignore', 'ipc'],
      cwd: root,
    });
    child.once('exit', (code) => {
      if (!stopping && (options.onEnd?.(code) ?? true)) setTimeout(() => stopping || start(), RESTART_MILLISECONDS);
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  start();
  return {
    pid: () => (child.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null),
    kill: () => end('SIGKILL'),
    stop: async () => ((stopping = true), end('SIGKILL')),
  };
}

export type Stand = {
  held: Held;
  url: string;
  door: Supervised;
  workers: Supervised[];
  killBackend(chance: number): Promise<void>;
  stop(): Promise<void>;
};

const apps = 'src/apps/door.ts';

/** `door`, `worker`: other programs in place of the exchange door and of the workers. */
export async function openStand(
  nation: FaultNation,
  { workers, door = apps, worker = apps }: { workers: number; door?: string | undefined; worker?: string | undefined },
): Promise<Stand> {
  const held = await nation.anew();
  const port = await freePort();
  const environment = {
    DEMO: 'true',
    SECRET: secret,
    DATA_DIRECTORY: nation.folder,
    DATABASE_POOL_SIZE: '6',
    EXCHANGE_PORT: String(port),
    WORKER_PORT: '0',
    LOG_LEVEL: process.env['FAULTS_LOUD'] ? 'warn' : 'silent',
  };
  const start = (file: string, name: 'exchange' | 'worker'): Supervised =>
    supervise(file, { arguments: [name], environment: { ...environment, DATABASE_URL: held.urls[name] } });
  const stand: Stand = {
    held,
    url: `http://127.0.0.1:${port}`,
    door: start(door, 'exchange'),
    workers: Array.from({ length: workers }, () => start(worker, 'worker')),
    /** Of one connection of the doors: PostgreSQL then ends all others and recovers. */
    async killBackend(chance) {
      const { rows } = await sql<{
        pid: number;
      }>`select pid from pg_stat_activity where datname = current_database() and usename like 'vatsalya_%'
        and pid <> pg_backend_pid() order by pid`.execute(held.admin);
      const chosen = rows[Math.floor(chance * rows.length)];
      if (chosen) process.kill(chosen.pid, 'SIGKILL');
    },
    async stop() {
      await Promise.all([stand.door, ...stand.workers].map((one) => one.stop()));
      await held.drop();
    },
  };
  await answers(stand.url);
  return stand;
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    const answer = await fetch(`${url}/v1/contract/portal-key`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('the exchange door does not answer');
}

/** Asked again while the database is away. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries >= 300) throw error;
      await pause(100);
    }
  }
}
