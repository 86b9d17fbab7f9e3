// One door as its own process: `node … door.ts desk`. SIGTERM drains and exits; so does the end of the process that started it.
import { stop as stopEsbuild } from 'esbuild';
import { openLog } from '../platform/log.ts';
import { readConfig } from '../platform/config.ts';
import type { Door } from '../platform/context.ts';

const EXIT_SECONDS = 20;

const starters = {
  citizen: async () => (await import('./citizen.ts')).startCitizen,
  desk: async () => (await import('./desk.ts')).startDesk,
  exchange: async () => (await import('./exchange.ts')).startExchange,
  worker: async () => (await import('./worker.ts')).startWorker,
} as const;

async function main(name: string | undefined): Promise<void> {
  if (!name || !Object.hasOwn(starters, name)) throw new Error(`name a door: ${Object.keys(starters).join(', ')}`);
  const config = readConfig(process.env);
  if (!config.databaseUrl) throw new Error('DATABASE_URL is needed to start a single door');
  const start = await starters[name as Door]();
  const door = await start(config, config.databaseUrl, openLog(config.logLevel));
  await stopEsbuild(); // pages and assets are made: its process would only hold memory
  const stop = (): void => {
    setTimeout(() => process.exit(1), EXIT_SECONDS * 1000).unref();
    void door.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => {}); // the starter tells us when
  process.on('disconnect', stop);
  process.send?.({ url: door.url });
}

await main(process.argv[2]);
