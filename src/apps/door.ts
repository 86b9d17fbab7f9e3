// One door as its own process: `node … door.ts desk`. SIGTERM drains and exits; so does the end of the process that started it.
import { stop as stopEsbuild } from 'esbuild';
import { factsOfFault, openLog } from '../platform/log.ts';
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
  const log = openLog(config.logLevel);
  const door = await start(config, config.databaseUrl, log);
  await stopEsbuild(); // pages and assets are made: its process would only hold memory
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), EXIT_SECONDS * 1000).unref();
    door.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ door: name, ...factsOfFault(error) }, 'door.stopFault');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', process.send ? () => {} : stop); // a starter tells us when; without one Ctrl-C does
  process.on('disconnect', stop);
  process.send?.({ url: door.url });
}

await main(process.argv[2]);
