// `npm run seed -- --children N [--seed S] [--database URL]`: an invented nation in an empty database, with its figures.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isEmpty, seedNation } from '../seed/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate, startEmbedded } from '../src/platform/database/index.ts';

const usage = 'npm run seed -- --children N [--seed S] [--database URL]';

function readArguments(): { children: number; seed: string | undefined; database: string | undefined } {
  const options = { children: { type: 'string' }, seed: { type: 'string' }, database: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const children = Number(values.children);
  if (!Number.isInteger(children) || children < 1) throw new Error(`How many children? ${usage}`);
  return { children, seed: values.seed, database: values.database };
}

async function main(): Promise<void> {
  const { children, seed, database } = readArguments();
  const config = readConfig(process.env);
  const url = database ?? config.databaseUrl;
  const server = url ? undefined : await startEmbedded({ directory: join(config.dataDirectory, 'postgres') });
  const adminUrl = url ?? server!.url;
  try {
    await migrate(adminUrl);
    if (!(await isEmpty(adminUrl))) throw new Error('This database already has offices: a nation is seeded only into an empty one.');
    const { dataDirectory, secret } = config;
    const report = await seedNation({
      adminUrl,
      children,
      dataDirectory,
      secret,
      ...(seed ? { seed } : {}),
      say: (line) => console.log(line),
    });
    const { rows, pairs, seconds, childrenPerSecond, truthFile } = report;
    console.log(`${children} children, ${rows} rows in ${seconds.toFixed(1)} s: ${childrenPerSecond} children/s.`);
    console.log(`${pairs} pairs that are one child are written in ${truthFile}.`);
  } finally {
    await server?.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
