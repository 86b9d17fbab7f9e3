// Writes the invented nation of a demonstration into an empty database, and what is true of its children into a file beside it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type Day, addDays, dayOf, milliseconds, systemClock } from '../src/kernel/time.ts';
import { hashPassword } from '../src/platform/credentials/password.ts';
import { presentOf } from './children/instants.ts';
import { tellStories } from './telling/index.ts';
import { type Loader, openLoader } from './write/loading.ts';
import { passwordAccount, writeOffices, writePlaces, writeStaff } from './write/nation-rows.ts';
import { writeConflict } from './write/conflict-rows.ts';
import { writeDirectives } from './write/directive-rows.ts';
import { writeFamilies } from './write/family-care-rows.ts';
import { writeHomes } from './write/home-rows.ts';
import { writeNodes } from './write/node-rows.ts';
import { drawFaces } from './write/face-files.ts';
import { startBatch } from './write/row-batch.ts';
import { writeSittings } from './write/sitting-rows.ts';
import type { TruePair } from './write/story-rows.ts';
import { buildWorld, hireStaff } from './write/world.ts';

export { passwordAccount } from './write/nation-rows.ts';

export type SeedReport = { children: number; rows: number; pairs: number; seconds: number; childrenPerSecond: number; truthFile: string };

export type SeedOptions = {
  adminUrl: string;
  children: number;
  /** Gets `photographs/` and `truth.json`. */
  dataDirectory: string;
  /** The installation's: telephone numbers are sealed with it. */
  secret: string;
  seed?: string;
  /** The nation's present; by default the last day that had its eight in the morning. */
  today?: Day;
  say: (line: string) => unknown;
};

/** True if the database has no office yet. It must be migrated. */
export async function isEmpty(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from office limit 1')).rows.length === 0;
  } finally {
    await client.end();
  }
}

/** Everything told lies before eight in the morning of its day, so that nothing seeded is in the future. */
function presentDay(): Day {
  const now = systemClock();
  return now >= presentOf(dayOf(now)) ? dayOf(now) : addDays(dayOf(now), -1);
}

async function loadNation(loader: Loader, hired: Parameters<typeof writeStaff>[2], secret: string, children: number): Promise<number> {
  const world = buildWorld(hired.seed, hired.officerIds);
  const batch = startBatch();
  writePlaces(batch);
  writeOffices(batch, world);
  writeStaff(batch, world, hired, await hashPassword(passwordAccount.password));
  writeHomes(batch, world, hired);
  writeFamilies(batch, world, hired, secret);
  writeDirectives(batch, world, hired);
  writeConflict(batch, world, hired, secret);
  writeNodes(batch, secret, hired.today);
  writeSittings(batch, world, hired, children);
  await loader.load(batch.texts());
  return batch.count();
}

type Progress = { told: number; rows: number };

/** The next blocks are told while the database takes the one before. */
async function loadChildren(loader: Loader, about: Parameters<typeof tellStories>[0], progress: Progress): Promise<TruePair[]> {
  const pairs: TruePair[] = [];
  for await (const told of tellStories(about)) {
    await loader.load(told.texts);
    progress.told += told.stories;
    progress.rows += told.rows;
    pairs.push(...told.pairs);
  }
  return pairs;
}

function startSaying(say: SeedOptions['say'], count: number, progress: Progress): () => void {
  const began = milliseconds(systemClock());
  const timer = setInterval(() => {
    const rate = Math.round((progress.told * 1000) / (milliseconds(systemClock()) - began));
    say(`… ${progress.told.toLocaleString('en-IN')} of ${count.toLocaleString('en-IN')} children, ${rate.toLocaleString('en-IN')}/s`);
  }, 1000);
  return () => clearInterval(timer);
}

/** The database must be migrated and empty. All or nothing: a run that is cut short leaves it empty. */
export async function seedNation(options: SeedOptions): Promise<SeedReport> {
  const { adminUrl, children, dataDirectory, seed = 'vatsalya', today = presentDay(), say } = options;
  const began = milliseconds(systemClock());
  const progress: Progress = { told: 0, rows: 0 };
  const loader = await openLoader(adminUrl);
  try {
    const hired = { ...hireStaff(seed, today), seed, today };
    const photographs = join(dataDirectory, 'photographs');
    // Faces are drawn on other threads while the offices are loaded.
    const [rows, faces] = await Promise.all([loadNation(loader, hired, options.secret, children), drawFaces(photographs)]);
    progress.rows += rows;
    const stop = startSaying(say, children, progress);
    const about = { seed, today, count: children, secret: options.secret, photographs, faces, officerIds: hired.officerIds };
    const pairs = await loadChildren(loader, about, progress).finally(stop);
    say('… building the indexes');
    await loader.finish();
    const truthFile = join(dataDirectory, 'truth.json');
    await mkdir(dataDirectory, { recursive: true });
    await writeFile(truthFile, JSON.stringify(pairs, null, 1), { mode: 0o600 });
    const seconds = (milliseconds(systemClock()) - began) / 1000;
    return { children, rows: progress.rows, pairs: pairs.length, seconds, childrenPerSecond: Math.round(children / seconds), truthFile };
  } finally {
    await loader.close();
  }
}
