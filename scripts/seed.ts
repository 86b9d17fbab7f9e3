// `npm run seed -- --children N [--seed S] [--database URL] [--json]`: an invented nation in an empty database, with its figures.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type SeedReport, isEmpty, seedNation } from '../seed/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate, startEmbedded } from '../src/platform/database/index.ts';
import { atLeast, atMost, printFigures } from './figures.ts';

const usage = 'npm run seed -- --children N [--seed S] [--database URL] [--json]';
const CHILDREN_PER_SECOND = 5_000;
/** The pace is promised for a nation of this size: a smaller one is mostly its offices and their officers. */
const PROMISED_FROM = 50_000;
const MOST_MEGABYTES = 1_500;

type Arguments = { children: number; seed: string | undefined; database: string | undefined; json: boolean };

function readArguments(): Arguments {
  const text = { type: 'string' } as const;
  const options = { children: text, seed: text, database: text, json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ options });
  const children = Number(values.children);
  if (!Number.isInteger(children) || children < 1) throw new Error(`How many children? ${usage}`);
  return { children, seed: values.seed, database: values.database, json: values.json };
}

function figuresOf({ children, rows, seconds, childrenPerSecond }: SeedReport) {
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const pace = 'seed.childrenPerSecond';
  return [
    children < PROMISED_FROM
      ? atMost(pace, childrenPerSecond, 'children/s', children, null)
      : atLeast(pace, childrenPerSecond, 'children/s', children, CHILDREN_PER_SECOND),
    atMost('seed.seconds', seconds, 's', children, null),
    atMost('seed.rows', rows, 'rows', children, null),
    atMost('seed.memory', megabytes, 'MB', 1, MOST_MEGABYTES),
  ];
}

async function main(): Promise<void> {
  const { children, seed, database, json } = readArguments();
  const config = readConfig(process.env);
  if (!config.demo) throw new Error('Invented people belong in a demonstration only: say DEMO=true.');
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
      say: (line) => process.stderr.write(`${line}\n`),
    });
    process.stderr.write(`${report.pairs} pairs that are one child are written in ${report.truthFile}.\n`);
    printFigures(figuresOf(report), json);
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
