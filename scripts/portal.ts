// Starts a whole portal on free ports in a folder of its own, for the story, the bench and the browser journeys; stops it and clears up.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Door } from '../src/platform/context.ts';

export type Portal = {
  urls: Record<Door, string>;
  /** The administrator's database address: for figures only, never to change what a door should change. */
  adminUrl: string;
  processes: Record<Door, number>;
  dataDirectory: string;
  milliseconds: number;
  stop(): Promise<void>;
};

export type PortalOptions = {
  children: number;
  dataDirectory?: string;
  keepData?: boolean;
  quiet?: boolean;
  /** Overrules what is set otherwise, for example a door's port and public origin. */
  environment?: Record<string, string>;
};

const START_SECONDS = 600;
const root = join(import.meta.dirname, '..');

type Started = { urls: Record<Door, string>; adminUrl: string; processes: Record<Door, number> };

export async function startPortal(options: PortalOptions): Promise<Portal> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'vatsalya-'));
  const started = performance.now();
  const ports = { CITIZEN_PORT: '0', DESK_PORT: '0', EXCHANGE_PORT: '0', WORKER_PORT: '0' };
  const child = spawn(process.execPath, ['--import', join(root, 'scripts/tsx-loader.ts'), join(root, 'src/apps/start.ts')], {
    env: {
      ...process.env,
      ...ports,
      DATA_DIRECTORY: dataDirectory,
      SEED_CHILDREN: String(options.children),
      LOG_LEVEL: 'error',
      ...options.environment,
    },
    stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
    cwd: root,
  });
  const facts = await new Promise<Started>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the portal did not start within ${START_SECONDS} s`)), START_SECONDS * 1000);
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message as Started);
    });
    child.once('exit', (code) => reject(new Error(`the portal stopped with code ${code}`)));
  });
  return {
    ...facts,
    dataDirectory,
    milliseconds: performance.now() - started,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      if (!options.keepData) rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
