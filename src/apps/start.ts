// `npm start`: PostgreSQL, migrations, the demo nation on first run, then the four doors, each its own process; prints where to click.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../platform/config.ts';
import type { Door } from '../platform/context.ts';
import { grantDoorLogins, migrate, startEmbedded } from '../platform/database/index.ts';

const doors: Door[] = ['worker', 'desk', 'citizen', 'exchange'];
const START_SECONDS = 60;
/**
 * Four doors share a small machine. A quarter of the usual young generation is enough for small pages; and told of no limit, V8 lets garbage stand:
 * at 50,000 children the worker held 380 MB of which 75 were alive.
 */
const SMALL_HEAP = ['--max-semi-space-size=4', '--max-old-space-size=256'];
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function startDatabase(config: ReturnType<typeof readConfig>): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  return startEmbedded({ directory: join(config.dataDirectory, 'postgres') });
}

/** The door that shows notices must not be able to sign which may be shown. */
const withheld = (door: Door): Record<string, string> => (door === 'worker' ? {} : { NOTICES_SIGNING_KEY: '' });

function startDoor(door: Door, databaseUrl: string, demo: boolean): ChildProcess {
  const loader = join(import.meta.dirname, '../../scripts/tsx-loader.ts');
  return spawn(process.execPath, [...SMALL_HEAP, '--import', loader, join(import.meta.dirname, 'door.ts'), door], {
    env: { ...process.env, ...withheld(door), DATABASE_URL: databaseUrl, DEMO: String(demo) }, // said: a door sees a database and would not assume it
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function isReady(child: ChildProcess, door: Door): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the ${door} door did not open within ${START_SECONDS} s`)), START_SECONDS * 1000);
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve((message as { url: string }).url);
    });
    child.once('exit', (code) => reject(new Error(`the ${door} door stopped with code ${code}`)));
  });
}

async function seedOnce(config: ReturnType<typeof readConfig>, adminUrl: string): Promise<void> {
  if (!config.demo || config.seedChildren === 0) return;
  const { isEmpty, seedNation } = await import('../../seed/index.ts');
  if (!(await isEmpty(adminUrl))) return;
  say(`Making an invented nation of ${config.seedChildren} children …`);
  await seedNation({ adminUrl, children: config.seedChildren, dataDirectory: config.dataDirectory, secret: config.secret, say });
}

function printWhereToClick(urls: Record<Door, string>, demo: boolean): void {
  say('');
  say(`  Citizen door   ${urls.citizen}`);
  say(`  Desk door      ${urls.desk}${demo ? '/sign-in/demo' : ''}`);
  if (demo) say(`  Outbox         ${urls.citizen}/outbox   (codes and alerts that would go by SMS)`);
  say(`  Exchange       ${urls.exchange}`);
  say('');
  say('  Ctrl-C stops everything.');
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await startDatabase(config);
  await migrate(database.url);
  const logins = await grantDoorLogins(database.url);
  await seedOnce(config, database.url);
  const children = new Map(doors.map((door) => [door, startDoor(door, logins[door], config.demo)]));
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const gone = [...children.values()]
      .filter((child) => child.exitCode === null)
      .map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of children.values()) child.kill('SIGTERM');
    await Promise.all(gone);
    await database.stop();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  process.on('disconnect', () => void stop(0)); // started by a script that is gone: nobody else would stop us
  try {
    const urls = Object.fromEntries(
      await Promise.all([...children].map(async ([door, child]) => [door, await isReady(child, door)] as const)),
    );
    printWhereToClick(urls as Record<Door, string>, config.demo);
    const processes = Object.fromEntries([...children].map(([door, child]) => [door, child.pid]));
    process.send?.({ urls, adminUrl: database.url, processes });
    for (const child of children.values()) child.once('exit', () => void stop(1));
  } catch (error) {
    say((error as Error).message);
    await stop(1);
  }
}

if (!existsSync(join(import.meta.dirname, '../../node_modules'))) throw new Error('run npm install first');
await main();
